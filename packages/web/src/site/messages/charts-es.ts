import type { chartsEn } from "./charts-en.js";

/** Texts of charts in Spanish, by key (ICU MessageFormat). */
export const chartsEs: Readonly<Record<keyof typeof chartsEn, string>> = {
  "menu.charts": "Gráficos",
  "shell.charts": "Gráficos que responden preguntas",
  "chart.data": "Ver los datos en una tabla",
  "chart.svg": "Descargar la imagen (SVG)",
  "chart.csv": "Descargar los datos (CSV)",
  "chart.hint": "Señale un punto o recorra el gráfico con las flechas para leer cada valor.",
  "chart.position": "{at, number} de {all, number}",
  "chart.source": "{election}, edición {number} con el estado al {moment}. Fuente: {authority}, acta por acta.",
  "chart.counted": "{share} de actas",
  "chart.votes": "{count} votos",
  "chart.sheets": "{count} actas",
  "charts.lead":
    "Cada gráfico dice qué mirar, y debajo están sus cifras exactas. Ninguno prueba por sí solo que algo se hizo mal: describen cómo votaron las mesas.",
  "share.title": "El porcentaje de cada opción mientras avanzaba el cómputo",
  "share.says": "{name} iba con {from} en el primer dato y va con {to} en el último.",
  "share.subtitle":
    "Porcentaje de los votos válidos contabilizados hasta cada momento, según ediciones y boletines. El eje no empieza en 0.",
  "share.option": "Opción",
  "share.read": "{moment}: {list}.",
  "turnout.title": "Participación y voto, mesa por mesa",
  "turnout.says":
    "En {stations, number} mesas contabilizadas la participación va sobre todo de {low} a {high}; cuanto más destaca un cuadro del fondo, más mesas hay en él.",
  "turnout.subtitle":
    "Hacia la derecha, participación (votos emitidos sobre electores hábiles); hacia arriba, porcentaje de {name} sobre los votos válidos de la mesa. La línea es el porcentaje de {name} en todos los votos de esa participación, donde hay por lo menos {least, number} mesas.",
  "turnout.key": "Mesas en cada cuadro, del que menos al que más destaca: desde {a}, {b}, {c}, {d} y {e}.",
  "turnout.leftOut":
    "No están: {noValid, number} mesas sin votos válidos, {noRoll, number} sin electores conocidos y {overRoll, number} con más votos que electores; ni las anuladas.",
  "turnout.caution":
    "Que dos cosas vayan juntas no dice que una cause la otra: la participación cambia de un lugar a otro, y el voto también.",
  "turnout.read":
    "Participación de {from} a {to}: {stations, plural, one {# mesa} other {# mesas}}, {name} con {share} de {valid, number} votos válidos.",
  "turnout.cells": "Descargar todos los cuadros (CSV)",
  "turnout.axis": "participación",
  "turnoutColumn.from": "Participación desde",
  "turnoutColumn.to": "hasta",
  "turnoutColumn.stations": "Mesas",
  "turnoutColumn.registered": "Electores hábiles",
  "turnoutColumn.cast": "Votos emitidos",
  "turnoutColumn.valid": "Votos válidos",
  "leads.title": "Por cuántos votos se ganó cada mesa",
  "leads.says":
    "{name} tuvo más votos en {won, number} actas y {rival} en {lost, number}; en {tied, number} tuvieron los mismos.",
  "leads.subtitle":
    "Actas contabilizadas según los votos de {name} menos los de {rival}, de {width, number} en {width, number}.",
  "leads.read": "De {from} a {to} votos: {sheets, plural, one {# acta} other {# actas}}.",
  "leadsColumn.from": "Desde (votos)",
  "leadsColumn.to": "hasta",
  "leadsColumn.sheets": "Actas",
  "leadsColumn.sum": "Suma de votos",
  "changes.title": "Qué cambió en las actas que se corrigieron o resolvieron",
  "changes.says":
    "{same, number} actas con una versión posterior conservaron los votos de ambos; {changed, number} cambiaron, y el cambio sumó {sum} votos para {name}.",
  "changes.subtitle":
    "Diferencia de {name} sobre {rival} en la última versión de cada acta menos la de la primera que tuvo cifras, de {width, number} en {width, number} votos. Una acta anulada queda en 0 votos.",
  "changes.lacking": "En {count, number} actas a una de las dos versiones le falta una cifra: no se comparan.",
  "rounds.title": "Primera vuelta y segunda, lugar por lugar",
  "rounds.says":
    "Cada círculo es un lugar, más grande cuantos más votos válidos tiene. Más arriba de la diagonal, {there} tiene ahora mayor porcentaje que el que tuvo {here}.",
  "rounds.saysSame":
    "Cada círculo es un lugar, más grande cuantos más votos válidos tiene. Más arriba de la diagonal, {there} tiene mayor porcentaje que el que tuvo en la elección anterior.",
  "rounds.base":
    "{election}: {counted, number} de {stations, number} actas contabilizadas en los lugares que se comparan.",
  "rounds.subtitle":
    "Hacia la derecha, porcentaje de {here} en {first}; hacia arriba, porcentaje de {there} en {second}; sobre los votos válidos contabilizados de cada una.",
  "rounds.caution":
    "Esto no dice quién votó por quién las dos veces: las cifras de un lugar no dejan ver los votos de cada persona. Dos porcentajes que suben juntos pueden ser de gente distinta.",
  "rounds.option": "En {election}",
  "rounds.read": "{area}: {here} {a}, {there} {b} de {votes, number} votos válidos.",
  "roundsColumn.area": "Lugar",
  "roundsColumn.votes": "Votos válidos ({election})",
  "rounds.missing":
    "{count, plural, one {Un lugar falta en una de las dos elecciones y no se dibuja.} other {# lugares faltan en una de las dos elecciones y no se dibujan.}}",
};
