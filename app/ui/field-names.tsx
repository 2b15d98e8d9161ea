import { createContext, useContext } from "react";

/** What a field is called on its page. */
export interface FieldName {
  readonly label: string;
  /** The row that it stands in, where a form asks the same in several: "Post 2". */
  readonly row: string | null;
}

/**
 * The names of a page's fields by their ids, told by each as it is rendered.
 *
 * @param whole whether the fields have been rendered before whatever asks for their names: so in a browser; on the
 *   server, what asks stands above the fields and waits for them
 */
function makeNames(whole: boolean) {
  const names = new Map<string, FieldName>();
  let known = whole;
  let rest: Promise<void> | null = null;
  return {
    keep: (id: string, name: FieldName) => void names.set(id, name),
    of: (id: string) => names.get(id),
    /** What to wait for before names are asked for; null where they are known. */
    missing() {
      if (known) return null;
      rest ??= new Promise((resolve) => {
        setTimeout(() => {
          known = true;
          resolve();
        });
      });
      return rest;
    },
  };
}

/** The names of the page that is being rendered for one request. */
export const namesOfPage = () => makeNames(false);

const FieldNamesContext = createContext(makeNames(true));
export const FieldNamesProvider = FieldNamesContext.Provider;

const RowContext = createContext<string | null>(null);
/** Names the row that the fields within it stand in. */
export const RowNameProvider = RowContext.Provider;

/** Tells what a field is called, for whoever has to speak of it elsewhere on the page. */
export function useFieldName(id: string, label: unknown): void {
  const names = useContext(FieldNamesContext);
  const row = useContext(RowContext);
  if (typeof label === "string") names.keep(id, { label, row });
}

/**
 * What the fields of the page are called, by their ids. Suspends on the server until the fields have been rendered, so
 * that whatever asks wants a Suspense around it.
 */
export function useFieldNames(): (id: string) => FieldName | undefined {
  const names = useContext(FieldNamesContext);
  const missing = names.missing();
  if (missing) throw missing;
  return names.of;
}
