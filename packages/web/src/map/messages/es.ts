import type { mapEn } from "./en.js";

/** Texts of this room in Spanish, by key (ICU MessageFormat). */
export const mapEs: Readonly<Record<keyof typeof mapEn, string>> = {
  "map.missing":
    "este archivo de la geografía no está aquí, así que su nivel se dibuja con cuadrados: `acta geography` dice cómo guardarlo",
  "map.notJson": "esto no es JSON, o está cortado: su nivel se dibuja con cuadrados",
  "map.notGeography": "esto no es TopoJSON ni una colección de GeoJSON: su nivel se dibuja con cuadrados",
  "map.noObject":
    "en este TopoJSON no hay una colección de contornos {object} (tiene: {names}): su nivel se dibuja con cuadrados",
  "map.noCodes":
    "ninguno de los {features, number} contornos trae un código en la propiedad {property}: su nivel se dibuja con cuadrados",
  "map.noColumns": "ninguna fila de esta tabla sirve: las columnas {columns} faltan o están vacías",
  "map.noMatch":
    "ninguno de sus {outlines, number} contornos tiene el código de un ámbito del nivel {level}: se dibuja con cuadrados. ¿Nombra la definición la propiedad con el sistema de códigos correcto?",
  "map.tooLarge":
    "{bytes, number} bytes son demasiados para la geografía de una página (como máximo {most, number}): simplifíquela antes; su nivel se dibuja con cuadrados",
  "map.noShapes":
    "ninguno de sus {features, number} elementos trae un contorno con coordenadas terrestres: su nivel se dibuja con cuadrados",
};
