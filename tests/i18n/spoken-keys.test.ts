import { describe, expect, it } from "vitest";
import { messages } from "#app/i18n/messages/en/catalogue.ts";
import { RECORD_KINDS } from "#app/record/event-kinds.ts";
import { projectFiles } from "../architecture/project-files.ts";
import { spokenIn, unspoken } from "./spoken-keys.ts";

const sources = projectFiles().filter(({ path }) =>
  /^(?:app\/(?!i18n\/messages\/)|emails\/|prisma\/)/.test(path),
);
const everything = sources.map(({ text }) => text).join("\n");
const keys = Object.keys(messages);

/** The keys of a family whose last part is a code that somebody must give. */
const codesOf = (family: string) =>
  keys.filter((key) => key.startsWith(family)).map((key) => key.slice(family.length));

describe("a message", () => {
  it("is said by somebody: by its key, or by one that begins as a key put together does", () => {
    expect(unspoken(keys, spokenIn(sources.map(({ text }) => text)))).toEqual([]);
  });

  it("of a refusal stands for one that is given", () => {
    expect(codesOf("refusal.").filter((code) => !everything.includes(`"${code}"`))).toEqual([]);
  });

  it("of an event stands for one that is written", () => {
    expect(codesOf("record.kind.").toSorted()).toEqual([...RECORD_KINDS].toSorted());
    const writing = sources.filter(({ path }) => path !== "app/record/event-kinds.ts");
    const unwritten = RECORD_KINDS.filter((kind) => !writing.some(({ text }) => text.includes(`"${kind}"`)));
    expect(unwritten).toEqual([]);
  });

  it("that nobody says is seen", () => {
    const spoken = spokenIn([`t("panel.title"); t(\`panel.state.\${state}\`); known("refusal." + code)`]);
    const said = ["panel.title", "panel.state.desk", "refusal.late"];
    expect(unspoken([...said, "panel.titles", "panel.state"], spoken)).toEqual([
      "panel.titles",
      "panel.state",
    ]);
  });
});
