import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import * as v from "valibot";
import { dataPath } from "acta/edition";
import type { PageContext } from "./page-kind.js";
import type { ListRows } from "./published-data.js";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const cell = v.union([v.string(), v.number(), v.null()]);
const list = v.object({
  columns: v.array(v.string()),
  rows: v.optional(v.array(v.array(cell))),
  pages: v.optional(v.array(v.object({ file: hash, rows: count }))),
});

const courseForm = v.object({
  schema: v.literal("acta-course/1"),
  options: v.array(v.string()),
  editions: list,
  steps: list,
  bulletins: list,
  series: v.array(
    v.object({
      id: v.string(),
      title: v.object({ es: v.string(), en: v.string() }),
      credit: v.string(),
      leftOut: v.object({ undated: count, torn: count, incomplete: count, partial: count }),
    }),
  ),
  acts: v.object({
    rulings: v.array(v.object({ at: v.string(), rulings: count, sheets: count })),
    undatedRulings: count,
    deadlines: v.array(v.object({ at: v.string(), deadline: v.string(), body: v.string() })),
    errata: v.array(v.object({ at: v.string(), of: count })),
    certifications: v.array(v.object({ at: v.string(), body: v.string(), resolution: v.string() })),
  }),
});

type CourseFile = v.InferOutput<typeof courseForm>;

/** The votes of the whole contest at a moment, as one source says them. */
interface CoursePoint {
  /** By id of the option. */
  readonly votes: Readonly<Record<string, number>>;
}

/** An edition as the course of the count has it. */
export interface CourseEdition extends CoursePoint {
  readonly number: number;
  readonly asOf: string | null;
  readonly stations: number;
  readonly processed: number;
  readonly counted: number;
  readonly validVotes: number;
}

/** A bulletin about the whole contest; shares are millionths, null where the series does not print a figure. */
export interface CourseBulletin extends CoursePoint {
  /** Position in `series`. */
  readonly series: number;
  readonly asOf: string;
  readonly shareProcessed: number | null;
  readonly shareCounted: number | null;
}

/** Where a sheet stood before and after, how many went that way, and what they did to the lead. */
export interface CourseStep {
  readonly from: number;
  readonly to: number;
  readonly option: string;
  readonly rival: string;
  readonly was: string;
  readonly now: string;
  readonly sheets: number;
  readonly change: number;
}

/** A contest over time. */
export interface CountCourse {
  readonly options: readonly string[];
  /** By the source's clock, the newest last. */
  readonly editions: readonly CourseEdition[];
  readonly bulletins: readonly CourseBulletin[];
  readonly series: CourseFile["series"];
  readonly steps: readonly CourseStep[];
  readonly acts: CourseFile["acts"];
}

/** Reads the course of the contest of a page: all of it, whatever edition the page shows. */
export async function courseOf({ data, home }: PageContext): Promise<Result<CountCourse>> {
  const pointed = data.head.courses.find(
    ({ election, contest }) => election === home.words.id && contest === home.contest.id,
  );
  if (pointed === undefined) return fail({ code: "site.noCourse" });
  const file = await data.json(dataPath(pointed.file), courseForm);
  if (!file.ok) return file;
  const { options, series, acts } = file.value;
  const [editions, bulletins, steps] = await Promise.all([
    data.rows(file.value.editions),
    data.rows(file.value.bulletins),
    data.rows(file.value.steps),
  ]);
  if (!editions.ok) return editions;
  if (!bulletins.ok) return bulletins;
  if (!steps.ok) return steps;
  return succeed({
    options,
    series,
    acts,
    editions: rowsOf(editions.value, (row) => editionIn(row, options)).toSorted(byMoment),
    bulletins: rowsOf(bulletins.value, (row) => bulletinIn(row, options)).toSorted(byMoment),
    steps: rowsOf(steps.value, stepIn),
  });
}

/** What was known at the edition of a page that is turned back; the newest one shows bulletins that came after it too. */
export function knownThen({ home, edition }: PageContext, course: CountCourse): CountCourse {
  const { asOf } = edition;
  if (edition === home.editions.at(-1) || asOf === null) return course;
  const isKnown = (each: { readonly asOf: string | null }): boolean => each.asOf !== null && each.asOf <= asOf;
  return { ...course, editions: course.editions.filter(isKnown), bulletins: course.bulletins.filter(isKnown) };
}

/** A row whose cells are asked for by the names of their columns: there may be more of them one day. */
interface NamedRow {
  readonly text: (name: string) => string;
  readonly count: (name: string) => number;
  readonly countOrNull: (name: string) => number | null;
}

function rowsOf<T>({ columns, rows }: ListRows, read: (row: NamedRow) => T): readonly T[] {
  return rows.map((row) => {
    const cellAt = (name: string): string | number | null => row[columns.indexOf(name)] ?? null;
    return read({
      text: (name) => String(cellAt(name) ?? ""),
      count: (name) => Number(cellAt(name) ?? 0),
      countOrNull: (name) => (cellAt(name) === null ? null : Number(cellAt(name))),
    });
  });
}

function votesIn(row: NamedRow, options: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(options.map((option) => [option, row.count(`votes.${option}`)]));
}

function editionIn(row: NamedRow, options: readonly string[]): CourseEdition {
  const asOf = row.text("asOf");
  return {
    number: row.count("number"),
    asOf: asOf === "" ? null : asOf,
    stations: row.count("stations"),
    processed: row.count("processed"),
    counted: row.count("counted"),
    validVotes: row.count("validVotes"),
    votes: votesIn(row, options),
  };
}

function bulletinIn(row: NamedRow, options: readonly string[]): CourseBulletin {
  return {
    series: row.count("series"),
    asOf: row.text("asOf"),
    shareProcessed: row.countOrNull("shareProcessed"),
    shareCounted: row.countOrNull("shareCounted"),
    votes: votesIn(row, options),
  };
}

function stepIn(row: NamedRow): CourseStep {
  const { text, count: whole } = row;
  return {
    from: whole("from"),
    to: whole("to"),
    option: text("option"),
    rival: text("rival"),
    was: text("was"),
    now: text("now"),
    sheets: whole("sheets"),
    change: whole("change"),
  };
}

function byMoment(a: { readonly asOf: string | null }, b: { readonly asOf: string | null }): number {
  const [left, right] = [a.asOf ?? "", b.asOf ?? ""];
  return left < right ? -1 : left > right ? 1 : 0;
}
