import type { storeEn } from "./en.js";

/** Texts of this room in Spanish, by key (ICU MessageFormat). */
export const storeEs: Readonly<Record<keyof typeof storeEn, string>> = {
  "store.noData": "aquí no hay datos de acta: acta import DEFINICIÓN --source ARCHIVO --data {where} los crea",
  "store.notOurs": "esta carpeta tiene otros archivos: indique una carpeta vacía o nueva",
  "store.locked": "otro proceso ({pid}) está escribiendo aquí: espere a que termine",
  "store.diskFull": "el disco está lleno: libere espacio y repita; no se registró nada",
  "store.fileTooLarge":
    "en este sistema un archivo no puede crecer tanto (ulimit, formato del disco); no se registró nada",
  "store.noPermission": "no hay permiso para escribir o leer aquí: use otra carpeta, o pídalo a su dueño",
  "store.readOnly": "este disco es de solo lectura: use otra carpeta",
  "store.notFound": "no existe ese archivo: revise la ruta",
  "store.notAFolder": "esto no es una carpeta: indique una vacía o nueva",
  "store.isAFolder": "esto es una carpeta, y hace falta un archivo",
  "store.failed": "el sistema se negó ({system})",
  "store.otherFormat":
    "la carpeta de datos fue hecha por otra versión de acta: use esa versión, o importe en una carpeta nueva",
  "store.blobAltered": "este archivo fue alterado después de registrarse: restáurelo de una copia o vuelva a importar",
  "store.noElection": "todavía no se ha importado ninguna elección aquí: acta import DEFINICIÓN --source ARCHIVO",
  "store.unknownElection": "aquí no está la elección {election}; están: {known}",
  "store.noEdition": "la elección {election} todavía no tiene edición",
  "store.noEditionBefore": "ninguna edición describe el cómputo hasta {moment}",
  "store.unknownEdition": "ninguna edición, o más de una, responde a {edition}; están: {known}",
  "ledger.moved": "alguien más escribió mientras tanto ({size, number} asientos en vez de {expected, number}): repita",
  "ledger.missing": "falta el libro de esta carpeta de datos: recupérelo de una copia, o importe de nuevo",
  "ledger.damaged": "el libro está dañado en el byte {offset, number}: no se cambió nada; restáurelo de una copia",
  "ledger.forked":
    "los {size, number} asientos para los que se firmó el punto de control no son los que están aquí: no se escribió nada; acta doctor, y luego recupere la carpeta de una copia",
  "ledger.rolledBack":
    "el punto de control se firmó para más asientos que los {size, number} que están aquí: faltan algunos; no se escribió nada; recupere la carpeta de una copia",
  "ledger.badCheckpoint":
    "el punto de control no está firmado por la clave de este libro ({reason}): recupérelo de una copia, o quítelo si nadie lo ha visto",
  "store.atTooLarge": "el libro tiene {size, number} asientos, no {at}",
  "store.unknownAt":
    "{at} no es un número de asientos, ni un momento, ni una sola edición de esta elección; están: {known}",
  "store.nothingAt": "hasta {at} no se había registrado aquí ninguna elección",
  "ledger.behind":
    "El punto de control firmado llega a {size, number} asientos; {behind, plural, one {# asiento posterior está registrado y aún no firmado} other {# asientos posteriores están registrados y aún no firmados}}: la próxima importación los firma.",
  "store.derivedLeft":
    "hay archivos derivados que no son lo que dice el libro y no se pueden quitar: quítelos usted ({files})",
  "store.noBackup": "esto no es una copia de respaldo, o quedó cortada: no tiene acta-backup.json",
  "store.backupAltered":
    "este archivo del respaldo no está como se escribió: use otro respaldo; no use lo recuperado hasta aquí",
};
