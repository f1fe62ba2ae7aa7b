import type { backtestEn } from "./backtest-en.js";

/** Textos de `acta project --backtest` en español, por clave (ICU MessageFormat). */
export const backtestEs: Readonly<Record<keyof typeof backtestEn, string>> = {
  "flag.backtest": "repite un cómputo terminado en órdenes inventados y califica lo que se habría proyectado",
  "flag.quickBacktest": "con --backtest: 20 órdenes, 10 verdades alteradas, 2 y 2 órdenes de esfuerzo, 4 niveles",
  "flag.orders": "con --backtest: órdenes que se parecen a la noche real (por omisión 200)",
  "flag.worlds": "con --backtest: verdades alteradas (por omisión 200)",
  "flag.stressOrders":
    "con --backtest: órdenes de cualquier curva, y otros tantos inclinados a lo que el modelo no ve (por omisión 20)",
  "flag.backtestLevels": "con --backtest: porcentajes contabilizados, en orden (10,20,40,60,80,90,95,99)",
  "flag.backtestOut": "con --backtest: carpeta para las tablas, sus cifras y la imagen",
  "flag.jobs":
    "con --backtest: hilos que se reparten los órdenes (por omisión 1); las notas son las mismas con cualquier número",
  "backtest.badCount": "--{flag} es un número entero hasta {most, number}, no {value}",
  "backtest.badJobs": "--jobs es un número entero de 1 a {most, number}, no {value}",
  "backtest.badLevels": "--levels son porcentajes ascendentes entre 0 y 100, como 20,60,95, no {levels}",
  "backtest.nothing": "--orders, --worlds y --stress son todos 0: no hay nada que repetir; dé alguno de ellos",
  "backtest.progress": "{done, number} de {all, number} órdenes",
  "backtest.about":
    "Semilla {seed}; {tried, plural, one {# orden hecho, comparado} other {# órdenes hechos, comparados}} con una curva real de {points, number} puntos. Errores y anchos en puntos del margen.",
  "backtest.aboutScores":
    "RMSE: raíz del error cuadrático medio. El CRPS y la nota del intervalo castigan por igual lo ancho y lo confiado; menos es mejor. Más cerca: parte de los órdenes en que la proyección yerra menos, y la diferencia media de los errores absolutos con su error estándar. Anunciar es decir quién va adelante con más de 99,5 % (entre paréntesis, 99 %).",
  "backtest.accepted":
    "**{runs, plural, one {# orden de llegada que se parece} other {# órdenes de llegada que se parecen}} a la noche real**",
  "backtest.worlds": "**{runs, plural, one {# verdad alterada} other {# verdades alteradas}}**",
  "backtest.stress": "**{runs, plural, one {# orden} other {# órdenes}} de esfuerzo de cualquier curva**",
  "backtest.leaning":
    "**{runs, plural, one {# orden de esfuerzo de cualquier curva, inclinado} other {# órdenes de esfuerzo de cualquier curva, inclinados}} a lo que el modelo no ve (correlación 0,1)**",
  "backtest.column.counted": "contabilizado",
  "backtest.column.domain": "dominio",
  "backtest.column.naive": "RMSE ingenuo",
  "backtest.column.fill": "RMSE relleno por área",
  "backtest.column.projection": "RMSE proyección",
  "backtest.column.bias": "sesgo",
  "backtest.column.median": "error mediano",
  "backtest.column.p90": "percentil 90",
  "backtest.column.crps": "CRPS proyección / relleno / ingenuo",
  "backtest.column.nearer": "más cerca que el relleno",
  "backtest.column.nearerNaive": "más cerca que el ingenuo",
  "backtest.column.width": "ancho 50 90 95 99 %",
  "backtest.column.covers": "cubre 50 90 95 99 %",
  "backtest.column.covers90": "cubre 90 %",
  "backtest.column.width90": "ancho 90 %",
  "backtest.column.alone": "solo el modelo, 90 %",
  "backtest.column.lambda": "inflación",
  "backtest.column.interval": "nota del intervalo",
  "backtest.column.brier": "Brier",
  "backtest.column.right": "anunció bien",
  "backtest.column.wrong": "anunció mal",
  "backtest.column.none": "no anunció",
  "backtest.picture.title": "Error del margen proyectado, según lo contabilizado",
  "backtest.picture.counted": "actas contabilizadas",
  "backtest.picture.points": "raíz del error cuadrático medio en puntos de los votos válidos, logarítmico",
  "backtest.picture.projection": "proyección",
  "backtest.picture.fill": "relleno por área",
  "backtest.picture.naive": "cómputo tal como está",
};
