// Every vector format that a room of the library reads. To add one: a file beside this one that exports a runner
// (see Runner in check-vectors.mjs), which may import the built library as `acta/<room>`; then a line here.
import { apportionment } from "./apportionment.mjs";
import { estimates } from "./estimates.mjs";
import { tlog } from "./tlog.mjs";

/** @type {readonly import("./check-vectors.mjs").Runner[]} */
export const runners = [tlog, apportionment, estimates];
