import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { translator } from "#app/i18n/translate.ts";
import { filesSpokenFrom, readFileOfKey, readMessages } from "#app/platform/page-words.mjs";

const fileOf = new Map([
  ["panel.title", "panel"],
  ["panel.state.desk", "panel"],
  ["case.state.open", "case"],
  ["refusal.notFound", "refusal"],
]);

describe("the files of messages that a module speaks from", () => {
  it.each([
    ['t("panel.title")', ["panel"]],
    ["t(own ? 'panel.title' : \"case.state.open\")", ["case", "panel"]],
    [`t(\`panel.state.\${state}\`)`, ["panel"]],
    ['known("refusal." + code)', ["refusal"]],
    ['const title = "panel.titles"; import x from "./panel.title.ts"', []],
  ])("of %s", (code, files) => {
    expect(filesSpokenFrom(code, fileOf)).toEqual(files);
  });

  it("know every key of every file", () => {
    const keys = readFileOfKey();
    for (const name of readdirSync("app/i18n/messages/en").filter((file) => file.endsWith(".json"))) {
      const file: object = JSON.parse(readFileSync(`app/i18n/messages/en/${name}`, "utf8"));
      for (const key of Object.keys(file)) expect(`${keys.get(key)}.json`).toBe(name);
    }
  });
});

describe("messages read beforehand", () => {
  it.each(["en", "fr"])("say in %s what they say where they are read when said", (language) => {
    for (const name of readdirSync(`app/i18n/messages/${language}`).filter((file) =>
      file.endsWith(".json"),
    )) {
      const written: Record<string, string> = JSON.parse(
        readFileSync(`app/i18n/messages/${language}/${name}`, "utf8"),
      );
      const read = readMessages(written);
      const [here, there] = [translator(language, written), translator(language, read)];
      for (const [key, text] of Object.entries(written)) {
        const names = [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? "");
        for (const value of [0, 1, 2, 1_000_000]) {
          const params = Object.fromEntries(names.map((name) => [name, value]));
          const say = key as Parameters<typeof here>[0];
          expect(there(say, params)).toBe(here(say, params));
        }
      }
    }
  });
});
