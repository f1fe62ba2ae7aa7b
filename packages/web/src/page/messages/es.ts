/** Texts of the page in Spanish, by key (ICU MessageFormat). */
export const pageEs = {
  "page.title": "Recuente usted mismo",
  "page.lead":
    "Esta página descarga las actas publicadas y hace todo otra vez en su propio equipo: la huella de cada asiento, las firmas, las sumas de cada local, distrito y región, y cada archivo. No hace falta creerle a este servidor.",
  "page.folder": "Carpeta publicada",
  "page.key": "Clave de quien publica",
  "page.keyHint":
    "Pídala por otra vía: una nota de prensa, una página impresa, una llamada. Sin ella la respuesta será «consistente, firmante desconocido».",
  "page.everyFile": "Descargar además cada archivo y compararlo byte por byte (puede tardar minutos)",
  "page.start": "Verificar",
  "page.again": "Verificar otra vez",
  "page.running": "Verificando…",
  "page.language": "English",
  "progress.fetch": "Descargar",
  "progress.entries": "Huellas y raíz",
  "progress.files": "Sumar y rehacer los archivos",
  "progress.count": "{done, number} de {all, number}",
  "answer.sound": "Todo cuadra",
  "answer.soundFull": "Cada cifra publicada sale de los {size, number} asientos firmados del registro.",
  "answer.differs": "No es lo publicado",
  "answer.differsFull":
    "{count, plural, one {Hay # diferencia} other {Hay # diferencias}} entre lo publicado y lo que sale de las actas.",
  "answer.failed": "No se pudo verificar",
  "answer.seconds": "Verificado en {seconds, number, ::.0} segundos, en este equipo.",
  "answer.synthetic": "Elección inventada: nada de esto ocurrió.",
  "answer.drill": "Simulacro: nada de esto ocurrió.",
  "signer.title": "Quién firmó",
  "signer.given": "Firmado con la clave que usted indicó.",
  "signer.pinned": "Firmado con la misma clave que en su verificación del {day}.",
  "signer.unknown":
    "Consistente, firmante desconocido: la carpeta nombra su propia clave. Compárela con la que le dé por otra vía quien publica. Desde ahora este navegador la recuerda.",
  "signer.unknownUnkept":
    "Consistente, firmante desconocido: la carpeta nombra su propia clave. Compárela con la que le dé por otra vía quien publica.",
  "signer.unknownBad": "Firmante desconocido: la carpeta nombra su propia clave.",
  "signer.rollback": "De los {size, number} asientos vistos el {day} no se retiró ni alteró ninguno.",
  "signer.noRollback":
    "Si antes de hoy se retiró algo no se puede ver desde aquí: este navegador no había visto este libro.",
  "signer.ofRecord": "Libro oficial: cada asiento lo firmó el rol que actuó, y todas las firmas se cumplen.",
  "signer.reported":
    "Los asientos los anotó un registrador a partir de lo que otros publicaron; no son los de la propia autoridad.",
  "checked.title": "Qué se comprobó",
  "checked.entries": "Asientos, cada uno con su huella; todos dan la raíz firmada",
  "checked.editions": "{count, plural, one {Edición sumada} other {Ediciones sumadas}} de nuevo, todos los ámbitos",
  "checked.bytes": "Archivos hechos de nuevo y comparados byte por byte",
  "checked.hashes": "Archivos hechos de nuevo; solo su huella se comparó con la lista firmada (no se descargaron)",
  "checked.listed": "Archivos que no salen de las actas (páginas, fuentes): iguales a los de la lista firmada",
  "checked.notFetched": "Archivos que no salen de las actas y no se descargaron: solo se sabe que la lista los nombra",
  "unchecked.title": "Qué no se comprobó",
  "unchecked.doors":
    "Que las actas del registro sean iguales a las que se pegaron en la puerta de cada mesa: para eso, compare fotografías.",
  "unchecked.complete": "Que el registrador haya anotado todo lo que se publicó.",
  "unchecked.files":
    "Que cada archivo de datos que sirve este servidor sea el de la lista firmada: para eso, marque la casilla de arriba y se descargan todos.",
  "unchecked.page":
    "Esta página viene del mismo servidor. Quien lo controle puede cambiarla: si duda, verifique con la orden de abajo, instalada desde otra parte.",
  "differences.title": "Diferencias",
  "differences.more": "… y {count, number} más.",
  "command.title": "Lo mismo en la línea de órdenes",
  "command.text": "Con Acta instalado (Node 20 o posterior):",
  "command.key": "CLAVE",
};
