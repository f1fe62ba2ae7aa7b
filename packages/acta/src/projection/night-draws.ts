import type { Generator } from "../basics/index.js";
import { beta, ln, normal, solveTransposed, stream } from "../statistics/index.js";
import type { FatePrior } from "./flagged-fate.js";
import { areaOf } from "./open-forecast.js";
import type { NightFit, OpenForecast, OutcomeForm } from "./open-forecast.js";
import { FLAGGED } from "./night.js";
import type { Night } from "./night.js";
import type { OutcomeFit } from "./outcome-fit.js";
import { rowTimes, rowsTimes } from "./rows-times.js";

/** What is drawn from: the open units' forms, the flagged units, and what both share. */
export interface DrawPlan {
  readonly night: Night;
  readonly fit: NightFit;
  readonly forecast: OpenForecast;
  /** By area of the forecast: by how much the model's deviations are multiplied, as the night has taught of its domain. */
  readonly scale: Float64Array;
  /** Chances of annulment by class, learnt so far. */
  readonly fates: readonly FatePrior[];
  /** Part of the open units' votes that is expected to stay: those flagged later may be annulled. */
  readonly kept: number;
  /** Flagged units with figures. */
  readonly flagged: Uint32Array;
}

/** Receives each draw: votes that come on top of the count, `options` values for each area node, summed up the tree. */
export type DrawVisitor = (added: Float64Array, draw: number) => void;

/**
 * Draws what is open `draws` times (an even number), in antithetic pairs: coefficients, then areas from the top down, then shares and
 * rate of the open part of each smallest area; flagged sheets one by one. Areas add up to the whole in every draw.
 */
export function drawNight(plan: DrawPlan, seed: number, draws: number, visit: DrawVisitor): void {
  const width = plan.night.options.length;
  const added = new Float64Array(areaNodes(plan.night) * width);
  const open = openNodes(plan);
  const outcomes = [plan.fit.rate, ...plan.fit.shares].map((fit, at) => {
    const form = at === 0 ? plan.forecast.rate : plan.forecast.shares[at - 1];
    return form === undefined ? [] : [new OutcomeDrawer(plan, fit, form)];
  });
  const drawers = outcomes.flat();
  const source = stream(seed, "projection", "model");
  const fates = new FlaggedDrawer(plan, stream(seed, "projection", "flagged"));
  const scores = drawers.map((drawer) => new Float64Array(drawer.scores));
  for (let draw = 0; draw < draws; draw += 2) {
    drawScores(drawers, scores, plan.fit.correlation, source);
    for (const sign of [1, -1]) {
      fates.draw(added, open);
      addOpen(plan, drawers, sign, added);
      sumOpen(plan.night, added, open);
      visit(added, sign === 1 ? draw : draw + 1);
    }
  }
}

/** Number of nodes that are areas: they stand before the polling places. */
export function areaNodes(night: Night): number {
  const { level } = night.tree;
  let count = level.length;
  while (count > 0 && (level[count - 1] ?? 0) > night.areaLevel) count -= 1;
  return count;
}

/** Adds every area's votes to those of its parent, `width` values for each. */
export function sumUp(night: Night, values: Float64Array, areas: number): void {
  const width = night.options.length;
  for (let node = areas - 1; node > 0; node--) {
    const parent = night.tree.parent[node] ?? 0;
    for (let at = 0; at < width; at++)
      values[parent * width + at] = (values[parent * width + at] ?? 0) + (values[node * width + at] ?? 0);
  }
}

/** The areas in which something is open or flagged and all above them, children first: nothing else takes part in a draw. */
export function openNodes({ night, forecast, flagged }: DrawPlan): Uint32Array {
  const { parent } = night.tree;
  const marks = new Uint8Array(areaNodes(night));
  const mark = (from: number): void => {
    for (let node = from; node >= 0 && marks[node] === 0; node = parent[node] ?? -1) marks[node] = 1;
  };
  for (const area of forecast.areas) mark(area);
  for (const unit of flagged) mark(areaOf(night, night.leaf[unit] ?? 0));
  return Uint32Array.from({ length: marks.length }, (_, at) => marks.length - 1 - at).filter((at) => marks[at] === 1);
}

/** As `sumUp`, for the nodes that take part. */
function sumOpen(night: Night, values: Float64Array, nodes: Uint32Array): void {
  const width = night.options.length;
  const { parent } = night.tree;
  for (let each = 0; each < nodes.length; each++) {
    const node = nodes[each] ?? 0;
    if (node === 0) continue;
    const to = (parent[node] ?? 0) * width;
    const from = node * width;
    for (let at = 0; at < width; at++) values[to + at] = (values[to + at] ?? 0) + (values[from + at] ?? 0);
  }
}

