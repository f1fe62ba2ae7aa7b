export { boundedSplit } from "./bounded-split.js";
export { beta, dirichlet, gamma } from "./continuous.js";
export { betaBinomial, binomial, multinomial, poisson } from "./discrete.js";
export { exp, ln, wholePower } from "./elementary.js";
export { fitMargins, roundMargins } from "./margins.js";
export { normal } from "./normal.js";
export { orderBy } from "./ordering.js";
export { stream } from "./stream.js";
