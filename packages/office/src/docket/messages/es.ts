/** Textos de esta sala en español, por clave (ICU MessageFormat). */
export const docketEs = {
  "docket.badArea": "el ámbito {value} no está en ningún árbol (árbol:código, por ejemplo geographic:0801)",
  "docket.badAsks": "no se conoce lo que pide, {value} (nulidad de mesa, recuento, ...)",
  "docket.badBody":
    "el órgano {value} no es ninguno de la ley; escriba su función y lugar (firstTribunal:ica) o su nombre",
  "docket.badCount": "{value} no es un número de mesas de este padrón",
  "docket.badEncoding": "esta línea no es UTF-8",
  "docket.badFee": "no se conoce el estado de la tasa, {value} (pagada, incompleta, falta, no corresponde)",
  "docket.badFormat": "un registro de solicitudes es un archivo CSV o XLSX",
  "docket.badGround": "la ley no conoce la causal {value}",
  "docket.badMapping": "{mapping} no es una equivalencia: escriba columna=encabezado; las columnas son {known}",
  "docket.badNoted": "no se conoce si está anotada en el acta, {value} (sí, no)",
  "docket.badNumber":
    "el número de una solicitud o expediente tiene cifras y no es el documento de una persona; lo que hay aquí no se guarda",
  "docket.badParty":
    "la lista que presentó no está en la definición; lo que hay aquí no se guarda (podría ser el nombre de una persona)",
  "docket.badRole":
    "no se conoce la calidad de quien presentó (personero legal, personero de mesa, partido, elector, observador); lo que hay aquí no se guarda",
  "docket.badTime":
    "{value} en la columna {column} no es una hora: escriba 2021-06-09, 2021-06-09 19:37 (local) o 2021-06-09T19:37-05:00",
  "docket.empty": "el registro no tiene ninguna solicitud; si no hay ninguna, dígalo con --none",
  "docket.longRow": "esta línea tiene más celdas que el encabezado",
  "docket.noColumns": "no hay columna para {missing} entre: {found}; nómbrela con --column {missing}=ENCABEZADO",
  "docket.noNumber": "no tiene número de solicitud ni de expediente",
  "docket.notAnObject": "esto no es una fila",
  "docket.notNone": "--none dice que no hay solicitudes, pero hay, aquí o en el registro",
  "docket.sameNumber": "el mismo número del mismo órgano está ya en la línea {line, number}",
  "docket.shortRow": "esta línea tiene menos celdas que el encabezado",
  "docket.strayQuote": "hay una comilla donde no puede haberla",
  "docket.tooManyRows": "una hoja no puede tener {rows, number} filas; escriba un archivo CSV",
  "docket.unclosedQuote": "una comilla no se cierra",
  "docket.unknownStation": "la mesa {station} no está en el padrón",
};
