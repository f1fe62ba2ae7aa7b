/** Textos de esta sala en español, por clave (ICU MessageFormat). */
export const signatureEs = {
  "signature.missing": "el asiento {index, number} y los que le siguen no están firmados",
  "signature.otherRange": "la firma del asiento {index, number} es de otros asientos que los anteriores a ella",
  "signature.otherRoot": "los asientos del {first, number} al {index, number} no son los que se firmaron",
  "signature.notValid": "la firma del asiento {index, number} no corresponde a ninguna llave que este libro conozca",
  "signature.revoked": "la llave de {holder} fue revocada o reemplazada antes de firmar en el asiento {index, number}",
  "signature.expired": "la llave de {holder} había vencido cuando firmó el asiento {index, number}",
  "signature.otherSigner": "el asiento {index, number} ({kind}) nombra como firmante a {holder}, que no lo firmó",
  "signature.wrongRole":
    "asiento {index, number}: un {kind} de {holder} ({role}) se firma con una llave de ese rol, y el rol debe poder firmarlo",
  "signature.notAlone": "asiento {index, number}: un {kind} se firma solo, nunca junto con otros asientos",
  "signature.notYourKey":
    "asiento {index, number}: quien firmó no puede cambiar la llave de {holder}; la autoridad agrega y revoca, cada titular cambia o revoca la suya",
  "signature.notFounded":
    "asiento {index, number}: la primera firma no es de la llave que da el nombre del libro, {origin}",
  "signature.keyTwice": "asiento {index, number}: esta llave de {holder} ya está en el libro",
  "signature.unknownKey": "asiento {index, number}: la llave que sale no está vigente o es de otro titular",
  "signature.otherHeader":
    "la firma del asiento {index, number} no dice quién firmó, o cuándo se registraron los asientos",
};
