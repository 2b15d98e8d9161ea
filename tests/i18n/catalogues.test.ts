import { readdirSync, readFileSync } from "node:fs";
import {
  type MessageFormatElement,
  type PluralElement,
  parse,
  TYPE,
} from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { loadMessages } from "#app/i18n/catalogues.ts";
import { LANGUAGES, READY_LANGUAGES } from "#app/i18n/languages.ts";
import { messages as english } from "#app/i18n/messages/en/catalogue.ts";

const folder = (language: string) => `app/i18n/messages/${language}`;
const filesOf = (language: string) => readdirSync(folder(language)).toSorted();
const wings = filesOf("en").filter((name) => name.endsWith(".json"));
const keysOf = (language: string, file: string) =>
  Object.keys(JSON.parse(readFileSync(`${folder(language)}/${file}`, "utf8"))).toSorted();
const elementsOf = (message: string) => parse(message, { ignoreTag: true });

/** Every name a message asks for, in plural and select branches too. */
function parameters(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.tag) return parameters(element.children);
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [element.value];
    return [element.value, ...Object.values(element.options).flatMap((option) => parameters(option.value))];
  });
}
const asked = (message: string) => [...new Set(parameters(elementsOf(message)))].toSorted();

function pluralsIn(elements: readonly MessageFormatElement[]): PluralElement[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.tag) return pluralsIn(element.children);
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [];
    const inside = Object.values(element.options).flatMap((option) => pluralsIn(option.value));
    return element.type === TYPE.plural ? [element, ...inside] : inside;
  });
}

/** Whether a plural says every whole number up to 200 by a form of its own, as the language's grammar asks. */
function saysEveryNumber({ options, pluralType = "cardinal" }: PluralElement, language: string): boolean {
  const rules = new Intl.PluralRules(language, { type: pluralType });
  return Array.from({ length: 201 }, (_, n) => n).every(
    (n) => Object.hasOwn(options, `=${n}`) || Object.hasOwn(options, rules.select(n)),
  );
}

describe.each(READY_LANGUAGES)("the catalogue in %s", (language) => {
  it("has the same files as the English one", () => {
    expect(filesOf(language)).toEqual(filesOf("en"));
  });

  it.each(wings)("has every key of %s, and no other", (file) => {
    expect(keysOf(language, file)).toEqual(keysOf("en", file));
  });

  it("gathers every file of its folder", async () => {
    const keys = wings.flatMap((file) => keysOf(language, file)).toSorted();
    expect(Object.keys(await loadMessages(language)).toSorted()).toEqual(keys);
  });

  it("says something under every key, and each can be read as ICU", async () => {
    const faults = Object.entries(await loadMessages(language)).filter(([, message]) => {
      if (message.trim() === "") return true;
      try {
        elementsOf(message);
        return false;
      } catch {
        return true;
      }
    });
    expect(faults).toEqual([]);
  });

  it("writes a percentage as figures are written in the language", async () => {
    const { format } = new Intl.NumberFormat(language === "en" ? "en-GB" : language, { style: "percent" });
    const sign = format(0.5).replace("50", "");
    const otherwise = Object.entries(await loadMessages(language)).filter(([, message]) =>
      [...message.matchAll(/[\d}]([\s\u202f]*%)/g)].some(([, written]) => written !== sign),
    );
    expect(otherwise.map(([key]) => key)).toEqual([]);
  });

  it("asks for the same parameters as the English one", async () => {
    const messages = await loadMessages(language);
    const differing = Object.entries(english).filter(
      ([key, message]) => asked(message).join() !== asked(messages[key] ?? "").join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it("has the plural forms that its grammar asks for", async () => {
    const lacking = Object.entries(await loadMessages(language)).filter(([, message]) =>
      pluralsIn(elementsOf(message)).some((plural) => !saysEveryNumber(plural, language)),
    );
    expect(lacking.map(([key]) => key)).toEqual([]);
  });
});

/** French sets its high punctuation and its quotation marks off by a space that no line may break. */
describe("the French messages", () => {
  it("keep : ; ? ! » and % with the word before them, and « with the word after", async () => {
    const breakable = Object.entries(await loadMessages("fr")).filter(([, message]) =>
      / [:;?!»%]|« /.test(message),
    );
    expect(breakable.map(([key]) => key)).toEqual([]);
  });
});

describe.each(Object.entries(LANGUAGES))("the language %s", (code, { name, dir }) => {
  it("is named in its own words and runs as its script does", () => {
    const own = new Intl.DisplayNames([code], { type: "language" }).of(code) ?? "";
    expect(name.toLocaleLowerCase(code)).toBe(own.toLocaleLowerCase(code));
    expect(dir).toBe(/\p{Script=Arabic}/u.test(name) ? "rtl" : "ltr");
  });
});
