/** Textos de las órdenes que asientan actos, en español, por clave (ICU MessageFormat). */
export const actsEs = {
  "argument.acts": "documento JSON con lotes de actos (docs/acts.md)",
  "argument.entry": "número del asiento equivocado",
  "argument.keyLine": "llave de verificación de quien firmará, en una línea (la imprime acta keys show)",
  "argument.keyName": "su titular, su nombre e identificador, o su línea (acta keys list)",
  "enter.brief":
    "Asienta actos: observaciones, expedientes, nulidades, resoluciones, apelaciones, plazos, votos, hechos",
  "enter.full":
    "Asienta actos de órganos y personas desde un documento JSON (docs/acts.md), en un solo paso. Lo que el registro rechaza no cambia nada. Los efectos de una resolución sobre las actas se aplican como están escritos. En un libro oficial cada lote se firma con --sign, con una llave del rol de quien actúa.",
  "enter.entered":
    "{kind}: {count, plural, one {asiento {first, number}} other {asientos {first, number} a {last, number}}}",
  "enter.signed":
    "{kind}: {count, plural, one {asiento {first, number}} other {asientos {first, number} a {last, number}}}, con la firma de {signer}",
  "enter.size": "El libro tiene {size, number} asientos.",
  "enter.sealNext":
    "Cambiaron cifras. Entran en los resultados y publicaciones con la próxima edición: acta seal --data {data} --as-of FECHA",
  "erratum.brief": "Corrige un asiento sin borrarlo",
  "erratum.full":
    "Asienta una fe de erratas: qué asiento estaba equivocado, qué es lo correcto y, si es un acta, sus cifras como debieron asentarse. El asiento equivocado queda en el libro y la historia del acta muestra los dos.",
  "flag.erratumText": "qué estaba mal y qué es lo correcto",
  "flag.erratumStation": "mesa cuya acta se corrige",
  "flag.erratumStatus": "su estado según la definición; si no se da, queda como está",
  "flag.figures": "casillas que cambian, por ejemplo votes.a=16,blank=4; las demás quedan como están",
  "flag.sealAsOf": "estado del cómputo que muestra la edición: una fecha y hora, o now",
  "flag.reason": "por qué se sella",
  "seal.brief": "Sella el libro tal como está como una edición",
  "seal.full":
    "Las resoluciones y correcciones entran en los resultados y publicaciones con la próxima edición. Una importación sella una; esta orden sella una sin importar nada.",
  "seal.done": "Edición {number} sellada: {id}, {size, number} asientos.",
  "flag.keyRole": "electionAuthority, tribunal, certifier, partyAgent, observer, chamber o recorder",
  "flag.keyHolder": "órgano, partido o misión en cuyo nombre firma la llave",
  "flag.validUntil": "último momento en que puede firmar; sin él no tiene fin",
  "flag.rotateTo":
    "archivo de la nueva llave; sin él se cambia la llave propia del libro, que firma sus puntos de control",
  "keys.listBrief": "Muestra quién puede firmar en un libro y quién pudo",
  "keys.addBrief": "Agrega una llave a un libro oficial: firma la autoridad",
  "keys.addFull":
    "Agrega la llave de un órgano, partido o misión. Desde entonces firma actos en ese rol y nombre, y no otros. La autoridad firma la incorporación con --sign.",
  "keys.revokeBrief": "Revoca una llave: por la autoridad o por su propio titular",
  "keys.rotateBrief": "Cambia una llave por otra nueva; la que sale firma el cambio",
  "keys.rotateFull":
    "Con --to: la llave dada con --sign se cambia por la de ese archivo. Sin --to: se cambia por una nueva la llave propia del libro, que firma sus puntos de control. Lo que firmó la llave anterior sigue valiendo. Quien recordaba la anterior llega a la nueva por el cambio que aquella firmó.",
  "keys.of": "{mode, select, ofRecord {Libro oficial} other {Libro de un registrador}} {origin}",
  "keys.none": "No se asentó ninguna llave: la del registrador es la que da el nombre del libro.",
  "keys.goneAt": "hasta el asiento {index, number}",
  "column.keyRole": "rol",
  "column.keyHolder": "titular",
  "column.keyName": "llave",
  "column.keySince": "desde el asiento",
  "column.keyUntil": "hasta",
  "role.electionAuthority": "autoridad electoral",
  "role.tribunal": "tribunal",
  "role.certifier": "quien proclama",
  "role.partyAgent": "personero",
  "role.observer": "observación",
  "role.chamber": "cámara",
  "role.recorder": "registrador",
  "history.ruling": "  Por resolución de {actor}",
  "history.erratum": "  Por fe de erratas",
  "doctor.signatures.sound":
    "{mode, select, ofRecord {cada asiento está firmado por quien dice, {keys, plural, one {# llave} other {# llaves}}} other {libro de un registrador: actos ajenos, sin las llaves de nadie}}",
  "doctor.name.signatures": "firmas",
};
