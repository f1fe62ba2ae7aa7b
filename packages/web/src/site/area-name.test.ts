import { expect, test } from "vitest";
import { areaName } from "./area-name.js";

test("a name in capitals is printed as a newspaper does, and any other is left alone", () => {
  const names = [
    ["AMAZONAS", "Amazonas"],
    ["MADRE DE DIOS", "Madre de Dios"],
    ["LA LIBERTAD", "La Libertad"],
    ["CAÑETE", "Cañete"],
    ["SAN JUAN DE LURIGANCHO", "San Juan de Lurigancho"],
    ["SANTA MARIA-CHICO", "Santa Maria-Chico"],
    ["EE.UU.", "EE.UU."],
    ["Lima Metropolitana", "Lima Metropolitana"],
    ["", ""],
  ] as const;
  for (const [from, to] of names) expect(areaName(from)).toBe(to);
});
