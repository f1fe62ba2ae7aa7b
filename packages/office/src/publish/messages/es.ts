/** Texts of this room in Spanish, by key (ICU MessageFormat). */
export const publishEs = {
  "publish.otherThings":
    "en esta carpeta hay otras cosas ({name}): elija una carpeta vacía o una en la que acta ya haya publicado",
  "publish.notOurs": "esta carpeta no está vacía y acta no ha publicado en ella: elija una vacía",
  "publish.otherLedger": "en esta carpeta se publica otro libro ({origin}): elija otra carpeta",
  "publish.older":
    "en esta carpeta ya hay publicados {published, number} asientos y el libro tiene {size, number}: no se ha cambiado nada",
  "publish.forked":
    "los asientos no dan la raíz que firmó el punto de control del libro: uno de los dos fue alterado. No se ha publicado nada",
  "publish.oldCheckpoint":
    "el punto de control del libro está firmado para {signed, number} asientos y el libro tiene {size, number}: la próxima importación firma uno nuevo",
  "publish.notAsSigned":
    "este archivo no es lo que firmó el libro, o aquí no se puede hacer (otra versión de acta, páginas de un sitio): un espejo publica con la firma de su origen o no publica. Nada de lo que ven los lectores cambió",
  "publish.noVerifier":
    "falta la página que verifica lo publicado: npm run build la compila. No se ha publicado nada nuevo",
  "publish.noSite": "faltan las páginas del sitio: npm run build las compila. No se ha publicado nada nuevo",
};
