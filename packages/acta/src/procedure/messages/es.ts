/** Texts of this room in Spanish, by key (ICU MessageFormat). */
export const procedureEs = {
  "procedure.ambiguousDate":
    "{received} puede ser dos días; escriba primero el año, luego el mes y el día: AAAA-MM-DD (un día), AAAA-MM-DDTHH:MM-05:00",
  "procedure.ambiguousWord": "«{word}» puede ser varios procedimientos el {day}. ¿Cuál: {es}{en, select, other {}}?",
  "procedure.annulled":
    "{at}: el paso {step} fue anulado por el órgano que tiene la última palabra; no tiene efecto ({rule}, {article})",
  "procedure.badCountry": "Un país se escribe con dos letras mayúsculas",
  "procedure.badDate": "{received} no es una fecha (AAAA-MM-DD)",
  "procedure.badId":
    "Un identificador tiene letras, dígitos, '_', '-' y '.', empieza con letra o dígito y mide a lo más 64",
  "procedure.badMoment":
    "{received} no es un momento: escriba AAAA-MM-DD, AAAA-MM-DDTHH:MM con su zona (-05:00), o dos días con una barra entre ellos",
  "procedure.badOffset": "{received} no es una diferencia con UTC (por ejemplo -05:00)",
  "procedure.badValue": "Se esperaba {expected}, hay {received}",
  "procedure.badYear": "Un año se escribe con cuatro dígitos",
  "procedure.conditionUnmet":
    "{at}: el paso {step} no está permitido ({rule}, {article}): no se cumple que {es}{en, select, other {}}",
  "procedure.emptyList": "Aquí hace falta al menos uno",
  "procedure.emptyText": "Este texto no puede estar vacío",
  "procedure.endsBefore": "Termina el {to}, antes de empezar el {from}",
  "procedure.missing": "Aquí falta algo",
  "procedure.noOffice": "La ley vigente el {day} no conoce el cargo {office}",
  "procedure.noProcedure": "La ley vigente el {day} no conoce el procedimiento {procedure}",
  "procedure.noSuchProcedure":
    "La ley vigente el {day} no conoce un procedimiento para «{word}». {es}{en, select, other {}}",
  "procedure.notHolder": "{holder} deja {office}, pero no lo ocupa",
  "procedure.notOnTicket":
    "{holder} no resulta elegido para {office} por la fórmula {ticket} ({state, select, excluded {excluido} withdrawn {retirado} other {no está en ella}})",
  "procedure.officeHeld": "{holder} asume {office}, pero lo ocupa {by}; registre primero cómo quedó vacante",
  "procedure.otherProcedure": "El caso {case} es de {is}, no de {procedure}",
  "procedure.outOfOrder":
    "El suceso {id} del {at} está después de uno del {before}; los sucesos van en el orden en que ocurrieron",
  "procedure.outOfWindow":
    "{at}: el paso {step} está fuera de su plazo, que va del {opens} al {closes} ({rule}, {article})",
  "procedure.outcomeContradicts":
    "La fuente dice {said}, pero sus cifras o la regla solo permiten: {possible} ({article})",
  "procedure.overlap":
    "La regla {id} desde {from} rige a la vez que la regla en {other} sobre lo mismo; termine una antes de que empiece la otra",
  "procedure.sameId": "{id} está aquí dos veces",
  "procedure.tooLong": "Este texto es demasiado largo",
  "procedure.tooMany": "Hay demasiadas entradas aquí",
  "procedure.unknownCase": "No hay ningún caso {case} en esta historia. Se conocen: {known}",
  "procedure.unknownKey": "{key} no se conoce aquí",
  "procedure.unknownReference": "No hay {kind} {name}",
  "procedure.unknownStep": "El procedimiento {procedure} no tiene el paso {step}. Se conocen: {known}",
  "procedure.unknownWord": "La ley vigente el {day} no conoce «{word}». Se conocen: {known}",
  "procedure.wrongState":
    "{at}: el paso {step} no puede venir ahora en el caso {case}: está en {was}, y el paso necesita {needs} ({rule}, {article})",
  "scenario.needsVotes": "El supuesto {scenario} trata de votos: indique un archivo con ellos (--votes)",
  "scenario.noRule": "Supuesto {scenario}: ninguna regla sobre {what}{day, select, none {} other { rige el {day}}}",
  "scenario.tooFew": "Supuesto {scenario}: en {event} votaron así menos miembros de los que cambiarían",
};
