/** Texts of pages that keep themselves up to date, in English, by key (ICU MessageFormat). */
export const liveEn = {
  "live.awaits": "This page shows the first one as soon as it is there ({origin}).",
  "live.updating": "updating",
  "live.renewed": "just updated",
  "live.minutes": "This page is {age} minutes old: the source has not answered since {clock}.",
  "live.hours": "This page is {age} hours old: the source has not answered since {clock}.",
};
