export { recountForm } from "./recount-form.js";
export { makeWording as recountWording, preferredLanguage as recountLanguage } from "./wording.js";
