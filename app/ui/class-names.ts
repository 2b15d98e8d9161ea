/** The class names that apply, joined by spaces; what is false, null or empty falls out. */
export const classNames = (...names: readonly (string | false | null | undefined)[]): string =>
  names.filter(Boolean).join(" ");