/** One outcome over all areas: its mean, and the deviation of the current draw from it. */
class OutcomeDrawer {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
  readonly #fit: OutcomeFit;
  readonly #form: OutcomeForm;
  readonly #plan: DrawPlan;
  readonly #inner: Uint32Array;
  readonly #change: Float64Array;
  readonly #moved: Float64Array;
  readonly #noise: Float64Array;

  constructor(plan: DrawPlan, fit: OutcomeFit, form: OutcomeForm) {
    this.#plan = plan;
    this.#fit = fit;
    this.#form = form;
    const { areas } = plan.forecast;
    const { parent } = plan.night.tree;
    this.mean = form.base.map(
      (base, at) => base + (form.hold[at] ?? 0) * (fit.effect[parent[areas[at] ?? 0] ?? 0] ?? 0),
    );
    this.deviation = new Float64Array(areas.length);
    this.#inner = ancestorsOf(plan.night, areas);
    this.#change = new Float64Array(fit.coefficients.length);
    this.#moved = new Float64Array(parent.length);
    this.#noise = form.noise.map(Math.sqrt);
  }

  /** How many standard normal values one draw takes. */
  get scores(): number {
    return this.#change.length + this.#inner.length + this.deviation.length;
  }

  /** Turns standard normal values into the deviation of every area. */
  apply(scores: Float64Array): void {
    const { information, messages, seen } = this.#fit;
    const width = this.#change.length;
    for (let at = 0; at < width; at++) this.#change[at] = scores[at] ?? 0;
    solveTransposed(information, width, this.#change);
    const { parent } = this.#plan.night.tree;
    for (let at = 0; at < this.#inner.length; at++) {
      const node = this.#inner[at] ?? 0;
      const above = parent[node] ?? -1;
      const own = messages.gain[node] ?? 0;
      const moved = own === 0 ? 0 : rowTimes(seen, node * width, this.#change);
      this.#moved[node] =
        (above >= 0 ? (1 - own) * (this.#moved[above] ?? 0) : 0) -
        own * moved +
        Math.sqrt(messages.rest[node] ?? 0) * (scores[width + at] ?? 0);
    }
    const from = width + this.#inner.length;
    const { scale, forecast } = this.#plan;
    const { areas } = forecast;
    const { hold, line } = this.#form;
    const { deviation } = this;
    const moved = this.#moved;
    const noise = this.#noise;
    rowsTimes(line, this.#change, deviation);
    for (let at = 0; at < areas.length; at++)
      deviation[at] =
        (scale[at] ?? 1) *
        ((hold[at] ?? 0) * (moved[parent[areas[at] ?? 0] ?? 0] ?? 0) +
          (deviation[at] ?? 0) +
          (noise[at] ?? 0) * (scores[from + at] ?? 0));
  }
}

/** Nodes above these areas, parents first. */
function ancestorsOf(night: Night, areas: Uint32Array): Uint32Array {
  const { parent } = night.tree;
  const marks = new Uint8Array(parent.length);
  for (const area of areas)
    for (let node = parent[area] ?? -1; node >= 0 && marks[node] === 0; node = parent[node] ?? -1) marks[node] = 1;
  const nodes: number[] = [];
  marks.forEach((mark, node) => {
    if (mark === 1) nodes.push(node);
  });
  return Uint32Array.from(nodes);
}

/** New standard normal values for every outcome; those of the shares are correlated as their residuals are. */
function drawScores(
  drawers: readonly OutcomeDrawer[],
  fresh: readonly Float64Array[],
  correlation: Float64Array,
  source: Generator,
): void {
  for (const scores of fresh) for (let at = 0; at < scores.length; at++) scores[at] = normal(source);
  const shares = fresh.slice(1);
  drawers.forEach((drawer, at) => {
    const own = fresh[at];
    if (own === undefined) return;
    drawer.apply(at === 0 || shares.length === 1 ? own : mixed(shares, correlation, at - 1));
  });
}

function mixed(shares: readonly Float64Array[], correlation: Float64Array, row: number): Float64Array {
  const size = shares.length;
  const sum = new Float64Array(shares[0]?.length ?? 0);
  for (let column = 0; column <= row; column++) {
    const factor = correlation[row * size + column] ?? 0;
    const scores = shares[column];
    if (factor !== 0 && scores !== undefined)
      for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + factor * (scores[at] ?? 0);
  }
  return sum;
}

/** Adds the open units' votes of one draw to their areas. */
function addOpen(plan: DrawPlan, drawers: readonly OutcomeDrawer[], sign: number, added: Float64Array): void {
  const { forecast, kept, night } = plan;
  const { areas, registered } = forecast;
  const width = night.options.length;
  const [rate, ...shares] = drawers;
  if (rate === undefined) return;
  const { mean, deviation } = rate;
  const drawn = new Float64Array(shares.length);
  for (let at = 0; at < areas.length; at++) {
    const part = within((mean[at] ?? 0) + sign * (deviation[at] ?? 0));
    const votes = (registered[at] ?? 0) * part * kept;
    for (let each = 0; each < shares.length; each++) {
      const share = shares[each];
      if (share !== undefined) drawn[each] = within((share.mean[at] ?? 0) + sign * (share.deviation[at] ?? 0));
    }
    giveOut(plan, drawn, votes, added, (areas[at] ?? 0) * width);
  }
}

/** Splits votes by the drawn shares: what one option of two does not get the other does; more are brought to a sum of 1. */
export function giveOut(
  { fit, night }: Pick<DrawPlan, "fit" | "night">,
  shares: Float64Array,
  votes: number,
  added: Float64Array,
  from: number,
): void {
  const { modelled } = fit;
  const width = night.options.length;
  if (modelled.length < width) {
    const first = modelled[0] ?? 0;
    const share = shares[0] ?? 0;
    for (let option = 0; option < width; option++)
      added[from + option] = (added[from + option] ?? 0) + votes * (option === first ? share : 1 - share);
    return;
  }
  let sum = 0;
  for (const share of shares) sum += share;
  for (let at = 0; at < modelled.length; at++) {
    const option = from + (modelled[at] ?? 0);
    const share = sum > 0 ? (shares[at] ?? 0) / sum : 1 / modelled.length;
    added[option] = (added[option] ?? 0) + votes * share;
  }
}

function within(value: number): number {
  return value < 0 ? 0 : value > 1 ? 1 : value;
}

/** Flagged units of one class, their votes side by side in the order in which they are gone through. */
interface FlaggedClass {
  readonly fate: FatePrior;
  readonly size: number;
  /** Where the unit's area begins in what is added. */
  readonly from: Uint32Array;
  /** `options` values for each unit. */
  readonly votes: Float64Array;
}

/** Draws which flagged sheets are annulled, and gives the votes of the others. */
class FlaggedDrawer {
  readonly #source: Generator;
  readonly #width: number;
  readonly #classes: readonly FlaggedClass[];
  /** Votes of all of them, as filed, by area. */
  readonly #filed: Float64Array;

  constructor(plan: DrawPlan, source: Generator) {
    this.#source = source;
    this.#width = plan.night.options.length;
    this.#classes = plan.fates.map((fate, at) => classOf(plan, fate, at));
    this.#filed = flaggedByArea(plan.night, plan.flagged);
  }

  /** Sets what is added to these nodes: what is flagged in each, less what is annulled. */
  draw(added: Float64Array, nodes: Uint32Array): void {
    const width = this.#width;
    const filed = this.#filed;
    for (let each = 0; each < nodes.length; each++) {
      const from = (nodes[each] ?? 0) * width;
      for (let at = from; at < from + width; at++) added[at] = filed[at] ?? 0;
    }
    for (const each of this.#classes) {
      const { annulled, upheld } = each.fate;
      if (each.size === 0 || annulled <= 0) continue;
      this.#annul(each, upheld <= 0 ? 1 : beta(this.#source, annulled, upheld), added);
    }
  }

  /** Takes each unit out with a chance: the gaps between those taken are geometric (Devroye 1986, X.2). */
  #annul({ size, from, votes }: FlaggedClass, chance: number, added: Float64Array): void {
    if (chance < 1e-12) return;
    const source = this.#source;
    const width = this.#width;
    const scale = chance >= 1 ? 0 : 1 / ln(1 - chance);
    const skip = (): number => (chance >= 1 ? 0 : Math.floor(ln(1 - source.next()) * scale));
    for (let at = skip(); at < size; at += 1 + skip()) {
      const to = from[at] ?? 0;
      for (let option = 0; option < width; option++)
        added[to + option] = (added[to + option] ?? 0) - (votes[at * width + option] ?? 0);
    }
  }
}

function classOf({ night, flagged }: DrawPlan, fate: FatePrior, at: number): FlaggedClass {
  const width = night.options.length;
  const units = flagged.filter((unit) => night.fate[unit] === at);
  const from = units.map((unit) => areaOf(night, night.leaf[unit] ?? 0) * width);
  const votes = new Float64Array(units.length * width);
  units.forEach((unit, each) =>
    night.votes.forEach((column, option) => (votes[each * width + option] = column[unit] ?? 0)),
  );
  return { fate, size: units.length, from, votes };
}

/** Votes of flagged units as filed, by area node; not yet summed up the tree. */
export function flaggedByArea(night: Night, units: Uint32Array): Float64Array {
  const width = night.options.length;
  const filed = new Float64Array(areaNodes(night) * width);
  for (const unit of units) {
    if (night.state[unit] !== FLAGGED) continue;
    const from = areaOf(night, night.leaf[unit] ?? 0) * width;
    for (let option = 0; option < width; option++)
      filed[from + option] = (filed[from + option] ?? 0) + (night.votes[option]?.[unit] ?? 0);
  }
  return filed;
}
