// TextEncoder and TextDecoder are pure and in every runtime that we support; nothing else of a platform is declared,
// so that the compiler refuses disk, network, clock and console in the library.
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
  decode(bytes?: Uint8Array): string;
}
