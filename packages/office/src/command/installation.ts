import { fileURLToPath } from "node:url";

// This file stays at this depth: the bundle of the command stands as deep under the package as the files beside this one do.

/** Folder of the checkout that this command was built in. */
export const CHECKOUT = fileURLToPath(new URL("../../../../", import.meta.url));

/** The module that starts the command, for a process of its own. */
export const MAIN_MODULE = fileURLToPath(new URL("../main.js", import.meta.url));
