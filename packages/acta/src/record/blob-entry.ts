/** A content-addressed file that holds from here on: a definition, a roll, a raw source. */
export interface BlobEntry {
  readonly sha256: string;
  readonly bytes: number;
  /** File name as given, without its folder; for rolls and definitions what they are. */
  readonly name: string;
  /** The part of the source that the file is; "" otherwise. */
  readonly part: string;
}
