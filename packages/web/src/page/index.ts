export { recountForm } from "./recount-form.js";
export { makeWording as recountWording } from "./wording.js";
