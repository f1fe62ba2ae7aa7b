/** What is written around a picture that leaves its page. */
interface SvgTexts {
  readonly title: string;
  readonly subtitle: string;
  readonly foot: readonly string[];
}

/** What a style sheet gives to the marks of a drawing, and a file of its own has to say itself. */
const KEPT = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-opacity",
  "font-size",
  "font-weight",
  "paint-order",
];
const [MARGIN, LINE, LETTER] = [16, 20, 7.5] as const;

/**
 * A drawing of the page as an SVG file that needs no page: the colours that the style sheet gave it are written on its marks, title and foot
 * stand around it, and its ground is that of the page.
 */
export function svgFile(drawing: SVGSVGElement, { title, subtitle, foot }: SvgTexts): string {
  const width = drawing.clientWidth;
  const height = drawing.clientHeight;
  const copy = drawing.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) return "";
  keepStyle(drawing, copy);
  const perLine = Math.floor(width / LETTER);
  const head = [...linesOf(title, perLine), ...linesOf(subtitle, perLine)];
  const below = foot.flatMap((text) => linesOf(text, perLine));
  const top = MARGIN + head.length * LINE;
  const all = top + height + below.length * LINE + MARGIN;
  const ink = getComputedStyle(drawing).color;
  const paper = getComputedStyle(document.documentElement).backgroundColor;
  const text = (line: string, y: number, isTitle: boolean): string =>
    `<text x="${MARGIN}" y="${y}" fill="${ink}" font-size="${isTitle ? 16 : 13}" font-weight="${isTitle ? 700 : 400}">${escaped(line)}</text>`;
  const titleLines = linesOf(title, perLine).length;
  for (const name of ["class", "role", "tabindex", "aria-hidden"]) copy.removeAttribute(name);
  copy.setAttribute("x", String(MARGIN));
  copy.setAttribute("y", String(top));
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  const size = `${width + 2 * MARGIN} ${all}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size}" width="${width + 2 * MARGIN}" height="${all}" font-family="sans-serif">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="100%" height="100%" fill="${paper}"/>`,
    ...head.map((line, at) => text(line, MARGIN + (at + 0.7) * LINE, at < titleLines)),
    new XMLSerializer().serializeToString(copy),
    ...below.map((line, at) => text(line, top + height + (at + 0.7) * LINE, false)),
    "</svg>\n",
  ].join("\n");
}

/** Writes on each mark of the copy what the page's style gives to the one on the page. */
function keepStyle(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const name of KEPT) to.setAttribute(name, style.getPropertyValue(name));
  const parts = [...to.children];
  [...from.children].forEach((part, at) => {
    const other = parts[at];
    if (other !== undefined) keepStyle(part, other);
  });
  to.removeAttribute("class");
}

/** Words on lines of at most so many letters. */
function linesOf(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const open = lines.at(-1);
    if (open === undefined || open.length + word.length + 1 > most) lines.push(word);
    else lines[lines.length - 1] = `${open} ${word}`;
  }
  return lines.filter((line) => line !== "");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
