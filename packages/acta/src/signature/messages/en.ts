/** Texts of this room in English, by key (ICU MessageFormat). */
export const signatureEn = {
  "signature.missing": "entry {index, number} and what follows it is not signed",
  "signature.otherRange": "the signature at entry {index, number} is for other entries than those before it",
  "signature.otherRoot": "the entries from {first, number} to {index, number} are not those that were signed",
  "signature.notValid": "the signature at entry {index, number} holds for no key that this ledger knows",
  "signature.revoked": "the key of {holder} was revoked or replaced before it signed at entry {index, number}",
  "signature.expired": "the key of {holder} had expired when it signed entry {index, number}",
  "signature.otherSigner": "entry {index, number} ({kind}) names {holder} as signer, who did not sign it",
  "signature.wrongRole":
    "entry {index, number}: a {kind} by {holder} ({role}) has to be signed with a key of that role, and the role must be one that may sign it",
  "signature.notAlone": "entry {index, number}: a {kind} is signed alone, never together with other entries",
  "signature.notYourKey":
    "entry {index, number}: who signed may not change the key of {holder}; the authority adds and revokes, a holder rotates or revokes its own",
  "signature.notFounded":
    "entry {index, number}: the first signature is not of the key that the ledger''s name {origin} gives",
  "signature.keyTwice": "entry {index, number}: this key of {holder} is in the ledger already",
  "signature.unknownKey": "entry {index, number}: the key that goes is not in force, or belongs to somebody else",
  "signature.otherHeader":
    "the signature at entry {index, number} does not say who signed, or when the entries were recorded",
};
