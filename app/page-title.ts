import type { MetaFunction } from "@remix-run/node";
import { begunLarge } from "./i18n/begun-large.ts";

/** Stands at the end of every page's title in the browser. */
const PRODUCT = "Cadre";

/**
 * A page's `meta`: the title its loader gave (already in the reader's language) and the product's name.
 *
 * @example export const meta = pageTitle;  // with a loader that returns `{ title, … }`
 */
export const pageTitle: MetaFunction = ({ data }) => {
  const title = typeof data === "object" && data && "title" in data ? begunLarge(String(data.title)) : "";
  return [{ title: title ? `${title} · ${PRODUCT}` : PRODUCT }];
};
