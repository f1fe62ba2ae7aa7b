/** Milliseconds for which a button says that it has copied. */
const SAID = 2_000;

/**
 * Copies what a button stands beside, and says so on it: a text, and behind it the whole address that its link leads to. Where the browser lets nobody
 * copy, the text is selected for whoever presses the keys.
 */
export async function copyFrom(button: HTMLButtonElement): Promise<void> {
  const source = document.getElementById(button.dataset["copy"] ?? "");
  if (source === null) return;
  try {
    await navigator.clipboard.writeText(textOf(source));
  } catch {
    // No leave, or not a page that may: an old browser, a page without TLS.
    getSelection()?.selectAllChildren(source);
    return;
  }
  const label = button.textContent;
  button.textContent = button.dataset["copied"] ?? label;
  setTimeout(() => {
    button.textContent = label;
  }, SAID);
}

function textOf(source: HTMLElement): string {
  const link = source.querySelector("a");
  const whole = source.textContent ?? "";
  const text = link === null ? whole : whole.slice(0, whole.length - (link.textContent ?? "").length);
  return [text.trim(), ...(link === null ? [] : [link.href])].join(" ");
}
