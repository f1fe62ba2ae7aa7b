/** Textos de `acta serve` en español, por clave (ICU MessageFormat). */
export const serveCommandEs = {
  "demo.serveNext": "Las páginas para lectores, servidas aquí: npx acta serve --data {data}",
  "flag.demoServe": "al final sirve las páginas, hasta Ctrl-C; si no se dice, solo donde no está CI",
  "flag.host": "dirección de esta máquina en que se escucha; 0.0.0.0 para todas",
  "flag.port": "puerto en que se escucha; 0 para uno libre",
  "flag.publishedFolder": "carpeta publicada que se sirve; con --data, adonde se publica esa carpeta de datos",
  "serve.brief": "Sirve el registro publicado, su API y las novedades en vivo",
  "serve.ended":
    "Terminado. {readers, plural, =0 {Nadie esperaba novedades.} one {Un lector esperaba novedades.} other {# lectores esperaban novedades.}}",
  "serve.full":
    "Los mismos archivos que acta publish, para lectores; /api/v1 responde a las preguntas de los comandos con el mismo JSON, /api/v1/events avisa de cada edición nueva. No necesita configuración, no cambia nada en el libro y publica de nuevo cuando este crece. Ctrl-C lo termina.",
  "serve.listening":
    "{address}\n{editions, plural, one {Una edición} other {# ediciones}} de {size, number} asientos, desde {folder}. La API: {address}api/v1/openapi.json. Ctrl-C lo termina.",
  "serve.publishFailed": "no se pudo publicar: {why}",
  "serve.published":
    "Publicado: {size, number} asientos, {editions, plural, one {una edición} other {# ediciones}}; {written, plural, =0 {no había cambiado nada} one {un archivo escrito} other {# archivos escritos}}.",
  "serve.publishing": "Publicando {data}...",
  "serve.renewed":
    "Nueva publicación: {size, number} asientos; {readers, plural, =0 {nadie esperaba} one {se avisó a un lector} other {se avisó a # lectores}}.",
};
