import { readdirSync, readFileSync } from "node:fs";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { READY_LANGUAGES } from "#app/i18n/languages.ts";
import { english } from "#app/i18n/messages-en.ts";
import { french } from "#app/i18n/messages-fr.ts";

const folder = (language: string) => `app/i18n/messages/${language}`;
const catalogues = { en: english, fr: french } as Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Every name a message asks for, in plural and select branches too. */
function parameters(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.tag) return parameters(element.children);
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [element.value];
    return [element.value, ...Object.values(element.options).flatMap((option) => parameters(option.value))];
  });
}
const asked = (message: string) => [...new Set(parameters(parse(message, { ignoreTag: true })))].sort();

describe.each(READY_LANGUAGES.filter((language) => language !== "en"))("the catalogue in %s", (language) => {
  it("has the same files as the English one", () => {
    expect(readdirSync(folder(language)).sort()).toEqual(readdirSync(folder("en")).sort());
  });

  it.each(readdirSync(folder("en")))("has every key of %s, and no other", (file) => {
    const read = (code: string) =>
      Object.keys(JSON.parse(readFileSync(`${folder(code)}/${file}`, "utf8"))).sort();
    expect(read(language)).toEqual(read("en"));
  });

  it("asks for the same parameters", () => {
    const differing = Object.entries(english).filter(
      ([key, message]) => asked(message).join() !== asked(catalogues[language]?.[key] ?? "").join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });
});

describe.each(Object.entries(catalogues))("the catalogue in %s", (_language, messages) => {
  it("says something under every key, and each can be read as ICU", () => {
    const faults = Object.entries(messages).filter(([, message]) => {
      if (message.trim() === "") return true;
      try {
        parse(message, { ignoreTag: true });
        return false;
      } catch {
        return true;
      }
    });
    expect(faults).toEqual([]);
  });
});

describe("the languages of the catalogues", () => {
  it("are those a person can choose", () => {
    expect(Object.keys(catalogues).sort()).toEqual([...READY_LANGUAGES].sort());
  });
});
