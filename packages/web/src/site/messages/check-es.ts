import type { checkEn } from "./check-en.js";

/** Texts of the page on which everything is checked in Spanish, by key (ICU MessageFormat). */
export const checkEs: Readonly<Record<keyof typeof checkEn, string>> = {
  "menu.check": "Verificar",
  "shell.check": "Verifique usted mismo",
  "check.title": "Verifique usted mismo",
  "check.lead":
    "No hace falta creer nada de esto: cada cifra se puede rehacer desde las actas publicadas, en su propio equipo.",
  "check.recount": "En este navegador",
  "check.recountText":
    "Un botón baja todos los asientos del registro, rehace cada suma y cada archivo, y dice qué comprobó y qué no. Para un país tarda unos segundos.",
  "check.command": "En la línea de órdenes",
  "check.commandText":
    "Con Acta instalado desde otra parte (Node 20 o posterior). La primera línea comprueba todo, la edición {number, number} y las demás; la segunda hace la prueba de una mesa con unos pocos archivos; la tercera la comprueba con la clave y nada más.",
  "check.key":
    "La clave es la que nombra esta misma carpeta. Quien la controle pudo cambiarla: compárela con la que le dé por otra vía quien publica.",
  "check.downloads": "Los datos mismos",
  "check.downloadsText":
    "De la edición {edition, number}, lo contabilizado. Sus huellas están en la lista firmada, y el botón de arriba compara con ella lo que baja.",
  "check.noDownloads": "Esta carpeta no trae archivos para descargar; acta export los hace desde el registro.",
  "check.stations": "{rows, number} mesas, una por fila: lo escrito, estado, local",
  "check.areas": "{rows, number} ámbitos del nivel más bajo, uno por fila: resultados, participación, actas",
  "check.size": "{kilobytes, number} kB",
};
