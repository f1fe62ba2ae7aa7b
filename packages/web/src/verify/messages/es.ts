/** Texts of this room in Spanish, by key (ICU MessageFormat). */
export const webVerifyEs = {
  "web.notPublished": "aquí no hay una carpeta publicada por acta: falta pointer.json",
  "web.noAnswer": "no se pudo descargar el archivo ({reason}): vuelva a intentarlo; nada se dice sobre la publicación",
  "web.otherKey": "esta no es la clave de un libro, sino la de un testigo",
  "web.notYetSigned":
    "el asiento {index, number} todavía no está bajo el punto de control firmado, que llega a {size, number}: vuelva a intentarlo con la próxima publicación",
};
