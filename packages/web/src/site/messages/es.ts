import { claimsEs } from "./claims-es.js";
import { checkEs } from "./check-es.js";
import { compareEs } from "./compare-es.js";
import { citingEs } from "./citing-es.js";
import { correctionEs } from "./correction-es.js";
import { glossaryEs } from "./glossary-es.js";
import { liveEs } from "./live-es.js";
import { mapPagesEs } from "./map-es.js";
import { chartsEs } from "./charts-es.js";
import { disputesEs } from "./disputes-es.js";
import { searchEs } from "./search-es.js";
import { officesEs } from "./offices-es.js";
import { projectedEs } from "./projected-es.js";
import { projectingEs } from "./projecting-es.js";
import { timelineEs } from "./timeline-es.js";
import { stationEs } from "./station-es.js";
import type { siteEn } from "./en.js";

/** Texts of the site in Spanish, by key (ICU MessageFormat). */
export const siteEs: Readonly<Record<keyof typeof siteEn, string>> = {
  ...claimsEs,
  ...checkEs,
  ...compareEs,
  ...citingEs,
  ...correctionEs,
  ...glossaryEs,
  ...liveEs,
  ...mapPagesEs,
  ...chartsEs,
  ...disputesEs,
  ...searchEs,
  ...officesEs,
  ...projectedEs,
  ...projectingEs,
  ...timelineEs,
  ...stationEs,
  "site.unknownMoment": "hora desconocida",
  "site.synthetic": "Elección inventada: nada de esto ocurrió.",
  "site.drill": "Simulacro: nada de esto ocurrió.",
  "site.missingFile":
    "Falta un archivo publicado ({where}). Puede que se esté publicando una edición: intente de nuevo.",
  "site.badFile": "El archivo {where} no es lo que debería ser.",
  "site.noEditions": "Todavía no hay ninguna edición.",
  "site.noEdition": "No hay ninguna edición {edition}.",
  "site.noElection": "En esta publicación no está esa elección.",
  "site.noContest": "Esta edición no tiene resultados de esa elección.",
  "site.noFigures": "El archivo del ámbito no trae cifras contabilizadas.",
  "site.noArea": "No hay ningún ámbito {code} en esta edición.",
  "site.noCode": "La dirección no dice qué ámbito mostrar.",
  "site.noPage": "Esta versión no conoce esta página.",
  "menu.front": "Resultado",
  "frame.skip": "Ir al contenido",
  "frame.menu": "Secciones",
  "frame.trail": "Dónde está",
  "frame.earlier": "Esto es lo que se sabía el {moment} (edición {number}).",
  "frame.toNewest": "Ver la edición más reciente",
  "foot.edition": "Edición {number} ({id}), con el estado del cómputo al {moment}.",
  "foot.reported":
    "Registrado de los archivos públicos de {authority}, tal como se publicaron. Esta página no es de {authority} y no proclama a nadie.",
  "foot.ofRecord": "Registro firmado de {authority}.",
  "foot.check": "Cada cifra sale de actas firmadas y se puede recalcular.",
  "foot.checkLink": "Recuente usted mismo",
  "foot.data": "Datos de esta edición (JSON)",
  "foot.editions": "{count, number} ediciones",
  "foot.editionLink": "Edición {number}: {moment}",
  "front.asOf": "Cómputo al {moment} · edición {number}",
  "front.places": "Por lugar",
  "lead.leads": "{name} va adelante por {votes, plural, one {# voto} other {# votos}}",
  "lead.tied": "Empate entre {names}",
  "lead.noVotes": "Todavía no hay votos contabilizados",
  "lead.points": "La ventaja es de {points} puntos sobre {base, number} votos válidos.",
  "count.all":
    "Todas las actas están contabilizadas{annulled, plural, =0 {} one {; # fue anulada} other {; # fueron anuladas}}.",
  "count.part": "Está contabilizado el {share} de las actas. {left, plural, one {Falta #} other {Faltan #}}: {list}.",
  "open.petitionsNotLoaded":
    "Solicitudes de nulidad: no cargadas. Para que cambie el resultado tendrían que anularse por lo menos {stations, plural, one {# mesa determinada} other {# mesas determinadas}}.",
  "open.petitionsNotLoadedNoSet":
    "Solicitudes de nulidad: no cargadas. Ninguna anulación de mesas, ni la de todas, cambiaría el resultado.",
  "open.noPetitions": "Solicitudes de nulidad: ninguna abierta contra mesas contabilizadas.",
  "open.petitionsCannotChange":
    "Las solicitudes de nulidad abiertas, aunque todas se declaren fundadas, pueden quitar como máximo {takes, number} votos de la ventaja: por sí solas no pueden cambiar el resultado.",
  "open.petitionsCouldChange":
    "Las solicitudes de nulidad abiertas, si todas se declaran fundadas, pueden quitar hasta {takes, number} votos de la ventaja: los números solos no excluyen que cambien el resultado.",
  "open.nothingOpen": "",
  "open.openCannotChange":
    "Digan lo que digan las {stations, number} actas abiertas, la ventaja no baja de {least, number} votos.",
  "open.openCouldChange":
    "Solo por los números, las {stations, number} actas abiertas pueden todavía cambiar el resultado: podrían dejar a {name} desde {below, number} votos abajo hasta {most, number} arriba.",
  "open.filedCannotChange":
    "Pero si las {stations, number} observadas se cuentan como están escritas o se anulan{pending, plural, =0 {} other {, y traigan lo que traigan las # pendientes}}, la ventaja no baja de {least, number} votos.",
  "open.filedCouldChange": "",
  "open.togetherCannotChange": "Nada de lo que está abierto puede cambiar el resultado.",
  "open.togetherCouldChange":
    "No está decidido: todo lo abierto junto, actas y solicitudes, podría todavía cambiar el resultado.",
  "open.noVotes": "",
  "open.tied": "Un voto decide.",
  "margin.title": "La ventaja frente a lo que está abierto",
  "margin.subtitle":
    "Votos de {name} sobre {rival}, y lo más que podría quitarle cada cosa que no está resuelta, en la misma escala.",
  "margin.margin": "Ventaja",
  "margin.atMost": "Lo abierto puede quitar como máximo",
  "margin.flagged":
    "{stations, plural, =0 {Actas observadas} one {# acta observada, para envío al JEE} other {# actas observadas, para envío al JEE}}",
  "margin.pending":
    "{stations, plural, =0 {Actas pendientes o sin datos} one {# acta pendiente o sin datos} other {# actas pendientes o sin datos}}",
  "margin.petitions":
    "{stations, plural, =0 {Solicitudes de nulidad} one {Solicitudes de nulidad de # mesa} other {Solicitudes de nulidad de # mesas}}",
  "margin.notLoaded": "no cargadas",
  "margin.unbounded": "sin límite conocido",
  "margin.none": "ninguna",
  "margin.notKnown": "no se sabe",
  "margin.atLeastKnown": "{known, number} y lo que no se sabe",
  "margin.flip":
    "Anular {stations, plural, one {# mesa} other {# mesas}}, las de mayor ventaja, quitaría {takes, number} votos; con {fewer, number} cualesquiera no alcanza. Es aritmética, no un indicio contra ninguna mesa.",
  "steps.processed": "Procesadas",
  "steps.counted": "Contabilizadas",
  "steps.certified": "Proclamado",
  "steps.of": "{done, number} de {total, number} actas",
  "steps.notYet": "Todavía no",
  "steps.yes": "Sí",
  "steps.noAct": "sin acta de proclamación registrada",
  "steps.act": "{body}, {resolution}",
  "options.caption": "Votos por opción",
  "options.option": "Opción",
  "options.share": "% de válidos",
  "options.votes": "Votos",
  "options.base": "Porcentajes sobre {base, number} votos válidos contabilizados.",
  "facts.title": "Participación",
  "facts.turnoutCounted": "de {base, number} electores hábiles de las mesas contabilizadas",
  "facts.turnoutRoll": "{share} de los {base, number} electores hábiles de todas las mesas.",
  "facts.ballots": "Votos emitidos",
  "facts.valid": "Votos válidos",
  "facts.blank": "Votos en blanco",
  "facts.null": "Votos nulos",
  "facts.challenged": "Votos impugnados",
  "facts.cast": "Votos emitidos",
  "facts.missingCells":
    "{count, plural, one {# casilla sin número cuenta} other {# casillas sin número cuentan}} como 0.",
  "change.title": "Qué cambió desde la edición {number}",
  "change.caption": "Cifras de las dos ediciones",
  "change.now": "Ahora",
  "change.difference": "Cambio",
  "change.margin": "Ventaja de {name}",
  "change.counted": "Actas contabilizadas",
  "change.annulled": "de ellas, anuladas",
  "change.referred": "Actas observadas",
  "change.tied": "Ahora hay empate.",
  "change.leadChanged": "{name} pasa adelante de {other}.",
  "change.leadTaken": "{name} pasa adelante.",
  "change.grew": "La ventaja de {name} subió de {from, number} a {to, number} votos.",
  "change.shrank": "La ventaja de {name} bajó de {from, number} a {to, number} votos.",
  "change.same": "La ventaja de {name} no cambió.",
  "change.movers": "Donde más se movió:",
  "change.mover": "{area} ({votes, number} a favor de {name})",
  "areas.caption": "Porcentaje de los votos válidos contabilizados y ventaja en votos, edición {number}",
  "areas.groups": "Los mismos votos por grupos de ámbitos, edición {number}",
  "areas.group": "Grupo",
  "areas.margin": "Ventaja",
  "areas.valid": "Válidos",
  "areas.counted": "Actas %",
  "areas.tied": "empate",
  "area.parts": "Por {level}",
  "area.unnamedPlace": "Local de la mesa {code}",
  "level.place": "local de votación",
  "level.group": "grupo",
  "place.stations": "{count, plural, one {# mesa} other {# mesas}}",
  "place.caption": "Lo escrito en cada acta, edición {number}",
  "place.station": "Mesa",
  "place.state": "Estado",
  "state.counted": "contabilizada",
  "state.annulled": "anulada",
  "state.notInstalled": "no instalada",
  "state.referred": "observada, para envío al JEE",
  "state.pending": "pendiente",
  "state.notCollected": "sin datos",
  "cell.blank": "En blanco",
  "cell.null": "Nulos",
  "cell.challenged": "Impugnados",
  "cell.voters": "Votaron",
  "cell.ballotsCast": "Emitidos",
  "cell.unusedBallots": "No usadas",
  "mark.blank": "vacía",
  "mark.illegible": "ilegible",
  "mark.notSupplied": "sin dato",
  "others.title": "Otras elecciones",
  "others.compare": "comparar",
  "shell.area": "Resultado por ámbito",
  "shell.failed": "No se pudo leer lo que esta página necesita: intente de nuevo.",
  "shell.waiting": "Leyendo los datos…",
  "shell.noScript":
    "Esta página arma el resultado de cada distrito y local en su equipo y necesita JavaScript. El país, los departamentos y las provincias se leen sin él.",
  "count.referred": "{count, plural, one {# observada (para envío al JEE)} other {# observadas (para envío al JEE)}}",
  "count.pending": "{count, plural, one {# pendiente} other {# pendientes}}",
  "count.notCollected": "{count, number} sin datos en nuestra fuente",
  "place.table": "Actas del local",
  "area.unnamed": "Sin ámbito en la fuente",
};
