/** Texts of this room in Spanish, by key (ICU MessageFormat). */
export const verifyEs = {
  "verify.notPublished": "esta no es una carpeta publicada por acta: no tiene pointer.json",
  "verify.noAnswer": "no se pudo descargar el archivo ({reason}): vuelva a intentarlo; nada se dice sobre la carpeta",
};
