/**
 * Makes the maps of a page answer: the card of the area that is pointed at or in focus, arrow keys from mark to mark, and a first touch that shows before
 * a second one leads on. It listens once, at the page, and finds what stands there when something happens: pages are made again meanwhile.
 */
export function mapsAnswer(page: HTMLElement): void {
  page.addEventListener("pointerover", ({ target }) => light(target));
  page.addEventListener("focusin", ({ target }) => light(target));
  page.addEventListener("keydown", (event) => {
    const map = mapOf(event.target);
    const next = map === null ? null : nextOf(event.key, numberOf(event.target), marksOf(map).length);
    if (map === null || next === null) return;
    event.preventDefault();
    goTo(map, next);
  });
  page.addEventListener("click", (event) => follow(event));
}

/** One stop for each map when a reader goes through the page by keyboard: the arrows go on from there. Done again whenever a page was made again. */
export function setMapStops(page: ParentNode): void {
  for (const map of page.querySelectorAll<HTMLElement>("figure.map"))
    for (const [at, mark] of marksOf(map).entries()) mark.setAttribute("tabindex", at === 0 ? "0" : "-1");
}

function marksOf(map: Element): NodeListOf<SVGAElement> {
  return map.querySelectorAll<SVGAElement>(".marks a");
}

function mapOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("figure.map") : null;
}

/** The number of the mark or shape that an event came from; -1 for none. */
function numberOf(target: EventTarget | null): number {
  const held = target instanceof Element ? target.closest<SVGElement>("[data-at]") : null;
  return Number(held?.dataset["at"] ?? -1);
}

/** Shows the card of an area, and which one it is: drawn again above the map, so that the map need not be. */
function light(target: EventTarget | null): void {
  const map = mapOf(target);
  const at = numberOf(target);
  const card = map?.querySelector<HTMLElement>(".map-card") ?? null;
  if (map === null || card === null || at < 0 || card.dataset["of"] === String(at)) return;
  card.dataset["of"] = String(at);
  for (const over of map.querySelectorAll(".over")) over.replaceChildren();
  const parts = [...map.querySelectorAll(`.shape[data-at="${at}"], .marks a[data-at="${at}"] circle:first-child`)];
  const over = parts[0]?.closest(".map-picture")?.querySelector(".over");
  over?.append(...parts.map(copyOf));
  writeCard(card, map.querySelector(`.marks a[data-at="${at}"]`)?.getAttribute("aria-label") ?? "");
}

/** A copy that answers to nothing and has no fill. */
function copyOf(part: Element): Element {
  const copy = part.cloneNode();
  if (!(copy instanceof Element)) return part;
  copy.removeAttribute("data-at");
  copy.setAttribute("class", "lit");
  return copy;
}

function goTo(map: HTMLElement, at: number): void {
  for (const stop of map.querySelectorAll('.marks a[tabindex="0"]')) stop.setAttribute("tabindex", "-1");
  const mark = map.querySelector<SVGAElement>(`.marks a[data-at="${at}"]`);
  mark?.setAttribute("tabindex", "0");
  mark?.focus();
}

/** Where a key leads from a mark: to the next smaller or larger margin, or to either end; null for other keys. */
function nextOf(key: string, at: number, count: number): number | null {
  if (at < 0) return null;
  if (key === "ArrowRight" || key === "ArrowDown") return Math.min(at + 1, count - 1);
  if (key === "ArrowLeft" || key === "ArrowUp") return Math.max(at - 1, 0);
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : null;
}

/** A click on the shape of an area is one on its mark, which is a link. A finger cannot hover: its first touch shows the card. */
function follow(event: MouseEvent): void {
  const map = mapOf(event.target);
  const at = numberOf(event.target);
  if (map === null || at < 0) return;
  if (event instanceof PointerEvent && event.pointerType === "touch" && map.dataset["touched"] !== String(at)) {
    event.preventDefault();
    map.dataset["touched"] = String(at);
    light(event.target);
    return;
  }
  const mark = map.querySelector<SVGAElement>(`.marks a[data-at="${at}"]`);
  const isOnMark = event.target instanceof Node && mark?.contains(event.target) === true;
  if (!isOnMark) mark?.dispatchEvent(new MouseEvent("click", event));
}

/** Beside what was written with the page, which is put away and not changed: the page may be made again in place. */
function writeCard(card: Element, text: string): void {
  const said = card.querySelector(".said") ?? card.appendChild(document.createElement("p"));
  const [name = "", ...lines] = text.split("\n");
  const title = document.createElement("b");
  title.textContent = name;
  const rest = lines.map((line) => {
    const span = document.createElement("span");
    span.textContent = line;
    return span;
  });
  said.className = "said";
  said.replaceChildren(title, ...rest);
  card.classList.add("shown");
}
