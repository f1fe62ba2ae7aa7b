import type { exportEn } from "./en.js";

/** Texts of this room in Spanish: its problems by code, and what stands in exported files (ICU MessageFormat). */
export const exportEs: Readonly<Record<keyof typeof exportEn, string>> = {
  "export.chooseContest": "Este proceso tiene varias elecciones; elija una: {known}",
  "export.excelIsCsv": "Solo el CSV tiene una forma para Excel; con el formato {format} quite la opción",
  "export.groupCutsArea":
    "Solo una parte del ámbito {area} está en el grupo {group}; elija un nivel inferior a {level}, o el nivel de todo el árbol para la suma del grupo",
  "export.groupOfOtherTree": "El grupo {group} se compone de ámbitos del árbol {tree}",
  "export.nistWholeContest": "El formato NIST se escribe para una elección entera, sin grupo",
  "export.nistLevel": "El formato NIST baja hasta un nivel del árbol, no hasta {level}",
  "export.noTable": "Esta edición no tiene actas de la elección {contest}",
  "export.placesOfFirstTree": "Los locales de votación están en los ámbitos del primer árbol, no en los de {tree}",
  "export.sameColumn": "La definición produce dos columnas con el mismo nombre en el nivel {level}",
  "export.stationsAsRecorded":
    "Las filas por mesa muestran el acta vigente; el criterio {policy} toma otras cifras. Elija un nivel de ámbito u otro criterio",
  "export.treeNotInRoll": "El padrón de esta edición no tiene el árbol {tree}",
  "export.unknownName": "No existe {kind} {name}; se conocen: {known}",
  "export.xlsxTooLarge":
    "{rows, number} filas de {columns, number} columnas son más de lo que cabe en una hoja ({mostRows, number} filas, {mostCells, number} celdas); use CSV o Parquet",
  "export.xlsxTooWide":
    "{columns, number} columnas son más de las que caben en una hoja ({most, number}); use CSV o Parquet",
  "export.xlsxLongText":
    "Un texto de la columna {column}, fila {row, number}, es más largo de lo que Excel admite ({most, number} caracteres)",

  "export.column.address": "Dirección del local de votación",
  "export.column.ballotsCast": "Votos emitidos: la suma de válidos, en blanco, nulos e impugnados",
  "export.column.ballotsCastReported": "Total de votos emitidos escrito en las actas",
  "export.column.blankVotes": "Votos en blanco",
  "export.column.challengedVotes": "Votos impugnados en mesa y enviados al jurado",
  "export.column.code": "Código del ámbito en el sistema {codes}",
  "export.column.entry": "Posición en el libro del asiento vigente; vacía si no hay ninguno",
  "export.column.flags": "Por qué se observó el acta; varios códigos van separados por un espacio",
  "export.column.included": "Si el acta entra según el criterio: {policy}",
  "export.column.leader": "Opción con más votos; vacía en caso de empate o sin votos",
  "export.column.level": "De qué es la fila: un nivel del árbol, un local de votación o un grupo",
  "export.column.marginOfValid": "La diferencia como proporción de los votos válidos",
  "export.column.marginVotes": "Diferencia de votos entre la primera y la segunda opción",
  "export.column.marks":
    "Casillas sin número y por qué: casilla=blank (en blanco), illegible (ilegible), absurd (absurda) o notSupplied (sin dato); * vale por todas",
  "export.column.missingCells": "Casillas sin número en las actas que entran; cuentan 0",
  "export.column.name": "Nombre del ámbito; vacío si la fuente no lo da",
  "export.column.nullVotes": "Votos nulos",
  "export.column.parentCode": "Código del ámbito de este nivel ({level}) en el sistema {codes}",
  "export.column.parentName": "Nombre del ámbito de este nivel ({level})",
  "export.column.place": "Local de votación; vacío si la fuente no lo nombra",
  "export.column.preferential": "Votos preferenciales de {option} para el candidato número {candidate}",
  "export.column.provenance": "De dónde vienen los datos: esta no es una elección real",
  "export.column.raw": "Lo escrito en las casillas absurdas, en JSON por casilla",
  "export.column.registeredVoters": "Electores hábiles de todas las mesas cuyo padrón se conoce",
  "export.column.resolved": "Si el acta pasó por un jurado y volvió",
  "export.column.shareOfValid": "Votos de {option} como proporción de los votos válidos",
  "export.column.state": "Qué hizo el cómputo con el acta, en palabras de Acta",
  "export.column.station": "Código de la mesa de sufragio",
  "export.column.stationRegistered": "Electores hábiles de la mesa; vacío si no se conoce",
  "export.column.stationVotes": "Votos de {option} según lo asentado; vacío si la casilla no tiene número",
  "export.column.stations.annulled": "Mesas con acta anulada",
  "export.column.stations.counted": "Mesas contabilizadas por la autoridad; incluye las anuladas y las no instaladas",
  "export.column.stations.notCollected": "De las mesas pendientes, aquellas de las que nuestra fuente no tiene datos",
  "export.column.stations.notInstalled": "Mesas no instaladas",
  "export.column.stations.pending": "Mesas con acta no procesada",
  "export.column.stations.processed": "Mesas con acta procesada: contabilizada o para envío al jurado",
  "export.column.stations.referred": "Mesas con acta que espera al jurado",
  "export.column.stations.registeredUnknown": "Mesas cuyos electores hábiles no se conocen; faltan en la suma",
  "export.column.stations.total": "Mesas de sufragio",
  "export.column.status": "Estado del acta por su identificador en la definición; vacío si no hay acta",
  "export.column.tie":
    "Opciones con el mismo número más alto de votos, separadas por un espacio; vacía cuando una va primera",
  "export.column.turnoutCounted": "Votos emitidos sobre los electores hábiles de las mesas que entran",
  "export.column.turnoutRoll": "Votos emitidos sobre todos los electores hábiles",
  "export.column.unusedBallots": "Cédulas no utilizadas según lo escrito en las actas",
  "export.column.validVotes": "Votos válidos: la suma de las opciones",
  "export.column.votersReported": "Ciudadanos que votaron, según lo escrito en las actas",
  "export.column.votes": "Votos de {option}",

  "export.heading.authority": "Autoridad",
  "export.heading.column": "Columna",
  "export.heading.contest": "Elección",
  "export.heading.credit": "Fuente y licencia",
  "export.heading.dataDigest": "Huella de los datos",
  "export.heading.edition": "Edición",
  "export.heading.election": "Proceso electoral",
  "export.heading.group": "Grupo",
  "export.heading.level": "Nivel",
  "export.heading.moment": "Estado del cómputo al",
  "export.heading.note": "Nota",
  "export.heading.policy": "Criterio",
  "export.heading.provenance": "Procedencia",
  "export.heading.resultStatus": "Resultado",
  "export.heading.rows": "Filas",
  "export.heading.tree": "Árbol de ámbitos",

  "export.note.base": "Todas las cifras son de la edición {edition}, estado del cómputo al {moment}.",
  "export.note.cells":
    "Cada casilla es como está asentada en el acta vigente. Una celda vacía no es 0: la columna de marcas dice qué contiene.",
  "export.note.drill": "SIMULACRO: son datos de un ejercicio, no de una elección.",
  "export.note.emptyCells":
    "Una celda vacía quiere decir que no hay tal número: no se conoce, no está en el acta o es una proporción cuya base es 0.",
  "export.note.group": "Solo los ámbitos del grupo: {group}.",
  "export.note.nistBallots":
    "Los votos en blanco, nulos e impugnados van como cuentas de cédulas de tipo other, por su nombre; no son ni undervotes ni overvotes, y nunca opciones.",
  "export.note.nistPreferential":
    "Los votos preferenciales no van: el formato no tiene lugar para ellos sin los nombres de los candidatos.",
  "export.note.notOfficial":
    "Calculado de nuevo con las cifras de {authority}; no es un documento oficial ni, en ningún caso, un resultado proclamado.",
  "export.note.petitions":
    "Solicitudes de nulidad y apelaciones no cargadas: no se sabe qué está en disputa entre las actas contabilizadas.",
  "export.note.policy": "Qué actas entran: {policy}.",
  "export.note.shares":
    "Las proporciones se redondean a 9 decimales, la mitad hacia arriba; sus bases están en la misma fila.",
  "export.note.synthetic": "SINTÉTICO: estos datos son inventados; esta elección no existió.",
  "export.note.unknownArea":
    "El código de ámbito NA vale por las mesas cuya fuente no da el ámbito; hay programas que lo leen como dato faltante.",
  "export.note.unknownMoment": "un momento desconocido",

  "export.provenance.drill": "simulacro",
  "export.provenance.real": "real",
  "export.provenance.synthetic": "sintético",
  "export.resultStatus.complete": "al 100 %, sin proclamar",
  "export.resultStatus.partial": "parcial",
};
