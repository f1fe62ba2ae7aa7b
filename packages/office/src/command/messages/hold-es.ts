/** Textos sobre lo que la ley retiene hasta un momento, en español, por clave (ICU MessageFormat). */
export const holdEs = {
  "publish.tooEarly": "los resultados de {election} no se pueden publicar antes del {moment} ({zone}; {article})",
  "publish.projectionTooEarly":
    "las proyecciones y los conteos rápidos de {election} no se pueden difundir antes del {moment} ({zone}; {article}): espere hasta entonces",
  "publish.exitPollTooEarly":
    "las bocas de urna de {election} no se pueden difundir antes del {moment} ({zone}; {article}): espere hasta entonces",
};
