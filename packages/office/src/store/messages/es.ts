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
  "ledger.clockBack":
    "los asientos llevan fecha {moment}, anterior al último que hay aquí ({last}): no se registró nada; ponga en hora este equipo y repita",
  "ledger.clockBehind":
    "El reloj de este equipo ({now}) está atrasado respecto al último asiento ({last}). Lo que se registró lleva el momento de ese asiento; vea cuál de los dos está mal.",
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
  "store.noCheckpoint": "aquí no hay nada firmado todavía: la próxima importación firma un punto de control",
  "store.keptByServer": "un servidor guarda el libro de esta carpeta: esta orden no puede escribir en él",
  "store.otherBytes": "estos bytes no son los de su nombre: no se registró nada",
  "store.copyBehind":
    "quedó registrado en el servidor, pero la copia de esta carpeta no se pudo escribir ({problem}): libere espacio; la siguiente orden la completa",
  "store.copyAsItWas":
    "Lo que sigue es la copia de esta carpeta tal como se actualizó por última vez; puede haber asientos más nuevos.",
  "store.addressForFolder":
    "esto es la dirección de un servidor, y hace falta una carpeta: acta join DIRECCIÓN --data CARPETA una vez, y luego --data CARPETA",
  "store.badServerAddress": "esto no es la dirección de un servidor PostgreSQL: postgres://USUARIO@EQUIPO:PUERTO/BASE",
  "store.passwordInAddress":
    "una dirección con contraseña quedaría a la vista de otros y no se usa: ponga la contraseña en ~/.pgpass o PGPASSWORD, y cámbiela si este equipo es compartido",
  "store.serverGone": "el servidor no responde ({reason}): no se perdió nada; repita cuando vuelva",
  "store.serverLost":
    "el servidor se fue mientras registraba ({reason}): repita la orden cuando vuelva; lo que haya registrado no se registra dos veces",
  "store.serverBusy": "otro puesto hace esperar al servidor ({reason}): no se registró nada; repita",
  "store.serverRefused":
    "el servidor no admite a este usuario ({reason}): dé la contraseña en ~/.pgpass o PGPASSWORD, o pregunte a quien lo administra",
  "store.serverTls":
    "no hay conexión protegida con el servidor ({reason}): revise sslmode y los certificados de su dirección",
  "store.serverDenied":
    "este usuario no puede hacer eso en el servidor ({reason}): pida el permiso a quien lo administra",
  "store.serverFull": "el disco del servidor está lleno ({reason}): no se registró nada; libere espacio allí y repita",
  "store.serverFailed": "el servidor se negó ({reason}): no se registró nada; su propio registro dice más",
  "store.serverTooOld": "el servidor es PostgreSQL {version}: hace falta la versión 15 o posterior",
  "store.serverNotDurable":
    "el servidor trabaja con fsync apagado y podría perder lo que confirmó: enciéndalo; no se escribió nada",
  "store.noDatabase": "el servidor no tiene esa base de datos ({reason}): createdb la crea",
  "store.noDeskKey":
    "este puesto no tiene la clave de su libro y solo puede leer: copie keys/recorder.key del primer puesto a este lugar",
  "store.noServer": "ningún servidor guarda el libro de esta carpeta",
  "store.noServerLedger":
    "en esta base de datos ya no hay un libro: recupere la base de una copia, o use acta join con la dirección de otra",
  "store.serverFormat":
    "las tablas del servidor son de la versión {found, number}, y este acta conoce la {known, number}: no se tocó nada; use el acta que las hizo, o una base vacía",
  "store.serverDamaged":
    "al libro del servidor le faltan partes: aquí no se cambió nada; recupere la base de una copia",
  "store.serverBehind":
    "el servidor tiene {size, number} asientos y esta copia {here, number}: allí se quitó algo; aquí no se cambió nada; guarde esta carpeta, es la prueba",
  "store.serverForked":
    "el libro del servidor no empieza con los {size, number} asientos que están aquí, o no está firmado tal como está: aquí no se cambió nada; guarde esta carpeta, es la prueba",
  "store.serverUnsigned": "lo que hay en el servidor no lleva una firma que se pueda comprobar: aquí no se cambió nada",
  "store.mirror":
    "esta carpeta es un espejo de {from}: aquí no se importa nada; acta import {from} --data {where} lo sigue",
};
