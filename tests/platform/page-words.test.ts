import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { filesSpokenFrom, readFileOfKey } from "#app/platform/page-words.mjs";

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
