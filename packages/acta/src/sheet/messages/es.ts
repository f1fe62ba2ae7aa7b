import type { SheetMessages } from "../finding-message.js";

/** Advice that several findings share. */
const advice = {
  tribunal: "Compare con las demás copias del acta; si no se aclara, decide el tribunal electoral.",
  paper: "Compare con el papel y con las demás copias del acta.",
  look: "Puede ser correcto: mire la imagen del acta antes de sacar conclusiones.",
  typing: "Vuelva a leer el acta: suele ser un error de digitación.",
  state: "Compare con la resolución y con la última publicación de la autoridad electoral.",
  challenged: "El tribunal electoral resuelve los votos impugnados antes que todo lo demás.",
  twins: "Puede ser una misma acta ingresada dos veces o una coincidencia: compare las imágenes.",
  roll: "Verifique cuál de los dos padrones está vigente.",
  definition: "Complete la definición de la elección y vuelva a importar.",
  source: "Revise el archivo de origen; la primera lectura se conserva.",
  publisher: "Conserve ambas publicaciones y consulte a quien las publica.",
};

/** The texts of the room in Spanish, as newsrooms in Peru write it. */
export const sheetEs: SheetMessages = {
  findings: {
    S101: {
      title: "Falta el total de votantes",
      rule: "La casilla del total de ciudadanos que votaron está en blanco: el acta está incompleta.",
      advice: advice.tribunal,
    },
    S102: {
      title: "Casilla de votos en blanco",
      rule: "{count, plural, one {# casilla} other {# casillas}} de votos sin llenar; la primera: {cell}. En blanco no se lee como 0.",
      advice: advice.paper,
    },
    S103: {
      title: "Casilla ilegible",
      rule: "{count, plural, one {# casilla} other {# casillas}} que nadie puede leer; la primera: {cell}.",
      advice: advice.tribunal,
    },
    S104: {
      title: "Lo escrito no es un número de votos",
      rule: "{count, plural, one {# casilla} other {# casillas}} con algo que no es un número de votos; la primera: {cell} dice «{text}».",
      advice: advice.paper,
    },
    S105: {
      title: "Casilla sin dato de la fuente",
      rule: "{count, plural, one {# casilla} other {# casillas}} sin dato en la fuente; la primera: {cell}.",
      advice: advice.look,
    },
    S106: {
      title: "Falta el total de votos emitidos",
      rule: "La casilla del total de votos emitidos está en blanco.",
      advice: advice.paper,
    },

    S201: {
      title: "Más votantes que electores hábiles",
      rule: "El acta consigna {voters, number} ciudadanos que votaron; la mesa tiene {registered, number} electores hábiles.",
      advice: advice.tribunal,
    },
    S202: {
      title: "Más votos que electores hábiles",
      rule: "Los votos suman {votes, number}; la mesa tiene {registered, number} electores hábiles.",
      advice: advice.tribunal,
    },
    S203: {
      title: "Una opción supera a los electores hábiles",
      rule: "{option} tiene {votes, number} votos; la mesa tiene {registered, number} electores hábiles.",
      advice: advice.tribunal,
    },
    S204: {
      title: "Menos votos que votantes",
      rule: "Los votos suman {votes, number}: {difference, number} menos que el total de ciudadanos que votaron ({voters, number}).",
      advice: advice.tribunal,
    },
    S205: {
      title: "Más votos que votantes",
      rule: "Los votos suman {votes, number}: {difference, number} más que el total de ciudadanos que votaron ({voters, number}).",
      advice: advice.tribunal,
    },
    S206: {
      title: "Una opción supera a los votantes",
      rule: "{option} tiene {votes, number} votos, más que el total de ciudadanos que votaron ({voters, number}).",
      advice: advice.tribunal,
    },
    S207: {
      title: "El total escrito no es la suma",
      rule: "El acta consigna {ballotsCast, number} votos emitidos; los votos suman {votes, number}.",
      advice: advice.tribunal,
    },
    S208: {
      title: "Las cédulas no cuadran",
      rule: "{unusedBallots, number} cédulas sin usar y {ballotsCast, number} usadas no suman los {registered, number} electores hábiles.",
      advice: advice.look,
    },
    S209: {
      title: "El total está en la casilla de impugnados",
      rule: "La casilla de votos impugnados dice {challenged, number}, que es el total del acta.",
      advice: advice.typing,
    },

    S301: {
      title: "Todos los votos en cero",
      rule: "Todas las casillas de votos dicen 0.",
      advice: advice.look,
    },
    S302: {
      title: "Una opción tiene casi todos o todos los votos válidos",
      rule: "{option} tiene {votes, number} de {validVotes, number} votos válidos.",
      advice: advice.look,
    },
    S303: {
      title: "Ningún voto válido",
      rule: "El acta está contabilizada con {votes, plural, one {# voto} other {# votos}}, ninguno válido.",
      advice: advice.look,
    },
    S304: {
      title: "Participación casi total o total",
      rule: "Votaron {voters, number} de {registered, number} electores hábiles.",
      advice: advice.look,
    },
    S305: {
      title: "Una opción pasó a cero al resolverse el acta",
      rule: "{option} tenía {votes, number} votos en la primera versión del acta y 0 en la resuelta y contabilizada.",
      advice: advice.state,
    },
    S306: {
      title: "Votos impugnados por resolver",
      rule: "El acta tiene {challenged, plural, one {# voto impugnado} other {# votos impugnados}} por resolver.",
      advice: advice.challenged,
    },

    S401: {
      title: "Acta contabilizada con votos impugnados",
      rule: "El acta está contabilizada y conserva {challenged, plural, one {# voto impugnado} other {# votos impugnados}}.",
      advice: advice.state,
    },
    S402: {
      title: "Acta contabilizada que no cuadra",
      rule: "El acta está contabilizada; los votos suman {votes, number} y el total de ciudadanos que votaron es {voters, number}.",
      advice: advice.state,
    },
    S403: {
      title: "Acta anulada con votos",
      rule: "El acta está anulada y conserva {votes, plural, one {# voto} other {# votos}} de opciones o en blanco.",
      advice: advice.state,
    },
    S404: {
      title: "Los nulos del acta anulada no son el total",
      rule: "El acta está anulada con {nullVotes, number} votos nulos; el total de ciudadanos que votaron es {voters, number}.",
      advice: advice.state,
    },
    S405: {
      title: "Acta pendiente con cifras",
      rule: "El acta está pendiente y trae cifras; la primera: {cell} dice {figure, number}.",
      advice: advice.state,
    },
    S406: {
      title: "Mesa no instalada con cifras",
      rule: "La mesa no se instaló y trae cifras; la primera: {cell} dice {figure, number}.",
      advice: advice.state,
    },

    S501: {
      title: "Preferencial mayor que su lista",
      rule: "El voto preferencial {cell} es {preferences, number}, más que los votos de {option} ({votes, number}).",
      advice: advice.tribunal,
    },
    S502: {
      title: "Preferencial mayor que los votantes",
      rule: "El voto preferencial {cell} es {preferences, number}, más que el total de ciudadanos que votaron ({voters, number}).",
      advice: advice.tribunal,
    },
    S503: {
      title: "Preferencial mayor que los electores hábiles",
      rule: "El voto preferencial {cell} es {preferences, number}, más que los electores hábiles de la mesa ({registered, number}).",
      advice: advice.tribunal,
    },
    S504: {
      title: "Preferencial mayor que los votos del acta",
      rule: "El voto preferencial {cell} es {preferences, number}, más que la suma de los votos ({votes, number}).",
      advice: advice.tribunal,
    },
    S505: {
      title: "Demasiados votos preferenciales en una lista",
      rule: "{option} tiene {votes, number} votos y {preferences, number} preferenciales, más de los que esos votos permiten.",
      advice: advice.tribunal,
    },

    C101: {
      title: "Mesas de un local con los mismos votos",
      rule: "{stations, number} mesas de un local tienen los mismos votos en cada casilla ({votes, number} en cada mesa).",
      advice: advice.twins,
    },
    C102: {
      title: "Dos copias del acta difieren",
      rule: "Dos copias del acta difieren en {count, plural, one {# casilla} other {# casillas}}; la primera: {cell}.",
      advice: advice.tribunal,
    },

    C201: {
      title: "Cambió el número de electores hábiles",
      rule: "La mesa pasó de {earlier, number} a {later, number} electores hábiles.",
      advice: advice.roll,
    },
    C202: {
      title: "Cambió el nombre del local",
      rule: "El local de votación figura como «{later}»; antes, como «{earlier}».",
      advice: advice.roll,
    },
    C203: {
      title: "Cambió el nombre de un ámbito",
      rule: "El ámbito {area} figura como «{later}»; antes, como «{earlier}».",
      advice: advice.roll,
    },
    C204: {
      title: "La mesa cambió de ámbito",
      rule: "La mesa pasó del ámbito {earlier} al {later}.",
      advice: advice.roll,
    },
    C205: {
      title: "La mesa ya no figura en el padrón",
      rule: "La mesa {station} figuraba en el padrón anterior y no en el nuevo.",
      advice: advice.roll,
    },
    C206: {
      title: "Mesa nueva en el padrón",
      rule: "La mesa {station} no figuraba en el padrón anterior.",
      advice: advice.roll,
    },
    C207: {
      title: "Sin electores hábiles",
      rule: "No se conocen los electores hábiles de {stations, plural, one {# mesa} other {# mesas}}: no se comprueban los excesos sobre el padrón.",
      advice: advice.definition,
    },

    I101: {
      title: "Mesa repetida, mismas cifras",
      rule: "La mesa {station} aparece dos veces con las mismas cifras.",
      advice: advice.source,
    },
    I102: {
      title: "Mesa repetida, cifras distintas",
      rule: "La mesa {station} aparece dos veces con cifras distintas.",
      advice: advice.source,
    },
    I103: {
      title: "Mesa ausente de una fuente completa",
      rule: "La mesa {station} está en el padrón y falta en una fuente que se declara completa.",
      advice: advice.publisher,
    },
    I104: {
      title: "Mesa fuera del padrón",
      rule: "La mesa {station} no está en el padrón.",
      advice: advice.definition,
    },
    I105: {
      title: "Mesa que no vota en esta elección",
      rule: "La mesa {station} no vota en esta elección y la fuente trae un acta suya.",
      advice: advice.definition,
    },
    I106: {
      title: "Estado desconocido",
      rule: "La definición no conoce el estado «{words}».",
      advice: advice.definition,
    },

    I201: {
      title: "Casilla que no se puede leer",
      rule: "{cell} dice «{text}», que no es un número de votos; se conserva como está.",
      advice: advice.source,
    },
    I202: {
      title: "Falta un dato en un acta contabilizada",
      rule: "El acta está contabilizada y la fuente no da {cell}.",
      advice: advice.publisher,
    },
    I203: {
      title: "La suma impresa no es la de sus partes",
      rule: "La fuente imprime {printed, number}; las partes suman {votes, number}.",
      advice: advice.publisher,
    },

    I301: {
      title: "Un ámbito con dos nombres",
      rule: "La fuente llama al ámbito {area} «{one}» y también «{other}».",
      advice: advice.source,
    },
    I302: {
      title: "Mesas sin ámbito",
      rule: "La fuente no da el ámbito de {stations, plural, one {# mesa} other {# mesas}}.",
      advice: advice.definition,
    },

    B101: {
      title: "Un total no es la suma de sus partes",
      rule: "{left} es {total, number}; sus partes suman {sum, number}.",
      advice: advice.publisher,
    },
    B102: {
      title: "Boletín con dos momentos",
      rule: "Un mismo boletín trae cifras de {earlier} y de {later}.",
      advice: advice.publisher,
    },
    B103: {
      title: "El total no es la suma de los ámbitos",
      rule: "{figure} es {total, number}; los ámbitos suman {sum, number}.",
      advice: advice.publisher,
    },
    B104: {
      title: "El mismo momento con otras cifras",
      rule: "{figure} es {one, number} en un boletín y {other, number} en otro del mismo momento.",
      advice: advice.publisher,
    },
    B105: {
      title: "Una cifra retrocedió",
      rule: "{figure} bajó de {earlier, number} a {later, number}.",
      advice: advice.look,
    },
    B106: {
      title: "El porcentaje impreso no es el que resulta",
      rule: "{figure}: se imprime {printed} y resulta {computed}.",
      advice: advice.publisher,
    },
    B107: {
      title: "Ámbito desconocido en un boletín",
      rule: "El boletín trae cifras del ámbito «{area}», que la definición no conoce.",
      advice: advice.definition,
    },
    B108: {
      title: "El boletín difiere de las actas",
      rule: "{figure}: el boletín dice {printed, number} y las actas suman {computed, number}.",
      advice: advice.publisher,
    },
  },
};
