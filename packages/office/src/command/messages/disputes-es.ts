import type { disputesEn } from "./disputes-en.js";

/** Texts of `acta disputes` and `acta whatif` in Spanish, by key (ICU MessageFormat). */
export const disputesEs: Readonly<Record<keyof typeof disputesEn, string>> = {
  "argument.scenario": "archivo de un escenario (JSON o YAML), o el nombre de uno guardado",
  "flag.any": "además: lo más que K mesas cualesquiera podrían quitar (varias veces)",
  "flag.among": "solo anulaciones entre las actas de este grupo de ámbitos, o las que este escenario selecciona",
  "flag.filer": "solo las solicitudes de este solicitante",
  "flag.petitions":
    "lista de solicitudes de nulidad y apelaciones abiertas (acta-petitions/1); sin ella, las del registro",
  "flag.saveScenario": "guarda el escenario con su id, en la carpeta de datos, al lado del registro",
  "disputes.brief": "Dice si lo abierto todavía puede cambiar el resultado, y qué haría falta",
  "disputes.full":
    "Cotas de la ventaja según las actas observadas y pendientes, el menor número de anulaciones que cambiaría el resultado, y qué tendría que hallar un recuento. Exacto y con el desarrollo. Nada se llama decidido si las solicitudes de nulidad no están cargadas. --json nombra las mesas de un conjunto mínimo (ids): es para la mesa de trabajo, no para publicar.",
  "disputes.badCount": "--any toma números enteros de mesas, no {count}",
  "disputes.notDocument": "esto no es JSON ni YAML: {reason}",
  "disputes.noScenario": "no hay archivo ni escenario guardado {name}: acta whatif ARCHIVO --save guarda uno con su id",
  "disputes.group": "Solo: {group}",
  "disputes.among": "Anulaciones: solo entre las actas de {group}",
  "disputes.petitionsFrom": "Solicitudes: de la lista {file}, no del registro",
  "disputes.question.outcome": "¿Puede lo abierto cambiar todavía el resultado?",
  "disputes.question.first": "¿Puede lo abierto cambiar todavía quién va primero?",
  "disputes.gate.ahead": "{option} sobre {rival}: {slack, plural, one {# voto} other {# votos}}",
  "disputes.gate.passes":
    "{option} tiene más de {share}: {slack, number} partes de 1/{per, number} de voto por encima (abajo, cantidades en esas partes)",
  "disputes.gate.doesNotPass":
    "{option} no tiene más de {share}: le faltan {slack, number} partes de 1/{per, number} de voto (abajo, cantidades en esas partes)",
  "disputes.column.what": "qué la mueve",
  "disputes.column.least": "en el peor caso",
  "disputes.column.most": "en el mejor",
  "disputes.column.lead": "de la ventaja",
  "disputes.open.settled": "contabilizado, no abierto",
  "disputes.open.flaggedFiled": "observadas: como están escritas o anuladas",
  "disputes.open.flagged": "observadas: por aritmética, todos los electores a un lado",
  "disputes.open.pending": "sin llegar: por aritmética, todos los electores a un lado",
  "disputes.open.boundsFiled": "ventaja al final, observadas como escritas o anuladas",
  "disputes.open.bounds": "ventaja al final, por aritmética",
  "disputes.flip":
    "Por anulación: {stations, plural, one {# mesa es} other {# mesas son}} el mínimo que la deshace ({takes, number}){fewer, plural, =0 {} other {; # cualesquiera quitan como máximo {fewerTakes, number}, y no basta}}.",
  "disputes.noFlip":
    "Por anulación: nada la deshace; las {stations, number} mesas que podrían ayudar quitan juntas {takes, number}.",
  "disputes.anyNotEnough":
    "{stations, number} mesas cualesquiera quitan como máximo {takes, number} de {slack, number}: no pueden deshacerla, sean las que sean.",
  "disputes.anyEnough":
    "{stations, number} mesas cualesquiera quitan como máximo {takes, number} de {slack, number}: no está probado que no puedan deshacerla.",
  "disputes.petitionArea":
    "De las solicitudes, {stations, number} están en el ámbito {area}: quitan como máximo {takes, number}.",
  "disputes.recount":
    "Por recuento: {misread, plural, one {# voto contado} other {# votos contados}} a {option} tendrían que ser de {rival}, sin ningún error en contra: {share} de sus votos. Si cada cédula recontada resultara de {rival}, bastarían {sheets, plural, one {# acta} other {# actas}} ({ballots, number} cédulas).",
  "disputes.recountAny":
    "{stations, number} actas cualesquiera tienen como máximo {votes, number} votos de {option}: en un recuento de tantas, al menos {share} tendrían que ser de {rival}.",
  "disputes.recountAnyNever":
    "{stations, number} actas cualesquiera tienen como máximo {votes, number} votos de {option}: por ellos solos, ningún recuento de tantas puede deshacerla.",
  "disputes.more":
    "… y {count, plural, one {# condición} other {# condiciones}} más, que caen después o nunca: --json las da todas",
  "disputes.path": "De dónde sale la ventaja de {option} sobre {rival}",
  "disputes.together": "en total",
  "disputes.since": "Desde la edición {number}, de {lead, number} a {now, number}",
  "disputes.step": "{from} → {to}",
  "disputes.stand.neverFlagged": "nunca observadas",
  "disputes.stand.resolved": "resueltas por un jurado",
  "disputes.stand.flagged": "observadas",
  "disputes.stand.pending": "pendientes",
  "disputes.stand.absent": "no están en nuestros datos",
  "whatif.brief": "Muestra qué le haría un escenario al resultado, al lado del de hoy",
  "whatif.full":
    "Un escenario selecciona actas (por mesa, ámbito, estado, observación, solicitud, una regla o las K más favorables a una opción) y las anula, restaura, intercambia o corrige. Se cuenta por el mismo camino que las actas y nunca toca el registro. --save lo guarda con nombre: docs/json.md muestra el formato.",
  "whatif.title": "Qué pasaría si: {name} ({area})",
  "whatif.override":
    "{number}. {selected, plural, one {# acta seleccionada} other {# actas seleccionadas}}, {changed, number} con cambio",
  "whatif.unchanged.noFigures": "{sheets, number} sin cifras",
  "whatif.unchanged.alreadyAnnulled": "{sheets, number} ya anuladas",
  "whatif.unchanged.alreadyAsFiled": "{sheets, number} ya están como se presentaron",
  "whatif.unchanged.filedUnknown": "{sheets, number} cuyas cifras presentadas nadie registró",
  "whatif.unchanged.sameFigures": "{sheets, number} con las mismas cifras",
  "whatif.outcomeToday": "Hoy. {said}",
  "whatif.outcomeSupposed": "Entonces. {said}",
  "whatif.column.today": "hoy",
  "whatif.column.supposed": "entonces",
  "whatif.column.change": "cambio",
  "whatif.valid": "votos válidos",
  "whatif.leads": "{option} va adelante por {votes, plural, one {# voto} other {# votos}}",
  "whatif.nobody": "nadie va adelante",
  "whatif.leaderChanges": "Cambia quién va adelante. Hoy {today}; entonces {supposed}.",
  "whatif.leaderStays": "Sigue adelante el mismo. Hoy {today}; entonces {supposed}.",
  "whatif.note": "Es una suposición, no un cómputo: no se registró nada.",
  "whatif.saved": "Guardado: acta whatif {name}",
  "disputes.remedy.recount":
    "La ley de esta elección conoce un recuento, del acta que el cotejo no salva ({rule}, {article}).",
  "disputes.remedy.noRecount":
    "La ley de esta elección no conoce el recuento: lo que el cotejo no cura se resuelve con las reglas del acta, o se anula.",
};
