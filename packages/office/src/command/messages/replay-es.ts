/** Textos de `acta project --backtest --order` en español, por clave (ICU MessageFormat). */
export const replayEs = {
  "flag.order": "con --backtest: una tabla con una columna de mesas, en el orden en que llegaron sus actas",
  "replay.about":
    "Repetido en el orden de {file}. Márgenes de {first} sobre {second} en puntos de los votos válidos; al final {truth}.",
  "replay.between": "{low} a {high}",
  "replay.column.counted": "contado",
  "replay.column.then": "cómputo entonces",
  "replay.column.fill": "relleno por área",
  "replay.column.projected": "proyección",
  "replay.column.ninety": "90 %",
  "replay.column.first": "{first} adelante",
  "replay.column.error": "error",
  "replay.noColumn": "no hay una columna mesa (columnas: {header}): llámela mesa, o station",
  "replay.badRow": "esta fila del orden no se puede leer: mire sus comillas y columnas",
  "replay.manyRows": "más de {most, number} filas: esto no es un orden de mesas",
};
