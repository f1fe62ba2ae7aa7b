import type { correctionEn } from "./correction-en.js";

/** Texts of corrections, in Spanish, by key (ICU MessageFormat). */
export const correctionEs: Readonly<Record<keyof typeof correctionEn, string>> = {
  "shell.corrections": "Fe de erratas",
  "foot.corrections": "Fe de erratas",
  "correction.told": "Corregido después ({day}):",
  "correction.more":
    "{count, plural, =0 {Qué se corrigió} one {Qué se corrigió, y una corrección más} other {Qué se corrigió, y # correcciones más}}",
  "correction.intro":
    "Lo que resultó equivocado después de publicarse. Nada se borra: la edición anterior queda en su dirección, con un aviso.",
  "correction.count":
    "{count, plural, =0 {Hasta ahora no se ha corregido nada.} one {Una corrección.} other {# correcciones.}}",
  "correction.feed": "La fe de erratas como canal de noticias (Atom)",
  "correction.head": "{day} · {by} · el asiento {entry, number} corrige el asiento {of, number}",
  "correction.entry": "Asiento {entry, number}",
  "correction.change": "{what}: {to}, antes {from}",
  "correction.editions":
    "{count, plural, =0 {Ninguna edición muestra lo equivocado.} one {La edición {numbers} muestra lo equivocado.} other {Las ediciones {numbers} muestran lo equivocado.}}",
  "correction.notYet": "Todavía ninguna edición trae la corrección.",
  "correction.in": "Corregido desde la edición {number, number}",
};
