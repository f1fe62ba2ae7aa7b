// Brings a page to life. Small on purpose: what a page needs to be shown again (another edition, an address that it reads) is loaded only then.
import { makeSortable } from "./table-sort.js";

const { body } = document;
const { page, shell } = body.dataset;
const asked = new URLSearchParams(location.search);

if (page !== undefined && (shell !== undefined || asked.has("edition")))
  void import("./live-page.js").then(({ showPage }) => showPage(body, page, asked));
else makeSortable(body);
