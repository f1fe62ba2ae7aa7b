/** Textos de `acta geography` en español, por clave (ICU MessageFormat). */
export const geographyCommandEs = {
  "argument.geographyFile":
    "un archivo que la definición nombra (contornos, puntos o códigos), reconocido por su SHA-256",
  "geography.brief": "Guarda los contornos con que se dibujan los mapas del sitio",
  "geography.full":
    "Sin archivos dice cuáles nombran las definiciones y cuáles están aquí. Los archivos se reconocen por su SHA-256, se llamen como se llamen; --fetch trae los que tienen dirección pública. Nada de lo que se cuenta depende de ellos: donde falta uno, las páginas muestran cuadrados y tablas.",
  "geography.file":
    "{election}: {name}, {state, select, here {está aquí} address {no está: --fetch lo trae} noAddress {no está, y no tiene dirección pública: dé su ruta} other {{state}}}",
  "geography.none": "Ninguna definición de esta carpeta nombra una geografía: las páginas muestran cuadrados y tablas.",
  "geography.sum":
    "{missing, plural, =0 {Los {count, number} archivos están aquí: el próximo acta publish --data {data} dibuja los mapas con ellos.} one {Falta uno de {count, number} archivos: su nivel se dibuja con cuadrados.} other {Faltan # de {count, number} archivos: sus niveles se dibujan con cuadrados.}}",
  "publish.map":
    "Mapa de {election}: {drawn, number} de {areas, number} ámbitos del nivel {level} dibujados{apart, plural, =0 {} other {, # al lado}}.",
};
