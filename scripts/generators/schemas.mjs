// Writes docs/schemas: a JSON Schema (2020-12) of every kind of entry, from the forms by which entries are read, with the meaning of
// each field from the doc comments of the types that the compiler holds against these forms.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { toJsonSchema } from "@valibot/to-json-schema";
import { ENTRY_VERSIONS, actForms, headerForm, plainForms, sheetForm } from "acta/record";
import { root } from "../workshop.mjs";

export const name = "scripts/generators/schemas.mjs";

const folder = "packages/acta/src/record";
const blobs = ["definition", "roll", "source", "lawSet"];

/** @param {string} kind */
function formOf(kind) {
  if (kind === "sheet") return sheetForm;
  if (blobs.includes(kind)) return plainForms.blob;
  return { ...plainForms, ...actForms }[kind];
}

/** Name of the type of an entry. @param {string} kind */
function typeOf(kind) {
  if (blobs.includes(kind)) return "BlobEntry";
  return `${kind[0]?.toUpperCase()}${kind.slice(1)}Entry`;
}

const SHEET =
  "One version of one copy of a sheet: [station, status, [cell, ...]] and the ledger position of the version that it replaces, when there is one. " +
  'A cell is a count, "" for blank, "?" for illegible, "-" for not supplied, or "!" and what was written for an absurd figure.';

/** Meaning of a type and of its fields, from the source. @param {string} source @param {string} type */
function meaningOf(source, type) {
  const start = source.indexOf(`export interface ${type} `);
  if (start < 0) throw new Error(`no type ${type}`);
  const comment = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n$/.exec(source.slice(0, start))?.[1] ?? "";
  const body = source.slice(start, source.indexOf("\n}", start));
  /** @type {Record<string, string>} */
  const fields = {};
  for (const [, text = "", field = ""] of body.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*readonly (\w+)/g))
    fields[field] = oneLine(text);
  return { meaning: oneLine(comment), fields };
}

/** @param {string} text */
function oneLine(text) {
  return text
    .replaceAll(/^\s*\* ?/gm, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/**
 * @param {string} kind
 * @param {number} version
 * @param {any} form
 * @param {{ meaning: string, fields: Record<string, string> }} says
 */
function schemaFile(kind, version, form, says) {
  const schema = toJsonSchema(form, {
    target: "draft-2020-12",
    typeMode: "output",
    ignoreActions: ["raw_transform", "check"],
  });
  const properties = Object.entries(schema.properties ?? {}).map(([field, value]) => {
    const meaning = says.fields[field];
    return [field, meaning === undefined ? value : Object.assign({ description: meaning }, value)];
  });
  const whole = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: `${kind}, version ${version}`,
    description: says.meaning,
    ...schema,
    ...(properties.length > 0 ? { properties: Object.fromEntries(properties) } : {}),
  };
  return { path: `docs/schemas/${kind}.v${version}.schema.json`, text: `${JSON.stringify(whole, null, 2)}\n` };
}

/** @returns {readonly { path: string, text: string }[]} */
export function generate() {
  const source = ["act.ts", "entry.ts", "blob-entry.ts", "batch-header.ts"]
    .map((file) => readFileSync(join(root, folder, file), "utf8"))
    .join("\n");
  const facts = meaningOf(source, "ActFacts").fields;
  const kinds = Object.entries(ENTRY_VERSIONS).map(([kind, version]) => {
    if (kind === "sheet") return schemaFile(kind, version, sheetForm, { meaning: SHEET, fields: {} });
    const { meaning, fields } = meaningOf(source, typeOf(kind));
    return schemaFile(kind, version, formOf(kind), { meaning, fields: { ...facts, ...fields } });
  });
  return [schemaFile("header", 1, headerForm, meaningOf(source, "BatchHeader")), ...kinds];
}
