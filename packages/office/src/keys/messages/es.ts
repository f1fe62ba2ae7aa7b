import type { keysEn } from "./en.js";

/** Texts of this room in Spanish, by key (ICU MessageFormat). */
export const keysEs: Readonly<Record<keyof typeof keysEn, string>> = {
  "key.openToOthers":
    "otros pueden leer esta clave (permisos {mode}) y por eso no se usa: chmod 600 al archivo, si nadie la leyó",
  "key.notOne": "esto no es un archivo de clave Ed25519: recupérelo de una copia",
  "key.missing":
    "falta la clave que firma este libro: recupérela de una copia; una nueva no puede continuar en su nombre",
  "key.unreadable": "el archivo de la clave no se puede leer o escribir ({system})",
  "key.other": "esta no es la clave con la que empezó el libro {origin}: recupere aquella de una copia",
  "key.exists": "ya hay un archivo con este nombre: una clave nunca se sobrescribe",
  "key.noName":
    "este archivo no dice con qué nombre firma la clave: restáurelo de una copia, o haga una clave con acta keys make",
};
