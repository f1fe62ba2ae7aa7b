import type { mapPagesEn } from "./map-en.js";

/** Texts of the maps in Spanish, by key (ICU MessageFormat). */
export const mapPagesEs: Readonly<Record<keyof typeof mapPagesEn, string>> = {
  "map.title": "Mapa por {level}",
  "map.viewCircles": "Por votos",
  "map.viewShares": "Por porcentaje",
  "map.circles":
    "El área de cada círculo es la ventaja, en votos, de quien va primero allí; el más grande es {name}, {votes, plural, one {# voto} other {# votos}}.",
  "map.noCircles": "Todavía nadie va primero en ningún ámbito.",
  "map.shares": "Cuanto más intenso el color, mayor es el porcentaje de votos válidos de quien va primero allí.",
  "map.tiles": "Un cuadrado por ámbito, sin escala.",
  "map.arrows":
    "Mapa de {count, plural, one {# ámbito} other {# ámbitos}}: las flechas van de la mayor ventaja a la menor.",
  "map.split": "{first} {firstShare}, {second} {secondShare} de los votos válidos.",
  "map.ahead": "{first} va adelante por {votes, plural, one {# voto} other {# votos}}.",
  "map.tied": "Empate.",
  "map.noVotes": "Todavía no hay votos contabilizados.",
  "map.counted":
    "{counted, number} de {stations, number} actas contabilizadas{open, plural, =0 {} one {, # abierta} other {, # abiertas}}.",
  "map.keyOpen": "con actas abiertas",
  "map.keyUnknown": "sin votos contabilizados",
  "map.keySteps": "Porcentaje del primero: {steps}",
  "map.unplaced": "{count, plural, one {# ámbito} other {# ámbitos}} sin lugar en el mapa",
  "map.credit": "Contornos: {credit}",
  "map.foot": "Votos contabilizados, edición {number}.",
  "map.all": "Todos los ámbitos de nivel {level} en un solo mapa",
  "menu.map": "Mapa",
  "shell.map": "Mapa",
  "map.lowestTitle": "Mapa por {level}",
  "map.lowestSays":
    "{areas, plural, one {# ámbito} other {# ámbitos}}: {leads}. Cada uno son los votos de un {level}, no su territorio.",
  "map.leadsIn": "{name} va primero en {areas, number}",
  "map.tiedIn": "{areas, plural, one {# con empate} other {# con empate}}",
  "map.emptyIn": "{areas, plural, one {# todavía sin votos} other {# todavía sin votos}}",
  "map.oneLevel": "Esta elección tiene un solo nivel de ámbitos: su mapa está en la primera página.",
};
