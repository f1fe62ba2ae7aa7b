/**
 * One case of a vector file, recomputed.
 * @typedef {{ id: string, passed: boolean, got: unknown, want: unknown }} VectorCase
 */

/**
 * Recomputes one format of vector file, which it knows by its shape.
 * @typedef {{
 *   name: string,
 *   matches: (json: unknown) => boolean,
 *   run: (json: unknown) => Iterable<VectorCase> | AsyncIterable<VectorCase>,
 * }} Runner
 */

/**
 * Prints a value on one line; a bigint as its digits, what JSON lacks by its name.
 * @param {unknown} value
 */
function show(value) {
  if (value === undefined) return "undefined";
  return JSON.stringify(value, (_key, part) => {
    if (typeof part === "bigint") return `${part}n`;
    if (part instanceof Map) return Object.fromEntries(part);
    if (typeof part === "number" && !Number.isFinite(part)) return String(part);
    return part;
  });
}

/**
 * What a file says it is: its title when it has one, otherwise its top-level names.
 * @param {unknown} json
 * @returns {string}
 */
function describeShape(json) {
  if (Array.isArray(json)) return `a list of ${json.length}`;
  if (typeof json !== "object" || json === null) return typeof json;
  const meta = "meta" in json && typeof json.meta === "object" && json.meta !== null ? json.meta : {};
  for (const title of [Reflect.get(meta, "title"), Reflect.get(meta, "about"), Reflect.get(json, "about")]) {
    if (typeof title === "string") return `"${title.length > 70 ? `${title.slice(0, 70)}...` : title}"`;
  }
  return `{ ${Object.keys(json).join(", ")} }`;
}

/**
 * @param {unknown} error
 */
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

/**
 * @param {Runner} runner
 * @param {unknown} json
 */
async function runCases(runner, json) {
  const lines = [];
  let passed = 0;
  let failed = 0;
  try {
    for await (const { id, passed: good, got, want } of runner.run(json)) {
      if (good) {
        passed += 1;
        continue;
      }
      failed += 1;
      lines.push(`FAIL ${id}`, `  got  ${show(got)}`, `  want ${show(want)}`);
    }
  } catch (error) {
    failed += 1;
    lines.push(`FAIL ${runner.name} stopped after ${passed + failed - 1} cases: ${messageOf(error)}`);
  }
  return { lines, passed, failed };
}

/**
 * Checks one vector file with the runner that knows its shape.
 * @param {string} file its name, as the reader wrote it
 * @param {() => string} read
 * @param {() => readonly Runner[] | Promise<readonly Runner[]>} loadRunners called only for a file that is JSON
 * @returns {Promise<{ lines: string[], code: 0 | 1 | 2 }>}
 */
export async function checkVectors(file, read, loadRunners) {
  let text = "";
  try {
    text = read();
  } catch (error) {
    return { lines: [`${file}: cannot be read: ${messageOf(error)}`], code: 2 };
  }
  /** @type {unknown} */
  let json;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { lines: [`${file}: is not JSON: ${messageOf(error)}`], code: 2 };
  }
  const runners = await loadRunners();
  const runner = runners.find((one) => one.matches(json));
  if (runner === undefined) {
    const known = runners.length === 0 ? "none yet" : runners.map(({ name }) => name).join(", ");
    const shape = describeShape(json);
    return { lines: [`${file}: no room reads this format yet: ${shape} (formats read: ${known})`], code: 2 };
  }
  const { lines, passed, failed } = await runCases(runner, json);
  if (passed + failed === 0) return { lines: [`${file}: holds no cases of ${runner.name}`], code: 2 };
  return { lines: [...lines, `${file}: ${passed} passed, ${failed} failed`], code: failed === 0 ? 0 : 1 };
}
