import type { liveEn } from "./live-en.js";

/** Texts of pages that keep themselves up to date, in Spanish, by key (ICU MessageFormat). */
export const liveEs: Readonly<Record<keyof typeof liveEn, string>> = {
  "live.awaits": "Esta página muestra la primera en cuanto esté ({origin}).",
  "live.updating": "actualizando",
  "live.renewed": "recién actualizado",
  "live.minutes": "Esta página tiene {age} minutos: la fuente no responde desde las {clock}.",
  "live.hours": "Esta página tiene {age} horas: la fuente no responde desde las {clock}.",
};
