import axe from "axe-core";
import { act, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { renderToStaticMarkup } from "react-dom/server";
import { MemoryRouter } from "react-router-dom";
import { StaticRouter } from "react-router-dom/server";
import { expect } from "vitest";

type Direction = "ltr" | "rtl";

/** Puts what the server would send into the document, in either direction of writing. */
export function render(node: ReactNode, dir: Direction = "ltr"): HTMLElement {
  document.documentElement.lang = dir === "rtl" ? "ar" : "en";
  document.documentElement.dir = dir;
  document.title = "x";
  document.body.innerHTML = renderToStaticMarkup(<StaticRouter location="/here">{node}</StaticRouter>);
  return document.body;
}

/** The first element that fits, which must be there. */
export function find<E extends Element = HTMLElement>(within: ParentNode, selector: string): E {
  const element = within.querySelector<E>(selector);
  if (!element) throw new Error(`nothing fits ${selector}`);
  return element;
}

export const all = (within: ParentNode, selector: string): readonly Element[] => [
  ...within.querySelectorAll(selector),
];

export const text = (element: Element): string => (element.textContent ?? "").replace(/\s+/g, " ").trim();

/** Every reference from one element to another arrives, and every id stands once. */
export function expectWired(body: HTMLElement) {
  const ids = all(body, "[id]").map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const attribute of ["for", "aria-describedby", "aria-labelledby"]) {
    for (const element of all(body, `[${attribute}]`)) {
      for (const id of element.getAttribute(attribute)?.split(" ") ?? [])
        expect(ids, attribute).toContain(id);
    }
  }
  for (const link of all(body, 'a[href^="#"]')) expect(ids).toContain(link.getAttribute("href")?.slice(1));
}

/**
 * The same, alive in the page as after JavaScript has arrived.
 *
 * @returns the page, and what takes it away again
 */
export async function mount(node: ReactNode) {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  document.body.innerHTML = "<div></div>";
  const root = createRoot(find(document.body, "div"));
  await act(async () =>
    root.render(
      <MemoryRouter future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>{node}</MemoryRouter>,
    ),
  );
  return { body: document.body, unmount: () => act(async () => root.unmount()) };
}

/** What axe finds wrong; colours are measured in tokens.test.ts, landmarks where there is a whole page. */
export async function violations(body: HTMLElement, wholePage = false): Promise<readonly string[]> {
  const off = { enabled: false };
  const { violations: found } = await axe.run(body, {
    rules: {
      "color-contrast": off,
      // The navigation stands twice, one of them not displayed at any width; without style sheets both seem to be there.
      "landmark-unique": off,
      ...(wholePage
        ? {}
        : { region: off, "landmark-one-main": off, "page-has-heading-one": off, "heading-order": off }),
    },
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}
