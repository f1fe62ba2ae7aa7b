// What the rooms of the library export through their doors, with the doc comments. Used by the glossary and by its test.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/**
 * A name that a room of the library exports through its index.ts.
 * @typedef {{ room: string, name: string, concept: boolean, meaning: string }} PublicName
 * `concept`: a type, interface or class, which the glossary explains. `meaning`: its doc comment as plain text; "" without one.
 */

const concepts = ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias | ts.SymbolFlags.Class | ts.SymbolFlags.Enum;

/**
 * Lists what the rooms of a source folder export, through re-exports of every kind.
 * @param {string} sourceFolder
 * @returns {readonly PublicName[]}
 */
export function publicNames(sourceFolder) {
  const doors = readdirSync(sourceFolder)
    .map((room) => ({ room, path: join(sourceFolder, room, "index.ts") }))
    .filter(({ path }) => existsSync(path));
  const program = ts.createProgram({
    rootNames: doors.map(({ path }) => path),
    options: {
      module: ts.ModuleKind.NodeNext,
      target: ts.ScriptTarget.ES2023,
      lib: ["lib.es2023.d.ts"],
      types: [],
      strict: true,
      noEmit: true,
      skipLibCheck: true,
    },
  });
  const checker = program.getTypeChecker();
  return doors.flatMap(({ room, path }) => {
    const source = program.getSourceFile(path);
    const door = source === undefined ? undefined : checker.getSymbolAtLocation(source);
    if (door === undefined) return [];
    return checker.getExportsOfModule(door).map((exported) => {
      const declared = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      return {
        room,
        name: exported.name,
        concept: (declared.flags & concepts) !== 0,
        meaning: ts.displayPartsToString(declared.getDocumentationComment(checker)),
      };
    });
  });
}
