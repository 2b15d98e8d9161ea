/** Text in a language of its own, where it is not the document's. */
export interface PdfText {
  readonly text: string;
  readonly language?: string | undefined;
}

/** A part of a printed document. */
export type PdfBlock =
  | { readonly kind: "heading"; readonly level: 2 | 3; readonly text: string }
  | ({ readonly kind: "text" } & PdfText)
  | { readonly kind: "facts"; readonly items: readonly (readonly [term: string, detail: string])[] }
  | { readonly kind: "list"; readonly items: readonly string[] }
  /** Things each with a name, a figure at the end of its line, and a sentence under it. */
  | {
      readonly kind: "entries";
      readonly items: readonly { readonly name: string; readonly figure: string; readonly text: string }[];
    }
  /** Rows under heads; the first cell of a row names it. */
  | {
      readonly kind: "table";
      readonly title: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

/** What stands in the line at the foot for the number of its page and for that of all pages: no language uses these signs. */
export const PAGE_PLACES = { page: "\uE000", pages: "\uE001" } as const;

/** A document to be printed: what a screen reader and a reader of paper both need. */
export interface PdfDocument {
  readonly title: string;
  /** What kind of document it is, over the title. */
  readonly eyebrow: string;
  /** BCP 47. */
  readonly language: string;
  readonly author: string;
  readonly blocks: readonly PdfBlock[];
  /** The line at the foot of a page, with `PAGE_PLACES` in it; pages are counted from 1. */
  readonly footer: string;
  readonly createdAt: Date;
}
