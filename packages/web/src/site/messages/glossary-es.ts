// Written by `npm run generate` from GLOSSARY.md: change it there.
import type { glossaryEn } from "./glossary-en.js";

/** Words that pages explain, with their meanings, in Spanish. */
export const glossaryEs: Readonly<Record<keyof typeof glossaryEn, string>> = {
  "term.sheet": "actas electorales, acta electoral, actas, acta",
  "meaning.sheet":
    "El documento que firma cada mesa con lo que contó: cuántos votos tuvo cada opción, cuántos fueron en blanco y nulos. Todo lo demás se suma de ahí.",
  "term.processed": "procesadas, procesada",
  "meaning.processed":
    "Acta ingresada y revisada por la autoridad. Procesada no es contabilizada: puede quedar observada.",
  "term.counted": "contabilizadas, contabilizados, contabilizada, contabilizado",
  "meaning.counted":
    "Sus votos están en la suma. Contabilizada no es proclamada: todavía puede cambiar por una resolución.",
  "term.certified": "proclamado, proclamación",
  "meaning.certified":
    "El acto legal con que el organismo que manda la ley declara el resultado. Ninguna suma lo reemplaza.",
  "term.referred": "para envío al JEE",
  "meaning.referred": "Acta apartada de la cuenta hasta que el jurado electoral decida qué vale de ella.",
  "term.flagged": "observadas, observada",
  "meaning.flagged":
    "Acta apartada por una razón con nombre: un error en las sumas, algo ilegible, una firma que falta. No dice que haya fraude.",
  "term.pending": "pendientes, pendiente",
  "meaning.pending": "El acta ya llegó o debe llegar, pero todavía no se termina de ingresar.",
  "term.annulled": "anuladas, anulada, anulación",
  "meaning.annulled": "Una decisión sacó sus votos de la cuenta. El acta queda en el registro.",
  "term.petition": "solicitudes de nulidad",
  "meaning.petition":
    "Pedidos de que no valga la votación de una mesa. Pedir no es probar: decide el jurado electoral.",
  "term.validVotes": "votos válidos",
  "meaning.validVotes":
    "Votos por alguna opción. Ni los en blanco ni los nulos. Es la base de los porcentajes de cada opción.",
  "term.blankVotes": "votos en blanco",
  "meaning.blankVotes": "Cédulas en la urna sin ninguna marca.",
  "term.nullVotes": "votos nulos",
  "meaning.nullVotes": "Cédulas en la urna cuya marca no vale (viciadas).",
  "term.ballotsCast": "votos emitidos",
  "meaning.ballotsCast": "Todas las cédulas que salieron de la urna: válidas, en blanco, nulas e impugnadas.",
  "term.registeredVoters": "electores hábiles",
  "meaning.registeredVoters": "Quienes podían votar en esas mesas, hayan ido o no. Es la base de la participación.",
  "term.edition": "edición",
  "meaning.edition":
    "El estado del cómputo en un momento, numerado y sellado: nunca cambia. Una corrección es una edición nueva.",
};
