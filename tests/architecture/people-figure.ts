/** Pages and downloads that reach somebody without exact figures (`gender.readExact`), by what is done about the people counted there. */
export type PeopleFigures = {
  readonly routes: readonly string[];
  /** Why nobody is given away. */
  readonly why: string;
} & (
  | {
      /** Counts of people, protected by the one library: the file is on the page's way to the data and comes to disclosure.ts. */
      readonly kind: "protected";
      readonly by: string;
    }
  | {
      /** Those counted are public by name. */
      readonly kind: "named";
    }
  | {
      /** The figures are another's publication, shown as they were published, or what a state itself makes known. */
      readonly kind: "published";
    }
  | {
      /** Only people whom the reader knows by name there: themselves, their pair, their state's, their panel's. */
      readonly kind: "known";
    }
  | {
      /** Nobody is counted: texts, forms, calls, capacities. */
      readonly kind: "nobody";
    }
);

/** A page and those below it. */
export const below = (page: string, ...parts: readonly string[]) => [
  page,
  ...parts.map((part) => `${page}_.${part}`),
];
