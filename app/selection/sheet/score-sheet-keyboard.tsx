import { type KeyboardEvent, useEffect, useState } from "react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { sheetKey } from "./score-sheet-keys.ts";

/** Marks an element that holds one criterion, with its number from 0. */
export const criterionPlace = (place: number) => ({ "data-criterion": place });

/**
 * Acts on a key pressed at a criterion's levels; while evidence is typed, keys are letters. The levels' own left and
 * right arrows stay as browsers have them, and so does everything with a modifier but Shift, by which French keyboards
 * type digits.
 */
export function pressSheetKey(event: KeyboardEvent<HTMLFormElement>, levels: number) {
  const { target, currentTarget: form } = event;
  if (!(target instanceof HTMLInputElement) || target.type !== "radio") return;
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const criteria = [...form.querySelectorAll<HTMLElement>("[data-criterion]")];
  const current = criteria.findIndex((criterion) => criterion.contains(target));
  const criterion = criteria[current];
  const meaning = sheetKey(keyOf(event), current, { criteria: criteria.length, levels });
  if (!criterion || !meaning) return;
  event.preventDefault();
  if (meaning.kind === "evidence") criterion.querySelector("textarea")?.focus();
  if (meaning.kind === "confidence") criterion.querySelector("select")?.focus();
  if (meaning.kind === "mark") choose(criterion, meaning.mark);
  if (meaning.kind === "move") goTo(criteria[meaning.to]);
}

/** The key's letter, or its digit where the layout wants Shift for it. */
const keyOf = ({ key, code }: Pick<KeyboardEvent, "key" | "code">) => /^Digit(\d)$/.exec(code)?.[1] ?? key;

function choose(criterion: HTMLElement, mark: string) {
  const radio = criterion.querySelector<HTMLInputElement>(`input[type="radio"][value="${mark}"]`);
  radio?.focus();
  radio?.click();
}

/** Goes to the level chosen, or the first; the heading comes into sight with it. */
function goTo(criterion: HTMLElement | undefined) {
  const radios = [...(criterion?.querySelectorAll<HTMLInputElement>('input[type="radio"]') ?? [])];
  const radio = radios.find(({ checked }) => checked) ?? radios[0];
  criterion?.scrollIntoView({ block: "start" });
  radio?.focus({ preventScroll: true });
}

/** Says which keys score; shown where they work: with JavaScript, and where there is room for a keyboard. */
export function SheetKeysHelp({ levels }: { readonly levels: number }) {
  const { t } = useLanguage();
  const [works, setWorks] = useState(false);
  useEffect(() => setWorks(true), []);
  if (!works) return null;
  return <p className="mb-6 hidden text-sm text-muted sm:block">{t("selection.sheet.keys", { levels })}</p>;
}
