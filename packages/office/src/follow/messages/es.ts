import type { followEn } from "./en.js";

/** Texts of this room in Spanish, by key (ICU MessageFormat). */
export const followEs: Readonly<Record<keyof typeof followEn, string>> = {
  "fetch.badAddress":
    "{reason, select, password {no se usa una dirección que lleva usuario o contraseña} notHttps {solo se usa https (http, únicamente en esta máquina)} private {lleva a una red privada: indique usted mismo la dirección si es lo que quiere} other {esto no es una dirección}}",
  "fetch.notFound": "el servidor no tiene ese archivo ({reason})",
  "fetch.refused": "el servidor se niega ({reason})",
  "fetch.timeout": "el servidor no responde a tiempo: vuelva a intentarlo más tarde",
  "fetch.tooLarge": "mide más de {most, number} bytes: no se descargó",
  "fetch.failed":
    "no se pudo descargar ({reason, select, cutOff {la conexión se cortó} redirects {demasiadas redirecciones} certificate {el certificado del servidor no es válido} ENOTFOUND {no existe ese servidor o no hay red} EAI_AGAIN {no existe ese servidor o no hay red} ECONNREFUSED {nadie responde ahí} other {{reason}}})",
  "fetch.interrupted": "interrumpido",
  "fetch.wrongHash":
    "no es el archivo que nombra la definición: su hash es {actual} en vez de {expected}; quedó guardado en {kept} y no se importó",
  "fetch.nothingKnown": "la definición de {election} no nombra archivos con dirección: indique uno con --source",
  "follow.held": "retenido",
  "follow.unstable": "el archivo se está escribiendo",
  "follow.noSource": "no se indicó ninguna fuente: agregue --source DIRECCIÓN o --source RUTA",
  "follow.badDuration": "{flag} {text} no es un tiempo como 30s, 5m o 2h",
  "follow.badNumber": "{flag} {text} no es un número entero desde 1",
  "follow.tooOften": "--every {text} es demasiado seguido para un servidor ajeno: 10s o más",
  "follow.badAsOf":
    "--as-of {text}: aquí solo vale last-modified, la hora que da el servidor; acta import acepta un momento",
  "event.started": "Siguiendo {sources} cada {every}. Ctrl-C lo termina.",
  "event.edition":
    "Edición {number} ({id}), estado al {moment}.{shown, select, yes {} other { Es anterior a lo que se muestra: ahí nada cambia.}}",
  "event.edition.contest": "{contest}: {counted, number} de {total, number} actas contabilizadas; {lead}.",
  "event.edition.unknown":
    "La fuente no dice qué momento describe. Si la hora de su servidor significa eso: --as-of last-modified.",
  "event.lead": "{leader} va adelante por {margin, plural, one {# voto} other {# votos}}",
  "event.lead.tied": "empate: {options}",
  "event.lead.none": "todavía sin votos",
  "event.bulletins":
    "Totales publicados {series}: {written, plural, one {# momento nuevo} other {# momentos nuevos}}, el último del {moment}.",
  "event.seenAgain":
    "{file}: otros bytes, pero los mismos datos de la edición {number} ({id}); no es una edición nueva.",
  "event.leadChange": "CAMBIÓ EL PRIMER LUGAR ({contest}): ahora {after}; antes, {before}.",
  "event.marginChange":
    "{contest}: la diferencia de {leader} {direction, select, up {creció} other {se redujo}} de {before, number} a {after, number} votos ({change}).",
  "event.regression":
    "{count, plural, one {# acta volvió a salir} other {# actas volvieron a salir}} del cómputo ({contest}): {stations}{more, plural, =0 {} other { y # más}}",
  "event.annulled":
    "{count, plural, one {# acta contabilizada fue anulada} other {# actas contabilizadas fueron anuladas}} ({contest}): {stations}{more, plural, =0 {} other { y # más}}",
  "event.restored":
    "{count, plural, one {# acta anulada vuelve a contar} other {# actas anuladas vuelven a contar}} ({contest}): {stations}{more, plural, =0 {} other { y # más}}",
  "event.countedChanged":
    "{count, plural, one {# acta contabilizada cambió sus cifras} other {# actas contabilizadas cambiaron sus cifras}} ({contest}): {stations}{more, plural, =0 {} other { y # más}}",
  "event.findings": "Muchos más hallazgos que antes: {codes}. acta check los muestra.",
  "event.findings.code": "{code} {before, number} → {after, number}",
  "event.held.twoMoments":
    "{source}: retenido, mezcla {found, number} momentos (corte inconsistente). Guardado en {kept}; no se importó.",
  "event.held.fewerStations":
    "{source}: retenido, trae {found, number} mesas en vez de {before, number} (¿corte inconsistente?). Guardado en {kept}; se importa si sigue así.",
  "event.held.smaller":
    "{source}: retenido, mide {found, number} bytes en vez de {before, number} (¿corte inconsistente?). Guardado en {kept}; se importa si sigue así.",
  "event.held.unstable": "{source}: retenido, se está escribiendo en este momento.",
  "event.refused": "{source}: no se importó. {problem}",
  "event.failed": "{problem} (se intenta otra vez en la próxima ronda)",
  "event.silent": "La fuente calla: nada nuevo desde {since} ({rounds, number} rondas).",
  "event.back": "{source, select, none {Volvió a llegar algo nuevo.} other {{source} vuelve a responder.}}",
  "event.stopped":
    "Terminado tras {rounds, plural, one {# ronda} other {# rondas}}: {editions, plural, =0 {ninguna edición nueva} one {# edición nueva} other {# ediciones nuevas}}.",
  "follow.waiting": "ronda {round, number} a las {time}; la próxima en {wait}",
  "follow.lost":
    "{problem}: el webhook no recibió un aviso{dropped, plural, =0 {} other {, y se descartaron # que esperaban}}; el seguimiento continúa",
  "follow.logFailed": "{problem}: los avisos no se escriben en el archivo mientras no se corrija",
};
