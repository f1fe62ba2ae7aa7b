/** Textos de la página de cómo se proyecta, en castellano, por clave (ICU MessageFormat). */
export const projectingEs = {
  "projecting.title": "Cómo proyectamos, y cuándo no",
  "projecting.lead":
    "Una proyección dice con qué se espera que termine un cómputo sin acabar, y con cuánta seguridad. No es un cómputo ni proclama a nadie.",
  "projectingTitle.words": "Tres palabras que no son lo mismo",
  "projectingText.words":
    "La proyección descansa en actas contabilizadas, que llegan en un orden sesgado. El conteo rápido, en mesas sorteadas. La boca de urna, en entrevistas. Cada una tiene su error, y ninguna presta el suyo a otra.",
  "projectingTitle.why": "Por qué no basta con prolongar el cómputo",
  "projectingText.why":
    "Las actas no llegan al azar: por lo común las ciudades primero, los pueblos después, el extranjero al final y las actas observadas al último. Quien estira lo contado hasta el total se equivoca en una dirección conocida.",
  "projectingTitle.how": "Cómo se hace",
  "projectingText.how":
    "Cada mesa tiene una proporción y una tasa de votos válidos. La elección anterior, donde la hay, dice qué esperar de cada una; el cómputo dice en cuánto se aparta cada ámbito, y los ámbitos se prestan lo que tienen en común. Las actas observadas valen como se presentaron, menos la probabilidad de que las de su clase se anulen. Lo que no se sabe se sortea, miles de veces, y la dispersión se amplía con lo que fallaron las ediciones anteriores de este mismo cómputo.",
  "projectingTitle.told": "Qué va siempre al lado",
  "projectingText.told":
    "La edición y cuánto tiene contado, de las actas y de los electores hábiles; el margen esperado con los rangos que lo contienen una de cada dos y nueve de cada diez veces; la probabilidad de terminar adelante, en porcentaje entero y nunca más de «>99.5 %»: solo la aritmética puede decir que nada lo cambia, y solo un acto de derecho quién es elegido.",
  "projecting.notTitle": "Cuándo no hay",
  "projectingNot.few": "Hay menos de 30 mesas contabilizadas, o del 1 % de los electores hábiles.",
  "projectingNot.previous":
    "La elección anterior es de otro país, o coincide con menos de la mitad de las mesas o sus ámbitos.",
  "projectingNot.fewer": "La edición tiene menos actas que la anterior.",
  "projectingNot.nothing": "No hay electores, ningún voto es válido, o todos son de una sola opción.",
  "projectingNot.domain":
    "Una parte entera de la elección no tiene nada contado y ninguna elección anterior la conoce: entonces hay un rango, y ninguna probabilidad.",
  "projectingNot.law": "La ley retiene las proyecciones hasta una hora: antes no se dice nada.",
  "projecting.againTitle": "Cualquiera la repite",
  "projecting.againText":
    "Con los datos publicados, el comando acta project da las mismas cifras, lo que cada parte aporta al margen y a su dispersión, y todo lo que se supone. Con --backtest repite un cómputo terminado en órdenes inventados y se califica a sí mismo.",
  "projecting.made": "Aquí: la elección anterior {previous}, {draws, number} sorteos, semilla {seed}.",
  "projecting.madeAlone":
    "Aquí: sin elección anterior, y por eso menos seguro; {draws, number} sorteos, semilla {seed}.",
} as const;
