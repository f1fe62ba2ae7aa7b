/** Texts about proofs, witnesses, keys and mirrors in Spanish, by key (ICU MessageFormat). */
export const trustEs = {
  "argument.definitionOrPublished":
    "definición de la elección (YAML); o una carpeta publicada, o su dirección, de la que se hace un espejo",
  "argument.keyFile": "archivo de la clave",
  "argument.proof": "archivo de la prueba",
  "command.badQuorum": "{text} no es una cantidad de testigos",
  "command.cosignWithoutWitness":
    "diga de quién son las cofirmas: --witness CLAVE, como cada testigo se la dio, por otra vía que su archivo",
  "command.mirrorAsSigned":
    "un espejo publica el punto de control de su origen tal como llegó: dé las cofirmas al origen",
  "command.mirrorTakesNoSource":
    "es una carpeta publicada, y un espejo solo toma lo que ahí se publica: quite --source, --fetch, --bulletins, --as-of, --drill, --of-record y --sign",
  "command.notPublished":
    "aquí no se reconoció nada publicado por acta (no hay pointer.json); un archivo de actas se importa con acta import DEFINICIÓN --source {where}",
  "command.proofOfNewest":
    "desde una carpeta publicada se prueba la versión más reciente de un acta: quite --edition y --at, o use una carpeta de datos",
  "event.contradiction": "RECHAZADO: {problem}. Ambos puntos de control firmados se conservan: {files}",
  "event.mirrored":
    "{added, number} asientos tomados, {size, number} en total{editions, plural, =0 {} one {; # edición nueva} other {; # ediciones nuevas}}; todo lo que estaba aquí sigue ahí.",
  "evidence.kept": "Ambos se conservan: {files}",
  "evidence.remembered": "Firmado por el libro, como se vio antes:",
  "evidence.shown": "Firmado por el libro, como se muestra ahora:",
  "flag.cosignatures": "archivo con líneas de cofirma, como las imprime acta witness (se puede repetir)",
  "flag.keyName": "nombre con que firma la clave: sin espacios ni signos más, por ejemplo example.org/testigo",
  "flag.proof": "escribir la prueba de esta acta en un archivo (sin nombre: ELECCIÓN-CÓDIGO.acta-proof)",
  "flag.proofDefinition":
    "definición que nombra el asiento (blobs/HUELLA de la carpeta publicada): con ella también se prueban los nombres",
  "flag.proofFrom": "hacer la prueba desde una carpeta publicada, o su dirección, sin carpeta de datos",
  "flag.proofKey": "clave de verificación del libro, de otra fuente que el archivo (si falta: la que quedó fijada)",
  "flag.quorum": "cuántos de los testigos deben haber cofirmado (si falta: todos)",
  "flag.witness": "clave de verificación de un testigo (se puede repetir)",
  "flag.witnessKey": "archivo de la clave del testigo (acta keys make)",
  "keys.brief": "Hace y muestra archivos de clave",
  "keys.made":
    "{file}: una clave nueva que solo usted puede leer; su mitad pública está en {shown}.\nDé a los demás la línea que necesitan, por una vía en la que confíen:\n  para lo que usted firma    {verifier}\n  para usted como testigo    {witness}",
  "keys.makeBrief": "Hace una clave nueva",
  "keys.makeFull":
    "Ed25519 en PKCS #8, que solo su dueño puede leer. El nombre está en el archivo de la mitad pública, a su lado; una clave nunca se sobrescribe.",
  "keys.showBrief": "Muestra las claves de verificación de un archivo de clave",
  "keys.shown": "{file} ({shown})\n  para lo que usted firma    {verifier}\n  para usted como testigo    {witness}",
  "mirror.fetched":
    "{files, plural, one {# archivo descargado} other {# archivos descargados}} ({kilobytes, number, ::.0} kB).",
  "mirror.given": "Firmado con la clave que usted indicó.",
  "mirror.next":
    "Aquí no se importa nada a mano. Para seguirlo: acta import {from} --data {data}, o acta follow {from} --data {data}",
  "mirror.pinned": "Firmado con la clave que quedó fijada antes.",
  "mirror.recognised": "{from}: un libro publicado, {origin}",
  "mirror.same": "Nada nuevo: {size, number} asientos, como antes.",
  "mirror.sourcesMissing":
    "{count, plural, one {# archivo original de la fuente es nombrado} other {# archivos originales de la fuente son nombrados}} por los asientos y no se publica ahí.",
  "mirror.taken":
    "{added, number} asientos tomados, {size, number} en total, de {editions, plural, one {# edición} other {# ediciones}}: la firma, la raíz y cada asiento se cumplen{before, plural, =0 {} other {, y los # asientos que estaban aquí siguen ahí}}.",
  "mirror.unknown":
    "Firmante desconocido: la clave de la propia carpeta queda fijada desde ahora. Compárela con la de quien publica, por otra vía:\n  {key}",
  "proof.firstHand": "Anotada por {actor}; estado al {asOf}, registrada {recordedAt}",
  "proof.given": "Firmado con la clave que usted indicó: {key}",
  "proof.holds":
    "La prueba se cumple: esta acta es el asiento {index, number} de un registro firmado de {size, number} asientos.",
  "proof.namesNotProved":
    "Las cifras están probadas. Cómo se llaman la elección, el estado y las casillas no lo está: es lo que dice el archivo. Para probarlo: --definition con el archivo blobs/{definition} de la carpeta publicada.",
  "proof.namesProved": "Los nombres son los de la definición que nombra el asiento.",
  "proof.next":
    "Quien la compruebe necesita el archivo y esta clave, por otra vía que el archivo:\n  acta verify-proof {file} --key {key}",
  "proof.pinned": "Firmado con la clave que quedó fijada cuando se verificó este libro: {key}",
  "proof.record": "Registro {origin}: {size, number} asientos, raíz {root}",
  "proof.replaces": "Reemplaza al asiento {index, number}.",
  "proof.reported": "Registrada de lo que publicó {actor}; estado al {asOf}, registrada {recordedAt}",
  "proof.shows": "Muestra que esta acta, con estas cifras, está dentro del registro que se firmó.",
  "proof.showsNot":
    "No muestra que sea igual a la pegada en la puerta del local, ni que ningún asiento posterior la reemplace: para eso, acta history y acta verify.",
  "proof.signerUnknown":
    "La carpeta nombra su propia clave, y aquí nadie responde por ella: pida la clave a quien publica por otra vía, y compare.",
  "proof.status": "Estado: {status}",
  "proof.written":
    "{file}: prueba de que el acta de la mesa {station} es el asiento {index, number} de los {size, number} asientos de {origin}.",
  "verifyProof.brief": "Comprueba la prueba de un acta con una clave y nada más",
  "verifyProof.full":
    "Código de salida 0: el acta del archivo está dentro del registro que firmó la clave. Lo que no se cumple se dice en una línea, con código de salida 1.",
  "witness.brief": "Cofirma un punto de control publicado que continúa lo cofirmado antes",
  "witness.cosigned": "Cofirmado por {name}, {moment}",
  "witness.extends":
    "{origin}: {size, number} asientos; los {before, number} que se cofirmaron antes siguen ahí, sin cambios.",
  "witness.first": "{origin}: {size, number} asientos, cofirmados por primera vez, con la clave que usted indicó.",
  "witness.firstPinned":
    "{origin}: {size, number} asientos, cofirmados por primera vez. La clave de la propia carpeta queda fijada desde ahora: compárela con la de quien publica.",
  "witness.full":
    "Comprueba la firma del libro y que cada asiento que esta clave cofirmó antes siga ahí (prueba de consistencia). Imprime la línea para quien publica (acta publish --cosignatures) y recuerda el punto de control junto a la clave. Un retroceso o una bifurcación se rechaza, y ambos puntos de control se conservan como evidencia.",
};
