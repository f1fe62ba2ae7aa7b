/** Textos de esta sala en español, por clave (ICU MessageFormat). */
export const serveEs = {
  "serve.notFound": "no hay nada en esta dirección: la portada muestra lo que está publicado",
  "serve.noData": "este servidor solo tiene la carpeta publicada: sus archivos de datos y pointer.json dicen lo mismo",
  "serve.badAddress": "esta dirección no se puede leer: tiene un signo de porcentaje que no codifica nada",
  "serve.badRequest": "esto no es una petición que se pueda leer",
  "serve.badParameter":
    "el parámetro {parameter} no es lo que debería ser: /api/v1/openapi.json dice qué acepta cada uno",
  "serve.badUnknown": "aquí no hay un parámetro {parameter}; los que hay: {known}",
  "serve.badRepeated": "el parámetro {parameter} se dio más de una vez",
  "serve.tooLong": "esta dirección o sus cabeceras son demasiado largas",
  "serve.method": "este sitio solo se puede leer: use GET o HEAD",
  "serve.broken": "esta respuesta no se pudo hacer: la falla es nuestra. Inténtelo más tarde",
  "serve.busy": "hay demasiadas preguntas en curso: pregunte de nuevo en unos segundos",
  "serve.fullHouse": "no se puede avisar a más lectores a la vez: consulte pointer.json de vez en cuando",
  "serve.portTaken":
    "el puerto {port, number, ::group-off} de {host} está ocupado o no está permitido: elija otro con --port, o 0 para uno libre",
  "serve.badHost":
    "esta máquina no tiene la dirección {host}: 127.0.0.1 es solo esta máquina, 0.0.0.0 todas sus direcciones",
  "serve.badPort": "{text} no es un puerto: un número entero de 0 a 65535",
  "serve.noFolder": "no existe esta carpeta",
  "serve.notPublished":
    "en esta carpeta no hay nada publicado: acta publish hace una, o dé una carpeta de datos con --data",
  "serve.toFront": "A la portada",
  "serve.edition": "edición {number, number}",
  "serve.plainTitle": "Ediciones publicadas de {origin}",
  "serve.plainVerify": "Verifíquelo usted mismo",
  "serve.synthetic": "Inventado: esto no ocurrió.",
  "serve.drill": "Simulacro: esto no ocurrió.",
};
