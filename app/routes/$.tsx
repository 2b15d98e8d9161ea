import { notFound } from "#app/access/respond.server.ts";

const nothingHere = () => {
  throw notFound();
};

/** Every address that no other page has: a page like the others, so that the frame around it is the reader's own. */
export const loader = nothingHere;
export const action = nothingHere;

/** Never rendered, since nothing is loaded; it makes this a page and not a bare answer. */
export default function Nowhere() {
  return null;
}
