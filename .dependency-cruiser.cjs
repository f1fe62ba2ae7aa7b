// The arrows between rooms, held by dependency-cruiser. The arrows themselves are in arrows.json; here they become rules.
const arrows = require("./arrows.json");

const library = "packages/acta/src";
const office = "packages/office/src";
const web = "packages/web/src";
const houses = [library, office, web];
const tests = "[.]test[.]ts$";

/** One alternative of a regular expression out of names. */
const oneOf = (names) => `(${names.map((name) => name.replaceAll(".", "[.]")).join("|")})`;

const names = (house) => Object.keys(arrows[house] ?? {});
const rooms = (house) => names(house).filter((name) => !name.endsWith(".ts"));
const files = (house) => names(house).filter((name) => name.endsWith(".ts"));

/** Where everything that is listed in a house lives. */
const listed = (house) => [
  ...(rooms(house).length > 0 ? [`^${house}/${oneOf(rooms(house))}/`] : []),
  ...(files(house).length > 0 ? [`^${house}/${oneOf(files(house))}$`] : []),
];

/** The place of a room, or of a single file that is listed like one. */
const place = (house, name) => (name.endsWith(".ts") ? `^${house}/${oneOf([name])}$` : `^${house}/${name}/`);

/** The package that a house is. */
const houseName = (house) => house.split("/")[1];

/** A room sees nothing of its house but itself and what its arrows name. */
const arrowRule = (house) => (name) => ({
  name: `arrow-${houseName(house)}-${name}`,
  comment: `${name} may see ${arrows[house][name].join(", ") || "nothing"} (arrows.json)`,
  severity: "error",
  from: { path: place(house, name), pathNot: tests },
  to: {
    path: `^${house}/`,
    pathNot: [
      place(house, name),
      ...arrows[house][name].filter((to) => to !== "library").map((to) => place(house, to)),
    ],
  },
});

const noLibrary = names(office).filter((name) => !arrows[office][name].includes("library"));

/** Three ways to meet a folder that is not in arrows.json, so that one without any import is met as well. */
const unlistedRules = houses.flatMap((house) => {
  const unlisted = { path: `^${house}/`, pathNot: [...listed(house), tests] };
  const rule = { comment: "a room must be listed in arrows.json", severity: "error" };
  const key = houseName(house);
  return [
    { ...rule, name: `unlisted-${key}-room-imports`, from: unlisted, to: {} },
    { ...rule, name: `unlisted-${key}-room-is-imported`, from: {}, to: unlisted },
    { ...rule, name: `unlisted-${key}-room`, from: { ...unlisted, orphan: true }, to: {} },
  ];
});

module.exports = {
  forbidden: [
    ...houses.flatMap((house) => names(house).map(arrowRule(house))),
    ...unlistedRules,
    {
      name: "door",
      comment: "a room is entered by its index.ts only",
      severity: "error",
      from: { path: `^(packages/[^/]+/src)/([^/]+)(?:/|$)`, pathNot: tests },
      to: { path: "^packages/[^/]+/src/[^/]+/", pathNot: ["^$1/$2/", "^packages/[^/]+/src/[^/]+/index[.]ts$"] },
    },
    {
      name: "library-by-name",
      comment: "the other packages import the library as acta/<room>, not by path",
      severity: "error",
      from: { path: "^packages/(office|web)/" },
      to: { path: "^packages/acta/", dependencyTypesNot: ["aliased"] },
    },
    {
      name: "library-not-seen-here",
      comment: "this part of the office may not see the library (arrows.json)",
      severity: "error",
      from: { path: noLibrary.length > 0 ? noLibrary.map((name) => place(office, name)) : "^$", pathNot: tests },
      to: { path: "^packages/acta/" },
    },
    {
      name: "no-office-in-library",
      comment: "the library never sees the office, not even in tests",
      severity: "error",
      from: { path: "^packages/acta/" },
      to: { path: ["^packages/office/", "^office(/|$)"] },
    },
    {
      name: "no-office-in-web",
      comment: "pages see the library and never the office: they run where there is no Node",
      severity: "error",
      from: { path: `^${web}/`, pathNot: tests },
      to: { path: ["^packages/office/", "^office(/|$)"] },
    },
    {
      name: "web-without-node",
      comment: "pages run in browsers: nothing of Node",
      severity: "error",
      from: { path: `^${web}/`, pathNot: tests },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "library-is-pure",
      comment: "the library imports nothing of Node: time, chance, keys and bytes are arguments",
      severity: "error",
      from: { path: `^${library}/`, pathNot: tests },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "no-tests-in-product",
      comment: "product code imports no tests and no scripts",
      severity: "error",
      from: { path: "^packages/[^/]+/src/", pathNot: tests },
      to: { path: [tests, "^scripts/"] },
    },
    {
      name: "cycle",
      comment: "no cycles, neither between rooms nor between the files of one room",
      severity: "error",
      from: { path: "^packages/" },
      to: { circular: true },
    },
    {
      name: "unresolved",
      comment: "the imported file or package does not exist",
      severity: "error",
      from: { path: "^packages/" },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true, // type-only imports are arrows too
    tsConfig: { fileName: "tsconfig.arrows.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)dist/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
