/** Texts of this room in Spanish, by key (ICU MessageFormat). */
export const witnessEs = {
  "witness.badMemory":
    "lo que este testigo recuerda del libro no se puede leer: restáurelo de una copia. Sin ello no se cofirma nada",
  "witness.notOfThis":
    "la línea de {name} no es una cofirma de este punto de control hecha por uno de los testigos que usted indicó (--witness): no se publicó nada",
};
