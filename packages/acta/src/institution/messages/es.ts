import type { institutionEn } from "./en.js";

/** Texts of this room in Spanish, by key (ICU MessageFormat). */
export const institutionEs: Readonly<Record<keyof typeof institutionEn, string>> = {
  "outcome.passedThreshold":
    "más de la proporción exigida de la base{open, plural, =0 {} other {, digan lo que digan las actas abiertas}}",
  "outcome.mostVotes": "la mayor votación{open, plural, =0 {} other {, digan lo que digan las actas abiertas}}",
  "outcome.noneCanPass": "ya nadie puede pasar la proporción exigida",
  "outcome.openCouldChange": "solo por los números, las actas no contabilizadas todavía podrían cambiarlo",
  "outcome.openOfUnknownSize": "faltan mesas cuyos electores hábiles no se conocen",
  "outcome.equalVotes": "empate: la regla no dice quién gana",
  "outcome.noMajorityNoRunoff": "nadie tiene la proporción exigida, y la regla no prevé segunda vuelta",
  "outcome.noVotes": "todavía no hay votos contabilizados",
  "outcome.decidedElsewhere": "esta elección se decide por escaños",
  "outcome.wholeContestOnly": "la regla se aplica solo a la elección completa",
  "round.passed": "tiene la proporción que exige la regla, diga lo que diga lo pendiente",
  "round.mostVotes": "la mayor votación, diga lo que diga lo pendiente",
  "round.nobodyCanPass": "ya nadie puede tener la proporción",
  "round.openCouldChange": "lo pendiente todavía podría cambiarlo",
  "round.equalVotes": "empate: la regla no dice quién gana",
  "round.noRunoff": "nadie tiene la proporción, y la regla no prevé segunda vuelta",
  "round.noVotes": "todavía no hay votos contabilizados",
  "institution.badCountry": "Un país se escribe con dos mayúsculas",
  "institution.badDivisors": "Los divisores crecen de uno al siguiente",
  "institution.badFraction": "{received} no es una fracción de 0/1 a 1/1 (por ejemplo 2/3)",
  "institution.badMethod":
    "{received} no es un método de reparto: un nombre (dHondt, hare, ...) o sus partes; los restos necesitan una cuota",
  "institution.endsBefore": "Esto termina el {to}, antes de empezar el {from}",
  "institution.overlap":
    "La regla {id} desde {from} rige al mismo tiempo que la regla en {other} sobre lo mismo; termine una antes de que empiece la otra",
  "institution.sameId": "{id} está aquí dos veces",
  "institution.unknownReference": "No existe {kind} {name}",
  "seats.badCandidates": "El número de candidatos de {list} no es un entero desde 0",
  "seats.badDocument": "No es un documento de votos (acta-votes/1): se encontró {received}",
  "seats.badMatrix": "El distrito {district} tiene otro número de listas que los demás, o ningún escaño",
  "seats.badSeats": "{seats} no es un número de escaños (0 a {most, number})",
  "seats.badVotes": "Los votos de {list} no son un entero desde 0: {votes}",
  "seats.districtTwice": "El distrito {district} está dos veces",
  "seats.listTwice": "La lista {list} está dos veces",
  "seats.lotNotTied": "Se sorteó a {list}, que no está entre los empatados: {between}",
  "seats.noDistrict": "No hay votos del distrito {district}: sin ellos no se pueden repartir sus escaños",
  "seats.quotaTooSmall":
    "Solo las cuotas enteras dan {given, number} de {seats, number} escaños: esta cuota no sirve con estos votos",
  "seats.tooFewCandidates":
    "{seats, number} escaños, pero solo {candidates, plural, one {# candidato} other {# candidatos}}",
  "seats.tooManyVotes": "Los votos juntos son más de los que se pueden contar con exactitud (2^53 - 1)",
  "seats.unknownDistrict": "La regla {rule} no conoce el distrito {district}",
  "seats.unknownList": "No existe la lista {list}",
  "vote.moreThanEligible":
    "{votes, number} votos o presentes, pero solo {members, number} miembros hábiles ({chamber})",
  "vote.moreThanMembers":
    "{votes, number} votos o miembros, pero {chamber} tiene {members, number} por ley ({article})",
  "vote.moreThanPresent": "{votes, number} votos, pero solo {members, number} presentes ({chamber})",
  "vote.noMembers": "La votación no nombra a nadie",
  "vote.noQuorum":
    "Hay {present, plural, one {# presente} other {# presentes}}; {chamber} necesita {quorum, number} para decidir ({article})",
  "vote.notMember": "{member} vota, pero ese día no tiene un escaño con derecho a voto",
  "vote.totalsDiffer":
    "Los votos nominales suman {members}, los totales dicen {totals} (a favor-en contra-abstenciones)",
  "vote.votedTwice": "{member} vota dos veces",
};
