/** Textos de este ámbito en castellano, por clave (ICU MessageFormat). */
export const samplingEs = {
  "sampling.nothing": "No ha llegado ningún acta de la muestra: no hay de qué estimar.",
  "sampling.emptyStratum":
    "La muestra no tiene ninguna mesa en el estrato {stratum} ({size, plural, one {# unidad} other {# unidades}}): sortee de él o diga con qué estrato se une (--collapse).",
  "sampling.oneUnit":
    "Una sola acta de {size, number} en el estrato {stratum}: con una no se ve variación. Espere una segunda o diga con qué estrato se une (--collapse CÓDIGO+CÓDIGO, o --collapse next).",
  "sampling.moreThanStratum":
    "La muestra tiene {count, number} unidades en el estrato {stratum}, que tiene {size, number}: revise el marco.",
  "sampling.noVotes": "No hay votos válidos en estas actas: ningún porcentaje tiene base.",
  "sampling.sharesAboveOne": "Los porcentajes suman {sum, number} %: más de 100 %. Dé porcentajes de una misma base.",
  "sampling.noSize":
    "Falta el tamaño de la muestra: dé las entrevistas (--n con --deff) o el margen de error publicado (--moe), mayor que 0.",
  "sampling.noShares": "Todos los porcentajes son 0: no hay qué comparar.",
  "sampling.fewOptions": "Una diferencia necesita dos opciones: dé al menos dos porcentajes.",
  "sampling.optionTwice": "Una opción aparece dos veces: cada una tiene un porcentaje.",
  "sampling.emptyFrame": "Ninguna mesa vota en esta elección: no hay de dónde sortear.",
  "sampling.moreThanFrame":
    "{wanted, number} unidades son más de las que hay ({all, number}): pida menos, o cuéntelas todas.",
  "sampling.fewerThanStrata":
    "{wanted, number} unidades son muy pocas para {strata, plural, one {# estrato} other {# estratos}}: dos de cada estrato son {floor, number}. Pida más, o estratos mayores (--by).",
  "sampling.previousUnmatched":
    "La elección anterior ({election}) describe {own, number} mesas por sí mismas y {near, number} por su local o ámbito menor, de {all, number}: muy pocas. ¿Es otro país u otro padrón? Nombre la correcta (--previous), o prescinda de la calibración.",
  "sampling.notInFrame":
    "La mesa {station} no está en el marco: revise su código, o el padrón de esta elección (--data, --election).",
  "sampling.stationTwice": "La mesa {station} está dos veces en la muestra: cada acta vale una vez.",
  "sampling.moreThanRegistered":
    "La mesa {station} tiene {votes, number} votos para {registered, number} electores hábiles: revise las cifras, o deje el acta vacía, como no llegada.",
  "sampling.unknownStratum": "No hay un estrato {stratum} que unir (hay: {known}).",
  "sampling.fewForCalibration":
    "{units, plural, one {# unidad es muy poca} other {# unidades son muy pocas}} para calibrar, que necesita {least, number}: el intervalo saldría demasiado angosto. Prescinda de --calibrate.",
  "sampling.badDocument": "Esto no es una muestra (acta-sample/1): mire {path}.",
  "sampling.otherFrame":
    "El marco no es aquel del que se sorteó la muestra (estrato {stratum}): entonces {before, number}, ahora {now, number}. Use el mismo padrón y los mismos estratos.",
} as const;
