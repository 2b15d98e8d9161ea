// @vitest-environment jsdom
import { PassThrough } from "node:stream";
import { text as textOf } from "node:stream/consumers";
import type { ReactNode } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { FormProblems } from "#app/access/form-words.tsx";
import { loadMessages } from "#app/i18n/catalogues.ts";
import { LanguageProvider } from "#app/i18n/provider.tsx";
import { CheckboxField, Fieldset, RadioGroup } from "#app/ui/choice-field.tsx";
import { TextField } from "#app/ui/field.tsx";
import { FieldNamesProvider, namesOfPage, RowNameProvider } from "#app/ui/field-names.tsx";
import { all, find, mount, text } from "../ui/render.tsx";

const messages = await loadMessages("en");
const form = {
  id: "f",
  allErrors: {
    "": ["callClosed"],
    name: ["required"],
    years: ["atMost:60"],
    choice: ["choose"],
    agreed: ["consentMissing"],
    "rows[0].title": ["required"],
    rows: ["postMissing"],
    "people[0]": ["choose"],
  },
};
const about = (field: string) => (field.startsWith("people") ? "Amina Diallo" : undefined);
const page = (
  <LanguageProvider locale="en" timeZone="UTC" messages={messages}>
    <FormProblems form={form} reply={undefined} about={about} />
    <TextField id="f-name" name="name" label="Given name" />
    <TextField id="f-years" name="years" label="Years in senior posts" type="number" />
    <RadioGroup id="f-choice" name="choice" label="Which" options={[{ value: "a", label: "Alpha" }]} />
    <CheckboxField id="f-agreed" name="agreed" label="I agree" />
    <Fieldset id="f-rows" legend="Posts held">
      <RowNameProvider value="Post 1">
        <TextField id="f-rows[0].title" name="rows[0].title" label="Employer" />
      </RowNameProvider>
    </Fieldset>
    <TextField id="f-people[0]" name="people[0]" label="Conflict" />
  </LanguageProvider>
);

const LINES = [
  ["Please check this answer.", null],
  ["Given name: Please answer this.", "f-name"],
  ["Years in senior posts: Please give a number of at most 60.", "f-years"],
  ["Which: Please choose one of the options.", "f-choice"],
  ["I agree: Without this consent you cannot be considered.", "f-agreed"],
  ["Post 1, Employer: Please answer this.", "f-rows[0].title"],
  ["Posts held: State at least one post held.", "f-rows"],
  ["Amina Diallo, Conflict: Please choose one of the options.", "f-people[0]"],
];

const linesOf = (body: ParentNode) =>
  all(find(body, "[role=alert]"), "li").map((line) => [
    text(line),
    line.querySelector("a")?.getAttribute("href")?.slice(1) ?? null,
  ]);

/** What the server sends, in one piece. */
function served(node: ReactNode): Promise<string> {
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(
      <FieldNamesProvider value={namesOfPage()}>{node}</FieldNamesProvider>,
      {
        progressiveChunkSize: Number.POSITIVE_INFINITY,
        onAllReady: () => void textOf(pipe(new PassThrough())).then(resolve, reject),
        onError: reject,
      },
    );
  });
}

describe("what keeps a form from being accepted", () => {
  it("names each field and leads to it, above the fields, before any script", async () => {
    const html = await served(page);
    expect(html).not.toMatch(/<script|<template/);
    document.body.innerHTML = html;
    expect(linesOf(document.body)).toEqual(LINES);
    for (const [, id] of LINES) if (id) expect(document.getElementById(id)).not.toBeNull();
    const first = find(document.body, "[role=alert]").compareDocumentPosition(find(document.body, "#f-name"));
    expect(first & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });

  it("does so on a page that the browser makes itself, and takes the focus", async () => {
    const { body, unmount } = await mount(page);
    expect(linesOf(body)).toEqual(LINES);
    expect(document.activeElement).toBe(find(body, "[role=alert]"));
    await unmount();
  });

  it("is nothing where nothing is wrong", async () => {
    const { body, unmount } = await mount(
      <LanguageProvider locale="en" timeZone="UTC" messages={messages}>
        <FormProblems form={{ id: "g", allErrors: {} }} reply={undefined} />
      </LanguageProvider>,
    );
    expect(body.querySelector("[role=alert]")).toBeNull();
    await unmount();
  });
});
