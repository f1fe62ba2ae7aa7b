import type { citingEn } from "./citing-en.js";

/** Texts of citing, putting into other pages and policies, in Spanish, by key (ICU MessageFormat). */
export const citingEs: Readonly<Record<keyof typeof citingEn, string>> = {
  "cite.title": "Citar estas cifras",
  "cite.address": "dirección permanente",
  "cite.copy": "Copiar",
  "cite.copied": "Copiado",
  "cite.source": "{election}, edición {number}, cómputo al {moment}; {policy}",
  "cite.votes":
    "{name}: {votes, plural, one {# voto} other {# votos}} en {place}, {share} de {base, number} votos válidos ({source}).",
  "cite.margin":
    "{name} va adelante por {votes, plural, one {# voto} other {# votos}} en {place}, {points} puntos sobre {base, number} votos válidos ({source}).",
  "cite.turnout":
    "Participación en {place}: {share} de los {base, number} electores hábiles de las mesas contabilizadas ({source}).",
  "cite.counted": "Actas contabilizadas en {place}: {done, number} de {total, number}, {share} ({source}).",
  "policy.counted": "se cuenta lo que cuenta la autoridad",
  "policy.as-filed": "se cuentan también las actas abiertas con lo que está escrito en ellas",
  "policy.undisputed": "sin nada que esté abierto",
  "policy.first-filed": "con las cifras que llegaron primero",
  "policy.line": "Según el criterio «{policy}»: {meaning}.",
  "policy.custom": "un criterio de la definición",
  "site.noPolicy": "Aquí no hay un criterio {policy}; hay: {known}.",
  "frame.meanings": "Significado de los términos",
  "embed.title": "Poner en otra página",
  "embed.follows": "Sigue el cómputo, edición tras edición:",
  "embed.stays": "Se queda en la edición {number}:",
  "embed.whole": "Todas las cifras, y cómo recontarlas",
  "shell.embed": "Resultado para poner en otras páginas",
};
