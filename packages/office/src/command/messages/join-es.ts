import type { joinEn } from "./join-en.js";

/** Texts of `acta join` in Spanish, by key (ICU MessageFormat). */
export const joinEs: Readonly<Record<keyof typeof joinEn, string>> = {
  "argument.server": "dirección de un servidor PostgreSQL, sin contraseña",
  "flag.joinFollow": "quedarse, y tomar los asientos nuevos según lleguen",
  "join.began":
    "Esta carpeta ya es un puesto de un libro que todavía no tiene asientos; la primera importación lo empieza.",
  "join.brief": "hace de una carpeta de datos un puesto de un libro en un servidor PostgreSQL",
  "join.done":
    "Esta carpeta ya es un puesto de un libro de {size, plural, one {# asiento} other {# asientos}}{taken, plural, =0 {} one {; # tomado del servidor} other {; # tomados del servidor}}{given, plural, =0 {} one {; # entregado al servidor} other {; # entregados al servidor}}.",
  "join.following": "Toma los asientos nuevos según llegan; Ctrl-C lo termina.",
  "join.full":
    "Hace de la carpeta de --data un puesto del libro de un servidor PostgreSQL: desde entonces toda orden con esta carpeta trabaja sobre ese libro, y varios puestos pueden escribir en él a la vez. Una carpeta nueva toma lo que el servidor tiene; una con libro lo entrega a un servidor que no tiene ninguno. La dirección es postgres://USUARIO@EQUIPO:PUERTO/BASE sin contraseña, que va en ~/.pgpass o PGPASSWORD. Un puesto que escribe necesita la clave del libro: copie keys/recorder.key del primero. Con --follow se queda, y toma cada asiento nuevo hasta Ctrl-C.",
  "join.key": "Puede leer, y escribir en cuanto la clave del libro esté en {path}: cópiela del primer puesto.",
  "join.next": "Ahora: acta results --data {data}",
  "join.stopped": "Terminado. Aquí hay {size, plural, one {# asiento} other {# asientos}}.",
  "join.taken": "{time}  {taken, plural, one {# asiento nuevo} other {# asientos nuevos}}, {size, number} en total",
};
