/** A text as it stands at the head of a page: what is a word within a sentence elsewhere begins with a capital there. */
export const begunLarge = (text: string): string => {
  const [first = ""] = text;
  return first.toLocaleUpperCase() + text.slice(first.length);
};
