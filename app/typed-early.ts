const writeInto = Object.getOwnPropertyDescriptor(
  globalThis.HTMLTextAreaElement?.prototype ?? {},
  "value",
)?.set;

/**
 * Keeps what is typed into text areas of a page before React has taken it over: React 18 puts the text that the page came
 * with back into each of them (ReactDOMTextarea, `postMountWrapper`), and half a sentence would be gone without a word. The
 * function returned puts what was typed back, as if it were typed then; to be called once React has taken the page over.
 */
export function keepTyped(page: Document): () => void {
  const typed = new Map<HTMLTextAreaElement, string>();
  const note = ({ target }: Event) => {
    if (target instanceof HTMLTextAreaElement) typed.set(target, target.value);
  };
  for (const area of page.querySelectorAll("textarea"))
    if (area.value !== area.defaultValue) typed.set(area, area.value);
  page.addEventListener("input", note, true);
  return () => {
    page.removeEventListener("input", note, true);
    for (const [area, text] of typed) {
      if (!area.isConnected || area.value === text) continue;
      writeInto?.call(area, text);
      area.dispatchEvent(new Event("input", { bubbles: true }));
    }
  };
}
