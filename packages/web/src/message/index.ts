/** Texts with placeholders, plural and choice (ICU MessageFormat), written as small as a page on a slow line needs it. */
export { readMessage } from "./message-text.js";
export type { Message, MessageValues } from "./message-text.js";
