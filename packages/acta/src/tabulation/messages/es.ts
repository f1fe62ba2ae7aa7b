import type { tabulationEn } from "./en.js";

/** Texts of this room in Spanish, by key (ICU MessageFormat). */
export const tabulationEs: Readonly<Record<keyof typeof tabulationEn, string>> = {
  "materiality.noVotes": "Todavía no hay votos contabilizados.",
  "materiality.tied": "Según lo contabilizado nadie va adelante: un voto decide.",
  "materiality.petitionsNotLoaded":
    "Solicitudes de nulidad no cargadas; bastaría anular {stations, plural, one {# mesa} other {# mesas}} ({takes, number} {per, plural, =1 {votos de la ventaja} other {partes de 1/# de voto}}). Con menos no se puede.",
  "materiality.petitionsNotLoadedAmong":
    "Solicitudes de nulidad no cargadas; entre las actas que se miran bastaría anular {stations, plural, one {# mesa} other {# mesas}} ({takes, number} {per, plural, =1 {votos de la ventaja} other {partes de 1/# de voto}}), y no menos.",
  "materiality.petitionsNotLoadedNoSet":
    "Solicitudes de nulidad no cargadas; entre las actas que se miran no bastaría ninguna anulación, ni la de todas.",
  "materiality.noPetitions": "Solicitudes de nulidad cargadas: las de mesas no pueden quitar nada de la ventaja.",
  "materiality.petitionsCannotChange":
    "Solicitudes de nulidad cargadas: si todas las de mesas se declaran fundadas quitan como máximo {takes, number} de {slack, number} {per, plural, =1 {votos} other {partes de 1/# de voto}}. Por sí solas no pueden cambiar el resultado, nombren las mesas que nombren.",
  "materiality.petitionsCouldChange":
    "Solicitudes de nulidad cargadas: si todas las de mesas se declaran fundadas quitan como máximo {takes, number}, y la ventaja es de {slack, number} {per, plural, =1 {votos} other {partes de 1/# de voto}}. No está probado que no puedan cambiar el resultado.",
  "materiality.widerPetitions":
    "No está decidido: {count, plural, one {# solicitud pide} other {# solicitudes piden}} más que la nulidad de mesas. Eso no se acota aquí.",
  "materiality.nothingOpen": "No hay actas abiertas.",
  "materiality.openOfUnknownSize":
    "No se conocen los electores hábiles de {stations, plural, one {# mesa abierta} other {# mesas abiertas}}: nada las acota.",
  "materiality.openCannotChange":
    "Digan lo que digan las {stations, plural, one {# acta abierta} other {# actas abiertas}}, la ventaja queda entre {least, number} y {most, number}{per, plural, =1 {} other { (en partes de 1/# de voto)}}: no pueden cambiar el resultado.",
  "materiality.openCouldChange":
    "Solo por los números, las {stations, plural, one {# acta abierta} other {# actas abiertas}} podrían llevar la ventaja a cualquier valor de {least, number} a {most, number}{per, plural, =1 {} other { (en partes de 1/# de voto)}}: no está decidido.",
  "materiality.filedCannotChange":
    "Si cada una de las {stations, plural, one {# acta observada} other {# actas observadas}} se cuenta como está escrita o se anula{lacking, plural, =0 {} other { (a # les falta una cifra y valen más o menos sus electores hábiles)}}{pending, plural, =0 {} other {, y las # pendientes traen cualquier cosa}}, la ventaja queda entre {least, number} y {most, number}{per, plural, =1 {} other { (en partes de 1/# de voto)}}: no pueden cambiar el resultado.",
  "materiality.filedCouldChange":
    "Aun si cada una de las {stations, plural, one {# acta observada} other {# actas observadas}} se cuenta como está escrita o se anula{lacking, plural, =0 {} other { (a # les falta una cifra y valen más o menos sus electores hábiles)}}{pending, plural, =0 {} other {, y las # pendientes traen cualquier cosa}}, la ventaja puede ser cualquiera de {least, number} a {most, number}{per, plural, =1 {} other { (en partes de 1/# de voto)}}: no está decidido.",
  "materiality.togetherCannotChange":
    "Decidido: las actas abiertas y las solicitudes cargadas, todas juntas, no pueden cambiar el resultado, ni llegar a un empate.",
  "materiality.filerCannotChange":
    "Las solicitudes de este solicitante y todas las actas abiertas, juntas, no pueden cambiar el resultado, ni llegar a un empate. Nada se dice de las solicitudes de otros.",
  "materiality.togetherCouldChange":
    "No está decidido: no está probado que las actas abiertas y las solicitudes cargadas, todas juntas, no puedan cambiar el resultado.",
  "materiality.shareTooFine":
    "la proporción que pide {article} tiene un denominador mayor de un millón: no se trabaja con ella",
  "materiality.badPetitions": "esto no va en una lista de solicitudes (acta-petitions/1): {received}",
  "materiality.missing": "esto falta",
  "materiality.unknownStation": "una solicitud nombra la mesa {station}, que no está en el padrón",
  "materiality.unknownArea": "no hay ámbito {area} en el árbol {tree}",
  "materiality.areasOverlap": "el ámbito {area} ({tree}) se superpone a otro con solicitudes contadas",
  "materiality.areaTooSmall":
    "el ámbito {area} ({tree}) tiene {stations, number} mesas: menos que las solicitudes que se le atribuyen",
  "materiality.moreThanThereAre":
    "{stations, number} mesas, de ellas {known, number} en ámbitos conocidos: más de las que puede haber",
  "scenario.badFormat": "esto no es un escenario del formato acta-scenario/1",
  "scenario.badId": "un id es una letra o cifra y luego hasta 63 letras, cifras, puntos, guiones o guiones bajos",
  "scenario.badShare": "una proporción se escribe con dos enteros de hasta seis cifras, por ejemplo 80/100",
  "scenario.badValue": "este valor no va aquí: {received}",
  "scenario.unknownKey": "aquí no hay clave {key}",
  "scenario.missing": "esto falta",
  "scenario.oneLimit": "una regla de proporción tiene un solo límite: moreThan o lessThan",
  "scenario.emptySelection": "una selección dice al menos una cosa sobre las actas",
  "scenario.noOverride": "un escenario tiene al menos un cambio",
  "scenario.selectsNothing": "no se selecciona ninguna acta: no hay nada que comparar",
  "scenario.changesNothing":
    "{sheets, plural, one {se selecciona # acta y queda} other {se seleccionan # actas y todas quedan}} como antes: no hay nada que comparar",
  "scenario.unknownStation": "la mesa {station} no está en el padrón",
  "scenario.unknownArea": "no hay ámbito {area} en el árbol {tree}",
  "scenario.unknownGroup": "no hay grupo {group}",
  "scenario.unknownStatus": "no hay estado {status}",
  "scenario.unknownOption": "no hay opción {option} en esta elección",
  "scenario.unknownCell": "no hay casilla {cell} en las actas de esta elección",
  "scenario.petitionsNotLoaded": "solicitudes de nulidad no cargadas: no se puede seleccionar por solicitud",
};
