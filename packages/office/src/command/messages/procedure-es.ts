/** Texts of `acta procedure`, `acta office-holders`, `acta round` and further ways of `acta seats` in Spanish, by key (ICU MessageFormat). */
export const procedureCommandEs = {
  "flag.publishHistory": "archivo de historia (YAML o JSON) cuyos cargos y casos se publican como página",
  "argument.bodyName": "un órgano, cargo o cámara; sin él, todos",
  "argument.caseOrProcedure":
    "un caso de la historia, o un procedimiento por su id o una palabra; sin él, los casos abiertos",
  "argument.procedureWord": "un procedimiento por su id o una palabra (destitución, vacancia, ...); sin él, todos",
  "argument.scenarioId": "un supuesto del archivo; sin él, todos",
  "flag.actsOf": "carpeta de datos cuyas mociones, votaciones, cargos y sucesos son la historia (con --law)",
  "flag.eventHistory": "historia de sucesos fechados (acta-history/1), que nombra su ley",
  "flag.eventKnown":
    "con las resoluciones que se conocían entonces (un día o un momento); sin ello, todas las conocidas",
  "flag.eventUntil": "sucesos hasta un día o un momento",
  "flag.holderAt": "un día (AAAA-MM-DD) o un momento con su zona (2022-12-07T12:00-05:00)",
  "flag.officeId": "un cargo por su id",
  "flag.onDay": "día de cuya ley se pregunta (AAAA-MM-DD); sin él, hoy",
  "flag.procedureCase": "un caso, con todas las razones y fuentes",
  "flag.procedures": "archivo de procedimientos (acta-procedures/1, YAML o JSON)",
  "flag.scenarioVotes": "votos de la elección, para un supuesto sobre una valla (como en acta seats)",
  "flag.suppositions": "archivo de supuestos (acta-suppositions/1), que nombra su historia",
  "procedures.actor": "quién: {by}",
  "procedures.annulled": "anulado por {event}",
  "procedures.brief": "lo que las instituciones pueden hacer, hicieron y habrían podido hacer, según la ley del día",
  "procedures.by": "{by}; desde: {from}",
  "procedures.claims": "{by, select, none {} other {{by}: }}cuenta como «{mark}»",
  "procedures.counts": "cuenta como «{mark}»",
  "procedures.due":
    "{office} está vacante: sigue {holder} ({from}; {article}){skipped, select, none {} other {; nadie en: {skipped}}}{duty, select, none {} other {; deber: {duty} ({done, select, yes {ya hecho} other {aún no hecho}})}}",
  "procedures.dueNobody": "{office} está vacante y no hay nadie del orden de sucesión ({article}); nadie en: {skipped}",
  "procedures.full":
    "Los procedimientos son tablas de pasos en datos: quién, mayoría, plazo, condiciones, qué sigue. list muestra los de un día, replay juzga sucesos fechados según la ley de sus días, next dice qué puede pasar después y hasta cuándo, registry qué órgano puede hacer qué, scenario responde a supuestos: lícito, ilícito o indeterminado.",
  "procedures.historyHasLaw": "Una historia nombra su propia ley: quite --law",
  "procedures.holdersBrief": "quién ocupaba qué cargo en cualquier momento, con vacíos, disputas y razones",
  "procedures.holdersFull":
    "Los titulares de los cargos a partir de sucesos fechados: los de una historia, o los actos de una carpeta de datos según una ley. Con --at, quién ocupaba un cargo en un momento o un día: donde solo se conoce el día del cambio se nombran ambos. Los períodos terminan solos, los cargos que derivan de otro caen con él, y un tiempo del que ningún suceso habla no se llama vacante.",
  "procedures.holding":
    "{state, select, held {} suspended {(suspendido) } other {(disputado) }}{holder} · {cause}{follows, select, none {} other {, como: {follows}}}{end, select, none {} other {; terminó: {end}}}",
  "procedures.leaves": "{holder} deja {office} ({cause})",
  "procedures.leftOut":
    "{count, plural, one {Se omitió # acto} other {Se omitieron # actos}}, sin fecha o con un procedimiento o una cuestión que la ley del día no conoce: {entries}",
  "procedures.listBrief": "los procedimientos de un día, o los pasos de uno",
  "procedures.listFull":
    "Muestra los procedimientos que conoce la ley de un día, o todos los pasos de uno: quién, desde qué estado, plazo, condiciones, resultados. Una palabra que puede ser varios se pregunta de vuelta.",
  "procedures.mark.annulled": "{event}, {at}: no cuenta, fue anulado",
  "procedures.mark.certain": "{event}, {at}: cuenta",
  "procedures.mark.claimed":
    "{event}, {at}: cuenta solo en la lectura de {by}; nadie con la última palabra ha resuelto",
  "procedures.needs":
    "{outcome}: {isKnown, select, yes {} other {a lo más }}{needed} votos {who, select, against {en contra} other {a favor}} ({relation, select, atLeast {al menos} other {más de}} {share} de {isKnown, select, yes {} other {hasta }}{base}, {of}; {rule}, {article})",
  "procedures.needsLaw": "¿Según qué ley? --history ARCHIVO, o --law ARCHIVO",
  "procedures.nextBrief": "qué puede pasar después en un caso, o cómo empieza un procedimiento, y hasta cuándo",
  "procedures.nextFull":
    "Para un caso de la historia en un día: cada paso que su estado permite, quién lo da, cuántos votos necesita, desde cuándo y hasta cuándo, con qué condiciones, y qué sigue. Para un procedimiento o una palabra: cómo empieza. Nombra a quien sigue en un cargo vacante.",
  "procedures.noFigures": "votos no conocidos; {rule} ({article}): {text}",
  "procedures.noMajority": "la mayoría no se ha leído: solo se sabe lo que dice la fuente",
  "procedures.noneThatDay": "Ningún procedimiento rige ese día.",
  "procedures.nothingRead": "no se ha leído ninguna competencia de ese día",
  "procedures.office.disputed": "{holder} reclama {office} ({cause}); disputado",
  "procedures.office.left": "{holder} deja {office} ({cause})",
  "procedures.office.suspended": "{holder} queda suspendido de {office} ({cause})",
  "procedures.office.taken": "{holder} asume {office} ({cause})",
  "procedures.oneSource": "--history o --data, no ambos",
  "procedures.openCases":
    "{count, plural, =0 {Ningún caso está abierto.} one {# caso está abierto:} other {# casos están abiertos:}}",
  "procedures.outside": "{category}: {text}",
  "procedures.over": "El caso terminó: no queda ningún paso.",
  "procedures.pageTooLarge":
    "la página de esta historia tendría {bytes} bytes; como máximo {most}: publique menos años",
  "procedures.possible": "ese día o quizá entonces (solo se conoce el día del cambio, o fue ese día):",
  "procedures.registryBrief": "qué órgano puede hacer qué en un día",
  "procedures.registryFull":
    "Las competencias de órganos, cargos y cámaras según la ley de un día, y los pasos de procedimientos en que actúan, cada una con su artículo.",
  "procedures.replayBrief": "juzga sucesos fechados según la ley de sus días",
  "procedures.replayFull":
    "Repite los sucesos de una historia (--history), o los actos de una carpeta de datos según una ley (--law, --data): cada paso con su veredicto, y con --case todas las razones, plazos, condiciones y fuentes. Un paso que la ley no permite se rechaza en una línea, salvo que la historia lo cuente como intento. --known da la respuesta de aquel día, antes de resoluciones posteriores.",
  "procedures.rulingAnnuls": "{by} anula {about} ({decision})",
  "procedures.rulingUpholds": "{by} confirma {about} ({decision})",
  "procedures.scenario.after": "supuesto: {figures}, necesita {needed}: {outcome}",
  "procedures.scenario.before": "como fue: {figures}, necesita {needed}: {outcome}",
  "procedures.scenario.reading": "Lectura usual, no una regla: {due}",
  "procedures.scenario.round":
    "{kind, select, won {gana {between}} runoff {segunda elección entre {between}} tied {votos iguales: {between}} other {sin decidir entre {between}}}; {gap, plural, one {# voto} other {# votos}} de diferencia",
  "procedures.scenario.termEnds":
    "El período termina por ley; no se halló regla para un sucesor que no ha sido proclamado.",
  "procedures.scenarioBrief": "responde a supuestos: lícito, ilícito o indeterminado",
  "procedures.scenarioFull":
    "Pone a prueba los supuestos de un archivo sobre una historia: un paso en un día, un período que termina sin sucesor, una elección empatada, miembros que votan de otro modo, la valla de otra regla. Indeterminado es una respuesta de verdad: no se halló regla, o lo que se sabe deja ambas abiertas.",
  "procedures.scenarioLeft": "{scenario} omitido: necesita votos (--votes)",
  "procedures.situation.begins": "empieza: {situation}",
  "procedures.situation.ends": "termina: {situation}",
  "procedures.sources": "fuente: {sources}",
  "procedures.start": "no iniciado",
  "procedures.state": "el caso está en «{was}»; el paso necesita «{needs}»",
  "procedures.succession.undetermined": "la ley no dice quién sigue",
  "procedures.succession.unmet": "según la ley habría seguido {holder}",
  "procedures.ticket": "fórmula: {members}",
  "procedures.ticketState.excluded": "{who} (excluido)",
  "procedures.ticketState.withdrawn": "{who} (retirado)",
  "procedures.unit.calendarDays": "días calendario",
  "procedures.unit.hours": "horas",
  "procedures.unit.months": "meses calendario",
  "procedures.unit.workingDays": "días hábiles",
  "procedures.unknownBody": "El {day} la ley no conoce el órgano {body}. Se conocen: {known}",
  "procedures.unknownOffice": "La ley no conoce el cargo {office}. Se conocen: {known}",
  "procedures.unknownScenario": "El archivo no tiene el supuesto {scenario}. Se conocen: {known}",
  "procedures.untold": "nada se cuenta de ese tiempo",
  "procedures.upheld": "confirmado por {event}",
  "procedures.vacant": "vacante",
  "procedures.vacates": "{office} queda vacante",
  "procedures.verdict.lawful": "lícito",
  "procedures.verdict.undetermined": "indeterminado",
  "procedures.verdict.unlawful": "ilícito",
  "procedures.when.barred": "no está permitido por ahora",
  "procedures.when.closed": "ese día ya es tarde",
  "procedures.when.notYet": "ese día todavía no",
  "procedures.when.open": "puede darse",
  "procedures.when.unknown": "no se sabe cuándo",
  "procedures.window":
    "{hasEnd, select, yes {de {from} a {to} {unit}} other {desde {from} {unit}}} después de {since}: {opens}{hasEnd, select, yes { – {closes}} other {}}",
  "procedures.windowRule":
    "plazo: {hasEnd, select, yes {de {from} a {to} {unit}} other {desde {from} {unit}}} después de {after}",
  "procedures.windowUnknown": "no se sabe cuándo empezó su plazo",
  "procedures.working.dateWithin": "{date}, {days, plural, one {# día} other {# días}} después; último día {last}",
  "procedures.working.during": "vigente desde {since}",
  "procedures.working.left": "lo dejó el {left}; hasta el {last}",
  "procedures.working.marked": "{certain} con certeza, {claimed} más en la lectura de alguien; hacen falta {needed}",
  "procedures.working.nextPeriod": "primera votación en {before}, esta en {now}",
  "procedures.working.noDate": "el acto no da un día; el último sería {last}",
  "procedures.working.noTerm": "la ley de ese día no conoce un período",
  "procedures.working.notDuring": "ninguno vigente{others, select, none {} other {; lo vigente es otro: {others}}}",
  "procedures.working.notInLast": "la última parte empieza el {begins}, el período termina el {ends}",
  "procedures.working.notLeft": "no lo ha dejado, o nadie de ese nombre lo ocupó",
  "procedures.working.notSaid": "el acto no lo dice",
  "procedures.working.says": "el acto dice: {said}",
  "flag.proclaimed": "día en que se proclamó la primera elección: da el último día de la segunda",
  "flag.roundOffice": "cargo del archivo de instituciones (presidency, presidency-runoff, ...)",
  "round.brief":
    "qué decide una elección según la ley de un cargo: quién ganó, quién pasa a la segunda, la diferencia, hasta cuándo",
  "round.full":
    "Compara votos con la regla de un cargo vigente ese día (--law, --on, --office): más de la mitad, una proporción con ventaja, la mayor votación, una segunda elección entre los primeros. Los votos vienen de un archivo (como en acta seats) o, sin él, de lo contabilizado en una edición de la carpeta de datos: entonces las actas abiertas son límites, y solo se dice lo que no pueden cambiar. Un empate es un resultado con nombre. --proclaimed da el último día de la segunda elección.",
  "round.gap": "Entre el puesto {place} y el siguiente: {gap, plural, one {# voto} other {# votos}}.",
  "round.kind.runoff": "Segunda elección entre {between}",
  "round.kind.tied": "Empate, y la regla no decide: {between}",
  "round.kind.undecided": "Sin decidir{between, select, other {: {between}}}",
  "round.kind.won": "Gana: {between}",
  "round.lastDay": "La segunda elección se realiza a más tardar el {day}.",
  "round.moreThanValid":
    "Los votos de las listas son {sum, number}, pero los votos válidos se dan como {valid, number}",
  "round.oneWhole": "Una elección necesita los votos del conjunto, no de {districts, number} distritos",
  "round.open":
    "Abierto: {stations, plural, one {# mesa} other {# mesas}}, {votes, plural, =-1 {de tamaño desconocido} other {a lo más # votos}}.",
  "round.places":
    "{places, plural, one {El primer puesto} other {Los primeros # puestos}}: seguro {sure, select, none {nadie} other {{sure}}}; abierto {open, select, none {nadie} other {{open}}}.",
  "round.votesUnknown": "No se conocen los votos de {list}: sin ellos ningún puesto es seguro",
  "round.unnamed":
    "{votes, plural, one {# voto válido es} other {# votos válidos son}} de listas que el archivo no nombra; se supone que ninguna está entre las primeras.",
  "flag.biproportional":
    "reparte escaños a distritos y listas a la vez (Pukelsheim); --seats da los de cada distrito: norte=4,sur=3",
  "flag.union": "una unión de listas que primero toman escaños juntas (--method, --seats); puede darse varias veces",
  "seats.badDistrictSeats":
    "Los escaños de los distritos se escriben norte=4,sur=3, cada distrito una vez; hay: {part}",
  "seats.biproportional.decided":
    "Cada celda son sus votos divididos entre ambos divisores y redondeados; filas y columnas cumplen sus escaños.",
  "seats.biproportional.lotsForLists":
    "Votos iguales: qué listas toman los últimos escaños necesita un sorteo (--lots). Seguros por ahora:",
  "seats.biproportional.noSolution":
    "Ninguna celda cumple a la vez los escaños de los distritos y los de las listas. Escaños de las listas:",
  "seats.biproportional.tiedCells":
    "Hay celdas justo en el borde del redondeo: el método las deja abiertas. Escaños de las listas:",
  "seats.column.divisor": "divisor",
  "seats.noSeatsOf": "--seats no dice cuántos escaños tiene {district}",
  "seats.otherwiseNeeds": "--union y --biproportional necesitan un archivo de votos y --seats, y se excluyen",
  "seats.unionInside": "Dentro de {lists}:",
  "seats.unionTie": "Sin decidir: {seats, plural, one {# escaño} other {# escaños}} por sorteo entre {between}",
  "seats.unionTop": "Entre uniones y listas solas ({lists}):",
};
