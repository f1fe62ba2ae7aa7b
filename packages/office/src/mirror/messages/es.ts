/** Texts of this room in Spanish, by key (ICU MessageFormat). */
export const mirrorEs = {
  "mirror.staleFile":
    "este archivo falta, está cortado o es de otra publicación: quizá se sirve una copia vieja, o se está publicando; intente de nuevo. Nada cambió",
  "mirror.staleEntries":
    "los asientos no son los de la raíz firmada de {size, number} asientos: se sirve una copia vieja o cortada; intente de nuevo. Nada cambió",
  "mirror.ownLedger": "esta carpeta registra un libro propio: dé una carpeta nueva para el espejo",
  "mirror.badPointer": "el puntero no dice lo que sale del registro firmado: fue alterado. Nada cambió",
};
