/** Textos de `acta project --totals` en español, por clave (ICU MessageFormat). */
export const totalsEs = {
  "flag.totals": "proyectar desde esta tabla de totales por área (CSV) en vez de las actas de una edición",
  "flag.previousTotals": "con --totals: la elección anterior como tabla por área (CSV)",
  "flag.definitionFile": "con --totals: definición de la elección, cuando no hay carpeta de datos",
  "project.totals": "Proyección desde totales por área: {file}, {areas, number} filas",
  "project.part.openAll": "pendiente o en un tribunal",
  "project.part.openAllIn": "pendiente o en un tribunal, {area}",
  "project.baseSheets":
    "Contabilizadas: {counted, number} de {stations, number} actas ({countedPart}; procesadas {processedPart}); no se conocen los electores hábiles",
  "project.bound.noVoters":
    "A la tasa más alta contabilizada, lo que falta trae unos {plausible, number} votos válidos; la ventaja es de {lead, number}. Sin electores hábiles no puede decirse más.",
  "project.flagsTogether": "{first} y {second} no van juntos: quite uno",
  "project.needsTotals": "{flag} necesita --totals ARCHIVO, la tabla por área que se proyecta",
  "totals.noColumn": "falta la columna {column} (columnas: {header})",
  "totals.unknownColumn":
    "la columna {column} no significa nada aquí: revise su nombre en docs/proyectar.md, o quítela",
  "totals.noArea": "la fila no nombra ningún área: dé al menos el código del primer nivel",
  "totals.pathGap": "{area} tiene un nivel vacío entre dos códigos: dé todos los niveles de arriba abajo",
  "totals.badName":
    "{text} no es código ni nombre de un área: tiene caracteres que no se pueden mostrar, o más de {most, number}",
  "totals.emptyCell": "{column} está vacía: escriba 0 donde no hay",
  "totals.badNumber": "{column} es un número entero, solo dígitos, no {text}",
  "totals.flagsAboveReferred":
    "{flags, number} actas por observación son más que las {referred, number} en un tribunal: revise las columnas referred",
  "totals.badRow": "la fila no tiene tantas celdas como el encabezado, o una comilla quedó abierta",
  "totals.tooMany": "más de {most, number} filas: esto no es una tabla de áreas",
  "totals.empty": "la tabla no tiene filas",
  "totals.manyOptions": "{options, number} columnas de opciones, más de {most, number}: quite las que no lo son",
  "totals.ballotsAboveRegistered":
    "{area} tiene {votes, number} votos emitidos y {registered, number} electores: entre las opciones hay una columna que no lo es",
};
