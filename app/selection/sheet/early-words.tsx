import { type RefObject, useEffect } from "react";

/** Whether somebody has written in a field since the page came, whatever scripts were there by then. */
export function isTouched(field: unknown): boolean {
  if (field instanceof RadioNodeList) return Array.from(field).some(isTouched);
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
  if (field instanceof HTMLSelectElement) {
    const options = Array.from(field.options);
    const first = Math.max(
      0,
      options.findIndex(({ defaultSelected }) => defaultSelected),
    );
    return field.selectedIndex !== first;
  }
  if (!(field instanceof HTMLInputElement)) return false;
  if (field.type === "radio" || field.type === "checkbox") return field.checked !== field.defaultChecked;
  return field.type !== "hidden" && field.type !== "file" && field.value !== field.defaultValue;
}

/**
 * Takes what was written in a form before its scripts were there, as if it were being written now: on a slow line that is the first
 * sentence.
 *
 * @param answered whether the form stands as a refusal left it: then its fields' first values are what was typed
 */
export function useEarlyWords(
  form: RefObject<HTMLFormElement>,
  answered: boolean,
  take: (form: HTMLFormElement) => void,
) {
  // Once, when the scripts are there: what is written afterwards is told by the browser.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (form.current && !answered && Array.from(form.current.elements).some(isTouched)) take(form.current);
  }, []);
}
