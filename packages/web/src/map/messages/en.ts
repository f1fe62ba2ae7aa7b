/** Texts of this room in English, by key (ICU MessageFormat). */
export const mapEn = {
  "map.missing":
    "this file of the geography is not here, so its level is drawn as squares: `acta geography` says how to keep it",
  "map.notJson": "this is not JSON, or it is cut off: its level is drawn as squares",
  "map.notGeography": "this is neither TopoJSON nor a GeoJSON feature collection: its level is drawn as squares",
  "map.noObject":
    "there is no collection of outlines {object} in this TopoJSON file (it has: {names}): its level is drawn as squares",
  "map.noCodes":
    "none of the {features, number} features has a code in the property {property}: its level is drawn as squares",
  "map.noColumns": "no row of this table can be used: the columns {columns} are missing or empty",
  "map.noMatch":
    "none of its {outlines, number} outlines has the code of an area of the level {level}: it is drawn as squares. Does the definition name the property with the right code system?",
  "map.tooLarge":
    "{bytes, number} bytes are too many for the geography of a page (at most {most, number}): simplify it first; its level is drawn as squares",
  "map.noShapes":
    "none of its {features, number} features has an outline with coordinates on the earth: its level is drawn as squares",
};
