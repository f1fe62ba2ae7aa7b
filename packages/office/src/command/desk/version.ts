/** Version of the command; a test holds it against the package. */
export const VERSION = "0.1.0";

/** How the command names itself to servers. */
export const AGENT = `acta/${VERSION}`;
