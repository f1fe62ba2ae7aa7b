import type { ledgerEn } from "./en.js";

/** Texts of this room in Spanish, by key (ICU MessageFormat). */
export const ledgerEs: Readonly<Record<keyof typeof ledgerEn, string>> = {
  "tree.badSize": "{size} no es el tamaño de un libro",
  "tree.badSizes":
    "nada se puede demostrar entre los tamaños {older} y {newer}: el anterior es al menos 1 y no mayor que el nuevo",
  "tree.badIndex": "no hay asiento {index} en un libro de {size} asientos",
  "tree.badHash": "un hash tiene {bytes, number} bytes en vez de 32",
  "tree.badLength": "{hashes, number} hashes en vez de {expected, number}",
  "tree.badProof": "una prueba de {hashes, plural, one {# hash} other {# hashes}} no corresponde al tamaño del libro",
  "tree.notIncluded": "la prueba no demuestra que este sea el asiento {index} del libro con {size} asientos",
  "tree.notConsistent":
    "no se demuestra que el libro con {newer} asientos contenga sin cambios el de {older}: algo pudo haberse quitado o alterado",
  "tile.badPath": "esto no es la ruta de una tesela",
  "tile.badWidth": "una tesela de {width} hashes o asientos: tienen de 1 a 256",
  "tile.badLength":
    "la tesela tiene {bytes, number} bytes en vez de {expected, number}: está cortada o es otra versión",
  "tile.longEntry":
    "el asiento {index, number} del paquete tiene {bytes, number} bytes; caben {most, number} como máximo",
  "tile.shortBundle": "el paquete termina en el asiento {entry, number} de {width, number}",
  "tile.longBundle":
    "después de los {width, number} asientos del paquete {bytes, plural, one {sigue # byte} other {siguen # bytes}}",
  "tile.missing": "falta la tesela",
  "tile.rootDiffers": "las teselas del libro con {size, number} asientos no dan su raíz",
  "tile.differs": "la tesela no concuerda con el nivel superior",
  "note.badName": "«{name}» no puede ser el nombre de una clave: sin espacios, sin signo más, no vacío",
  "note.badKey": "esto no es una clave de verificación (NOMBRE+ID+CLAVE)",
  "note.unknownKeyType": "las claves de tipo {type} no se conocen aquí: actualice acta",
  "note.otherKeyId":
    "la clave de verificación no concuerda con su identificador {id}: quizá se escribió mal un carácter",
  "note.tooLarge": "la nota firmada tiene {bytes, number} bytes; se leen {most, number} como máximo",
  "note.notUtf8": "la nota firmada no es texto UTF-8",
  "note.badForm": "esto no es una nota firmada",
  "note.controlCharacter": "la nota firmada contiene un carácter de control",
  "note.manySignatures": "la nota tiene {signatures, number} firmas; se leen {most, number} como máximo",
  "note.badSignatureLine": "la línea de firma {line, number} de la nota no se puede leer",
  "note.badTime": "la hora de una cofirma son segundos enteros desde 1970",
  "note.badSignature": "la firma de esta clave no es válida",
  "note.noKnownSignature":
    "{signatures, plural, one {la única firma no es} other {ninguna de las # firmas es}} de una clave conocida",
  "checkpoint.badForm": "esto no es un punto de control",
  "checkpoint.badSize": "el tamaño del punto de control no es un número: {size}",
  "checkpoint.badRoot": "la raíz del punto de control no es un hash",
  "checkpoint.otherOrigin": "el punto de control es del libro {origin}, no de {expected}",
  "checkpoint.notSigned": "el punto de control no está firmado por el libro {origin}",
  "checkpoint.fewWitnesses":
    "{witnesses, plural, one {# testigo conocido ha cofirmado} other {# testigos conocidos han cofirmado}} el punto de control; deben ser {quorum, number}",
  "checkpoint.noLogKey": "no se conoce ninguna clave del libro",
  "checkpoint.sameKey": "la clave aparece dos veces: cada clave pública cuenta una vez",
  "checkpoint.badQuorum": "no se pueden exigir {quorum} de {witnesses, number} testigos",
  "proof.tooLarge": "la prueba tiene {bytes, number} bytes; se leen {most, number} como máximo",
  "proof.badForm": "esto no es un archivo de prueba",
  "proof.badHeader": "esto no es una prueba de una forma conocida aquí (c2sp.org/tlog-proof@v1)",
  "proof.badExtra": "la línea «extra» de la prueba no se puede leer",
  "proof.badIndex": "la línea «index» de la prueba no se puede leer",
  "proof.badHash": "una línea de la prueba no es un hash, o hay más de 63",
};
