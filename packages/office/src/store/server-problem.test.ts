import { expect, test } from "vitest";
import { serverProblem } from "./server-problem.js";

const codeOf = (code: string): string => serverProblem(Object.assign(new Error("x"), { code }), "db").code;

test("a server that went away is told as one, whoever says so: the system or the server itself", () => {
  for (const code of ["EPIPE", "ECONNRESET", "ECONNREFUSED", "ETIMEDOUT", "57P01", "08006", "53300"])
    expect([code, codeOf(code)]).toEqual([code, "store.serverGone"]);
});

test("codes of the server that mean something else keep their meaning; unknown ones are failures of the server", () => {
  expect(["42501", "53100", "40001", "3D000", "XX000"].map(codeOf)).toEqual([
    "store.serverDenied",
    "store.serverFull",
    "store.serverBusy",
    "store.noDatabase",
    "store.serverFailed",
  ]);
});

test("what is neither the system's word nor the server's is a bug, and is thrown on", () => {
  expect(() => serverProblem(new TypeError("x is not a function"), "db")).toThrow("x is not a function");
});
