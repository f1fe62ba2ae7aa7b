export { simulateTable } from "./made-up-country.js";
export type { CountrySize } from "./made-up-country.js";
export { en as simulationMessagesEn } from "./messages/en.js";
export { es as simulationMessagesEs } from "./messages/es.js";
export { parseSimulation } from "./parse-simulation.js";
export { sheetsAt } from "./sheets-at.js";
export { NOT_REFERRED, simulate } from "./simulate.js";
export type { SimulatedElection } from "./simulate.js";
export { simulatedRows } from "./simulated-rows.js";
export { MOST_STATIONS } from "./spec.js";
export type {
  AreaTotals,
  Correlations,
  FlaggedKind,
  Moment,
  Reporting,
  RuralPlaces,
  SheetError,
  SimulationSpec,
  SpecArea,
  SpecOption,
  SpecTree,
  Spread,
  StationSizes,
} from "./spec.js";
