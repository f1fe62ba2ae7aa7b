import type { commandEn } from "./en.js";

/** Texts of the commands in Spanish, by key (ICU MessageFormat). */
export const commandEs: Readonly<Record<keyof typeof commandEn, string>> = {
  "acta.brief": "Cuenta una elección a partir de sus actas, para que cualquiera pueda recalcular cualquier cifra",
  "acta.full":
    "Empiece con: acta demo. Con sus propios archivos: acta import DEFINICIÓN --source ARCHIVO, y luego acta results. --lang es|en elige el idioma.",
  "argument.backup": "carpeta del respaldo",
  "argument.definition": "definición de la elección (YAML)",
  "argument.publishTo": "carpeta en la que se publica",
  "argument.published": "carpeta publicada, o su dirección web",
  "argument.specification": "totales a partir de los cuales inventar una elección (YAML)",
  "argument.station": "código de la mesa de sufragio",
  "cell.ballotsCast": "total de cédulas (escrito)",
  "cell.blank": "votos en blanco",
  "cell.challenged": "votos impugnados",
  "cell.null": "votos nulos",
  "cell.unusedBallots": "cédulas no utilizadas",
  "cell.voters": "ciudadanos que votaron (total escrito)",
  "backup.brief": "Copia una carpeta de datos, con el hash de cada archivo, aunque esté en uso",
  "backup.done": "{size, number} asientos en {files, number} archivos ({bytes, number} bytes) están en {to}.",
  "backup.full":
    "La copia es una carpeta común. La clave privada va solo con --with-key: quien la tiene firma en nombre de este libro.",
  "backup.withKey": "La clave privada está incluida: guarde esta copia como guarda la clave.",
  "backup.withoutKey":
    "La clave privada no está incluida: guarde keys/recorder.key aparte; sin ella el libro se puede leer, pero no continuar.",
  "check.brief": "Lista lo que no cuadra en las actas de una edición",
  "check.full":
    "Los hallazgos son hechos sobre actas, no acusaciones: cada uno tiene código, regla y valores. --code CÓDIGO lista las actas de uno.",
  "check.more": "… y {count, number} más: --json las lista todas",
  "check.next": "Para ver las actas de un código: acta check --code {code}",
  "check.none": "Sin hallazgos.",
  "column.after": "después",
  "column.area": "ámbito",
  "column.asOf": "estado del cómputo",
  "column.before": "antes",
  "column.cell": "casilla",
  "column.code": "código",
  "column.counted": "actas contab.",
  "column.edition": "identificador",
  "column.findings": "hallazgos",
  "column.leader": "adelante",
  "column.margin": "diferencia",
  "column.number": "edición",
  "column.open": "abiertas",
  "column.shareOfValid": "de los válidos",
  "column.sheets": "actas",
  "column.size": "asientos",
  "column.votes": "votos",
  "column.written": "escrito",
  "command.badSeed": "--seed {seed} no es un número entero",
  "command.noCheckpoint": "este libro aún no tiene un punto de control firmado: la próxima acta import lo firma",
  "command.oneEdition": "no hay edición anterior a {edition}: indique dos con --from y --to",
  "command.publishAddress": "acta publish escribe en una carpeta: después la puede servir cualquier servidor web",
  "command.unknownArea": "no existe el ámbito {area} en el árbol {tree}: acta results --level NOMBRE los lista",
  "command.unknownCode":
    "no existe el código de hallazgo {code}: acta check sin --code muestra los que ocurren, docs/findings.md todos",
  "command.unknownContest": "no existe la elección {contest}; están: {known}",
  "command.unknownFormat": "no existe el formato {format}; están: {known}",
  "command.unknownGroup": "no existe el grupo {group} en este árbol; están: {known}",
  "command.unknownLevel": "no existe el nivel {level} en este árbol; están: {known}",
  "command.unknownPolicy": "no existe la política {policy}; están: {known}",
  "command.unknownStation": "no existe la mesa {station} en {election}",
  "command.unknownTree": "no existe el árbol {tree}; están: {known}",
  "common.unknownMoment": "momento desconocido",
  "demo.brief": "Cuenta la segunda vuelta del Perú 2021 y muestra quién va adelante, por cuánto y qué queda abierto",
  "demo.example":
    "Los archivos reales no están aquí ({folder}): esto es un ejemplo SINTÉTICO, inventado a partir de los totales publicados por departamento.",
  "demo.fetch": "Para las actas reales (necesita red): npx acta import {definition} --fetch --data {data}",
  "demo.full":
    "Usa las actas reales si están junto al repositorio; si no, un ejemplo marcado como inventado. Termina con las páginas para lectores servidas en esta máquina, sobre los mismos datos, hasta Ctrl-C: en --port o en el siguiente que esté libre. --no-serve lo deja fuera.",
  "demo.next":
    "Para ver más:\n  npx acta results --level province --area 14 --data {data}     por provincia, dentro de un ámbito\n  npx acta results --group abroad --data {data}                 un grupo de ámbitos\n  npx acta editions --data {data}                               todas las ediciones del cómputo\n  npx acta diff --data {data}                                   qué cambió desde la edición anterior\n  npx acta check --data {data}                                  qué no cuadra en las actas\n  npx acta station 026140 --data {data}                         un acta",
  "demo.real": "Contando las actas reales de {folder} …",
  "diff.brief": "Muestra qué cambió entre dos ediciones y qué le hizo a la diferencia",
  "diff.countedChanged":
    "{count, plural, =0 {Ninguna acta contabilizada cambió sus cifras.} one {# acta cambió sus cifras sin dejar de estar contabilizada.} other {# actas cambiaron sus cifras sin dejar de estar contabilizadas.}}",
  "diff.counts":
    "{status, plural, one {# mesa cambió} other {# mesas cambiaron}} de estado, {figures, number} de cifras.",
  "diff.editions":
    "De la edición {from} ({fromMoment}) a la edición {to} ({toMoment}); los votos son los contabilizados",
  "diff.full":
    "Sin --from ni --to: la edición más reciente y la anterior. Los votos de la tabla son cambios de votos contabilizados.",
  "diff.margin": "Diferencia: {fromLeader} +{from, number} → {toLeader} +{to, number} votos.",
  "diff.regressions":
    "{count, plural, =0 {Ninguna acta salió del cómputo.} one {# acta volvió a salir del cómputo: {stations}} other {# actas volvieron a salir del cómputo: {stations}}}",
  "diff.roll":
    "Datos del padrón que difieren (no son cambios de actas): {registered, number} electores hábiles, {area, number} ámbitos, {place, number} nombres de locales.",
  "doctor.blobs.sound":
    "definiciones, padrones y archivos originales: {files, plural, one {# archivo tiene} other {# archivos tienen}} el hash que es su nombre",
  "doctor.brief": "Revisa una carpeta de datos desde la base: asientos, hashes, firmas, relectura, archivos, permisos",
  "doctor.checkpoint.behind":
    "el punto de control está firmado para {size, number} asientos y concuerda; {behind, plural, one {# asiento posterior lo firmará} other {# asientos posteriores los firmará}} la próxima importación",
  "doctor.checkpoint.note": "todavía no hay punto de control: la próxima importación firma uno",
  "doctor.checkpoint.sound": "la firma y la raíz de los {size, number} asientos concuerdan, recalculadas",
  "doctor.checkpoint.unread": "firmado para {size, number} asientos; no se pueden leer y por eso no se comparó la raíz",
  "doctor.derived.removed":
    "{count, plural, one {# archivo derivado no era} other {# archivos derivados no eran}} lo que dice el libro; se quitó y se vuelve a crear: {files}",
  "doctor.derived.sound":
    "{files, plural, =0 {no hay ninguno; se crean cuando hacen falta} one {# archivo derivado es lo que dice el libro} other {# archivos derivados son lo que dice el libro}}",
  "doctor.derived.unread": "sin comparar: el libro no se puede releer",
  "doctor.drill": "SIMULACRO: este libro no es de una elección",
  "doctor.failed":
    "{count, plural, one {# revisión falló} other {# revisiones fallaron}}: aquí no se cambió nada. Recupere la carpeta de una copia (acta restore).",
  "doctor.full":
    "No repara nada; solo quita los archivos derivados que no son lo que dice el libro, porque se vuelven a crear. Termina con código 1 si una revisión falla.",
  "doctor.head": "Libro {origin}, {size, plural, one {# asiento} other {# asientos}}",
  "doctor.key.note": "la clave no está aquí: la carpeta se puede leer, pero no continuar",
  "doctor.key.sound": "solo su dueño puede leerla, y es la de este libro",
  "doctor.log.sound":
    "cada bloque tiene su hash y sigue al anterior: {size, plural, one {# asiento} other {# asientos}}",
  "doctor.name.blobs": "archivos",
  "doctor.name.checkpoint": "punto de control",
  "doctor.name.derived": "derivados",
  "doctor.name.key": "clave",
  "doctor.name.log": "libro",
  "doctor.name.replay": "relectura",
  "doctor.replay.sound":
    "cada asiento es válido en su lugar ({elections, plural, one {# elección} other {# elecciones}})",
  "doctor.result.failed": "FALLA",
  "doctor.result.note": "nota",
  "doctor.result.sound": "bien",
  "doctor.sound": "Todo lo que se revisó está bien.",
  "editions.brief": "Lista las ediciones de una elección, de la más antigua a la más reciente",
  "editions.full":
    "Una edición es lo que la fuente decía en un momento; se ordena por el reloj de la fuente, no por el momento de la importación.",
  "export.brief": "Escribe resultados o actas de una edición como CSV, JSON, Parquet, XLSX o NIST SP 1500-100",
  "export.done": "{rows, plural, one {# fila} other {# filas}} de la edición {number} ({id}):",
  "export.file": "  {path} ({bytes, number} bytes)",
  "export.full":
    "--level elige las filas: un nivel del árbol, place (local) o station (mesa). Un CSV lleva sus notas en un archivo aparte; los demás formatos, dentro.",
  "flag.area": "ámbito por su código",
  "flag.at":
    "el libro como estaba: asientos, momento del registro o edición (--edition se guía por el reloj de la fuente)",
  "flag.asOf": "estado del cómputo que describen los archivos, si no lo dicen (con su huso, o en el de la elección)",
  "flag.bulletins": "con --fetch: también los totales publicados que nombra la definición",
  "flag.code": "listar las actas de este código de hallazgo",
  "flag.contest": "elección (por omisión, la primera de la definición)",
  "flag.data": "carpeta de datos",
  "flag.ofRecord":
    "fundar un libro oficial: cada asiento lo firma quien actúa, y la llave que se da con --sign es la de la autoridad",
  "flag.sign": "archivo de la llave con que se firman los asientos de un libro oficial",
  "flag.drill": "simulacro: la nueva carpeta de datos y todo lo que salga de ella lo dicen para siempre",
  "flag.edition": "edición: identificador, número, momento o día (por omisión, la más reciente)",
  "flag.election": "proceso electoral (por omisión, el último votado)",
  "flag.every": "tiempo entre dos miradas (30s, 5m, 1h)",
  "flag.excel": "CSV para Excel: marca de orden de bytes, códigos como texto, fórmulas inofensivas",
  "flag.exportLevel": "filas: un nivel del árbol, place (local) o station (mesa) (por omisión, el nivel más bajo)",
  "flag.exportOut": "archivo que escribir (por omisión, un nombre con elección, edición, nivel y política)",
  "flag.fetch": "traer de la red los archivos que nombra la definición (nunca sin esta opción)",
  "flag.followAsOf":
    "last-modified: si ni el archivo ni la definición dicen el estado del cómputo, tomar la hora que da el servidor",
  "flag.followSource": "dirección (https) o ruta que seguir (puede repetirse)",
  "flag.for": "terminar después de este tiempo (por omisión, con Ctrl-C)",
  "flag.format": "csv, json, parquet, xlsx o nist",
  "flag.from": "edición anterior",
  "flag.group": "grupo de ámbitos de la definición",
  "flag.importSource": "archivo, carpeta o dirección (https) que leer (puede repetirse)",
  "flag.json": "imprimir un documento JSON documentado",
  "flag.level": "cada ámbito de este nivel (department, province, district, place …)",
  "flag.log": "archivo al que se agrega cada aviso como una línea JSON",
  "flag.margin": "en qué parte del cómputo cabe esta ventaja (votos)",
  "flag.moment": "comparar el último boletín hasta este momento (por omisión: el de la edición)",
  "flag.out": "carpeta para los archivos que se crean",
  "flag.policy":
    "cómo las actas se vuelven resultado: counted, as-filed, undisputed, first-filed, o una de la definición",
  "flag.resultsProjection": "también con qué se espera que termine el cómputo, en una línea (acta project)",
  "flag.rounds": "terminar después de tantas miradas",
  "flag.seed": "semilla: la misma semilla da los mismos bytes",
  "flag.series": "serie de totales publicados (por omisión: todas las asentadas)",
  "flag.silentAfter": "miradas sin nada nuevo tras las cuales se dice que la fuente calla",
  "flag.source": "archivo o carpeta que leer (puede repetirse)",
  "flag.to": "edición posterior",
  "flag.tree": "árbol de ámbitos de la definición (por omisión, el primero)",
  "flag.trust": "clave de verificación del libro, obtenida por otra vía que la carpeta",
  "flag.webhook": "dirección (https) a la que se envía cada aviso como JSON",
  "flag.publishProjection":
    "publicar junto a las páginas lo que cada edición deja esperar del final (acta project; alrededor de un segundo por cada una)",
  "flag.site": "publicar también las páginas para lectores (--no-site: solo los datos)",
  "flag.withSources": "publicar también los archivos originales de la fuente",
  "flag.withKey": "copiar también la clave privada",
  "follow.brief": "Sigue una fuente: la mira una y otra vez, registra lo nuevo y dice qué significa",
  "follow.full":
    "Los bytes se guardan como llegaron; un corte inconsistente se retiene y se vuelve a mirar. Entre dos miradas la carpeta de datos queda libre para otros.",
  "frame.aliases": "ALIAS",
  "frame.arguments": "ARGUMENTOS",
  "frame.badArguments": "no se pueden leer los argumentos ({reason}): acta --help",
  "frame.badValue": "no se puede leer el valor {input} de {name}: acta --help",
  "frame.bug": "Esto es una falla de acta, no de sus datos. Por favor infórmela con estas líneas:",
  "frame.commands": "ÓRDENES",
  "frame.default": "por omisión",
  "frame.escape": "todo lo que sigue son argumentos",
  "frame.flags": "OPCIONES",
  "frame.help": "mostrar esta ayuda",
  "frame.helpAll": "mostrar esta ayuda con órdenes y opciones ocultas",
  "frame.missingArgument": "falta {name}: acta ORDEN --help muestra lo que se necesita",
  "frame.missingValue": "{name} necesita un valor",
  "frame.noCommand":
    "no existe la orden {input}{some, plural, =0 {: acta --help las lista} other {; ¿quiso decir {corrections}?}}",
  "frame.noFlag":
    "no existe la opción {input}{some, plural, =0 {: acta ORDEN --help las lista} other {; ¿quiso decir {corrections}?}}",
  "frame.separator": "separador",
  "frame.tooMany": "{input} está de más: los nombres de archivo con espacios van entre comillas",
  "frame.twice": "{name} se indica dos veces, la segunda como {input}",
  "frame.usage": "USO",
  "frame.version": "mostrar la versión",
  "history.brief": "Muestra todas las versiones de un acta: quién la registró, cuándo, de dónde y qué cambió",
  "history.changed": "  Reemplaza el asiento {replaces, number}: {cells}",
  "history.firstHand":
    "  Registrado el {moment} por {actor} mismo (motivo: {reason, select, import {importación} other {{reason}}})",
  "history.full":
    "En el orden en que se registraron. Ninguna versión se modifica: una posterior nombra la que reemplaza.",
  "history.reported":
    "  Registrado el {moment} por terceros, según lo publicó {actor} (motivo: {reason, select, import {importación} other {{reason}}})",
  "history.source": "  Del archivo {name} (SHA-256 {sha256}…)",
  "history.statusOnly": "  Reemplaza el asiento {replaces, number}: con las mismas cifras",
  "history.title":
    "Mesa {station}: {count, plural, =0 {no se registró ningún acta} one {# versión} other {# versiones}}",
  "history.unsealed": "Asiento {index, number}, todavía en ninguna edición",
  "history.version": "Asiento {index, number}, llegó con la edición {number} ({id}), estado al {moment}",
  "history.written": "  Lo escrito: {cells}",
  "import.absent":
    "{count, plural, one {# mesa ya no está en el archivo} other {# mesas ya no están en el archivo}} (sus actas quedan): {stations}",
  "import.brief": "Lee archivos de una elección y los registra, según su definición",
  "import.bulletinFindings":
    "{count, plural, one {# hallazgo} other {# hallazgos}} en ellos: acta reconcile --series {series}",
  "import.bulletins":
    "Totales publicados {series}: {moments, plural, one {# momento} other {# momentos}} ({written, plural, =0 {ninguno nuevo} one {# nuevo} other {# nuevos}}), {rows, number} filas por ámbito, del {from} al {until}",
  "import.edition": "Edición {number} sellada: {id}, estado al {moment}.",
  "import.fetchedNot": "No se importó nada. Los archivos que sí llegaron están en {cache}.",
  "import.fetching": "descargando {name} ({at, number} de {count, number})",
  "import.file":
    "{name}: {format}, {rows, number} registros{skipped, plural, =0 {} one {, # omitido por ser total} other {, # omitidos por ser totales}}",
  "import.findings": "{count, plural, one {# hallazgo} other {# hallazgos}} en sus actas: acta check",
  "import.full":
    "Cada edición se registra de una sola vez; las filas rechazadas quedan en un archivo de cuarentena. Un archivo que dice lo mismo que otro anterior es repetido, no una edición nueva.",
  "import.interrupted": "Interrumpido: no se registró nada; lo que había queda intacto.",
  "import.interruptedDesk":
    "Interrumpido: lo que ya se había dado al servidor queda registrado entero o nada; repita la orden para verlo, nada se registra dos veces.",
  "import.leftOut": "Omitidos, porque ninguna fuente de la definición los lee: {files}",
  "import.missing":
    "{count, plural, one {# hallazgo} other {# hallazgos}} de casillas vacías o no suministradas: valen 0 y acta check las lista",
  "import.next":
    "{count, plural, =0 {No se registró nada nuevo.} one {# asiento registrado.} other {# asientos registrados.}} Ahora: acta results --data {data}",
  "import.notDrill": "esta carpeta de datos no es de un simulacro ni puede pasar a serlo: use una carpeta nueva",
  "import.progress": "leyendo {file}: {percent} %",
  "import.quarantine": "Las filas rechazadas están en {path}",
  "import.repeated":
    "{count, plural, =0 {Ninguna mesa está dos veces.} one {# fila repitió lo que otra ya decía} other {# filas repitieron lo que otra ya decía}}",
  "import.seenAgain": "Visto otra vez: dice lo mismo que la edición {number} ({id}); no se registró nada.",
  "import.setAside":
    "La última escritura aquí quedó cortada (corte de luz, proceso terminado): no había sido confirmada, y sus bytes se guardan en {path}",
  "import.sheets":
    "{sheets, number} actas de {stations, number} mesas; {written, number} nuevas o cambiadas; {refused, number} filas rechazadas",
  "import.sums":
    "{count, plural, one {# fila cuya suma impresa no es} other {# filas cuya suma impresa no es}} la suma de sus partes",
  "level.country": "todo el país",
  "level.group": "grupo de ámbitos",
  "level.place": "local de votación",
  "mark.blank": "en blanco",
  "mark.illegible": "ilegible",
  "mark.notSupplied": "no suministrado",
  "provenance.drill": "SIMULACRO: no es una elección",
  "provenance.synthetic": "SINTÉTICO: inventado, no es una elección",
  "publish.brief": "Publica el registro como archivos estáticos que cualquiera puede verificar",
  "publish.done":
    "{files, number} archivos, {megabytes, number, ::.0} MB, para {size, number} asientos y {editions, plural, one {# edición} other {# ediciones}}; {written, plural, =0 {no había cambiado nada} one {# archivo escrito} other {# archivos escritos}}{written, plural, =0 {} other { ({writtenMegabytes, number, ::.0} MB)}}{removed, plural, =0 {} one {, # retirado} other {, # retirados}}.\nQuien verifique necesita esta clave, y que usted se la dé por otra vía, no por esta carpeta:\n  {key}\nAhora: acta verify {folder} --trust CLAVE",
  "publish.projecting": "proyectando la edición {number}",
  "publish.site": "{pages, number} páginas del sitio en {seconds, number, ::.0} s.",
  "publish.full":
    "Escribe los bloques del árbol, los asientos, los ámbitos nombrados por su huella, un manifiesto firmado y un puntero; cualquier servidor de archivos puede servir la carpeta. Una edición siguiente solo reescribe lo que cambió. Los archivos originales quedan fuera sin --with-sources.",
  "reconcile.brief": "Compara los totales publicados con lo que suman las actas",
  "reconcile.full":
    "De cada serie se compara el último boletín hasta el estado de la edición: cada ámbito que coincide o difiere, y en cuánto. Los totales publicados nunca se mezclan con un cómputo.",
  "restore.brief": "Crea una carpeta de datos a partir de un respaldo y la revisa entera",
  "restore.done":
    "{size, number} asientos en {files, number} archivos ({bytes, number} bytes) se recuperaron en {data}.",
  "restore.full":
    "Cada archivo se compara con la lista del respaldo y luego la carpeta se revisa como con acta doctor. Nunca se escribe sobre una carpeta existente.",
  "result.at":
    "El libro como estaba con {size, plural, one {# asiento} other {# asientos}}; lo posterior no se toma en cuenta.",
  "result.ballots":
    "{valid} votos válidos, {blank} en blanco, {null} nulos{challenged, plural, =0 {} other {, # impugnados}}: {cast} votos emitidos",
  "result.counted":
    "Contabilizadas: {counted} actas ({share}){annulled, plural, =0 {} one {, de ellas # anulada} other {, de ellas # anuladas}}{notInstalled, plural, =0 {} one {, # mesa no instalada} other {, # mesas no instaladas}}",
  "result.edition": "Edición {number} ({id}), estado al {moment} · cuenta {policy}",
  "result.leads":
    "{option} va adelante por {votes, plural, one {# voto} other {# votos}} ({points} puntos de los votos válidos).",
  "result.missingCells":
    "{count, plural, one {# casilla sin cifra vale} other {# casillas sin cifra valen}} 0 aquí (acta check las lista).",
  "result.noVotes": "Todavía no hay votos contabilizados.",
  "result.nothingOpen": "Todas las actas están contabilizadas.",
  "result.open":
    "Fuera del cómputo: {referred, plural, one {# acta enviada al jurado electoral} other {# actas enviadas al jurado electoral}}, {pending, plural, one {# pendiente} other {# pendientes}}{notCollected, plural, =0 {} one {, # que nuestra fuente no recopiló} other {, # que nuestra fuente no recopiló}}.",
  "result.openMost":
    "De ellas pueden venir a lo más {most, plural, one {# voto} other {# votos}} (sus electores hábiles).",
  "result.openUnknown": "No se sabe cuántos votos pueden venir de ellas: sus electores hábiles no están en la fuente.",
  "result.projectHint":
    "Lo que está abierto todavía puede cambiar quién va adelante, por aritmética: {command} dice qué esperar, y con qué seguridad.",
  "result.projectWhole":
    "--projection trata de toda la elección como se cuenta: quite --area, --level, --group, --tree y --policy, o pida acta project --level",
  "result.outcome.runoff": "Según las actas: segunda vuelta entre {between}; {why}.",
  "result.outcome.tied": "Según las actas: empate entre {between}; {why}.",
  "result.outcome.undecided": "Según las actas: todavía no está decidido ({between}); {why}.",
  "result.outcome.won": "Según las actas: gana {between}; {why}. No es una proclamación.",
  "result.petitions":
    "Solicitudes de nulidad y apelaciones: no cargadas; no se dice nada sobre lo que podrían cambiar.",
  "result.processed": "Procesadas: {processed} de {total} actas ({share})",
  "result.reported":
    "Registrado de archivos públicos, como fueron publicados, sin claves de la autoridad ({authority}).",
  "result.tableNote":
    "Porcentajes sobre votos válidos. Actas contabilizadas sobre todas las del ámbito; abiertas: enviadas al jurado, pendientes o no recopiladas.",
  "result.tied": "Empate: {options}.",
  "result.tiedShort": "empate",
  "result.turnout":
    "Participación: {counted} de los {countedBase} electores hábiles de las mesas contabilizadas; {roll} de todos los {rollBase}",
  "result.unknownArea": "(ámbito desconocido)",
  "result.unknownPlace": "(local sin nombre)",
  "results.brief": "Muestra el resultado de un ámbito, o de cada ámbito de un nivel",
  "results.full":
    "Sin --area, el total; con --level, una tabla. Los porcentajes son sobre votos válidos; la participación nombra su base.",
  "severity.error": "error",
  "severity.warning": "aviso",
  "simulate.brief": "Inventa una elección a partir de totales por ámbito, marcada como sintética para siempre",
  "simulate.full":
    "Escribe una definición y un archivo por momento; las sumas por ámbito igualan exactamente los totales, y la misma semilla da los mismos bytes.",
  "simulate.next": "Ahora: acta import {definition} {sources} --data CARPETA",
  "state.annulled": "anulada",
  "state.counted": "contabilizada",
  "state.notCollected": "no recopilada por nuestra fuente",
  "state.notInstalled": "no instalada",
  "state.outOfContest": "no vota en esta elección",
  "state.pending": "pendiente",
  "state.referred": "enviada al jurado, fuera del cómputo",
  "station.brief": "Muestra un acta: lo escrito, su estado y lo que no cuadra",
  "station.full": "El código puede darse sin los ceros a la izquierda.",
  "station.noFindings": "Sin hallazgos: sus cifras cuadran.",
  "station.registered": "{count, number} electores hábiles",
  "station.registeredUnknown": "electores hábiles desconocidos",
  "station.status": "Estado: {status} · {state}",
  "station.title": "Mesa {code}",
  "verify.brief": "Vuelve a calcular una carpeta publicada desde sus asientos y dice qué difiere",
  "verify.differs": "NO ES LO PUBLICADO: {count, plural, one {# diferencia} other {# diferencias}}",
  "verify.fetching": "descargando {done, number} de {all, number} archivos",
  "verify.full":
    "Toda huella, firma, suma y archivo se vuelve a hacer y se compara byte por byte. Código de salida 0: nada difiere. Sin --trust, la primera respuesta es «consistente, firmante desconocido»; la clave y el tamaño se recuerdan, y un retroceso se nota frente a ellos.",
  "verify.given": "Firmado con la clave que usted indicó: {origin}",
  "verify.more": "… y {count, number} más: --json las lista todas",
  "verify.nothingTakenBack": "De los {size, number} asientos vistos el {day} no se retiró ni alteró ninguno.",
  "verify.onlyListed":
    "{count, plural, one {# archivo no sale} other {# archivos no salen}} de los asientos (archivos originales, páginas) y solo se pudo comparar con la lista firmada.",
  "verify.pinned": "Firmado con la misma clave que en su última verificación ({since}): {origin}",
  "verify.ofRecord": "Libro oficial: cada asiento lo firmó el rol que actuó, y todas las firmas se cumplen.",
  "verify.reported":
    "Los asientos los anotó un registrador a partir de lo que otros publicaron; no son los de la propia autoridad.",
  "verify.rollbackFromNow":
    "Desde aquí no se puede ver si antes de hoy se retiró algo. De ahora en adelante sí: se recuerdan la clave y el tamaño.",
  "verify.rollbackNever": "Desde aquí no se puede ver si se retiró algo: de este libro no se recuerda nada.",
  "verify.same":
    "Consistente: {size, number} asientos dan la raíz firmada, y {recomputed, plural, one {# archivo} other {# archivos}} de {editions, plural, one {# edición} other {# ediciones}}, hechos de nuevo desde ellos, son iguales byte por byte.",
  "verify.unknownSigner":
    "Consistente, firmante desconocido: la carpeta nombra su propia clave. Pida la clave a quien publica por otra vía y compárela:\n  {key}",
};
