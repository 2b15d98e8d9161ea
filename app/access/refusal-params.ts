import type { Format } from "#app/i18n/format.ts";
import type { Refusal } from "./result.ts";

const DAY = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** Parameters of a refusal with each day and each instant among them, ISO 8601, as the reader's language and zone write it. */
export const paramsInWords = (params: Refusal["params"], format: Format): Refusal["params"] =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, whenIn(value, format)]));

function whenIn(value: string | number, format: Format): string | number {
  if (typeof value === "number") return value;
  if (DAY.test(value)) return format.date(value);
  return INSTANT.test(value) ? format.dateTime(value) : value;
}
