// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { loadMessages } from "#app/i18n/catalogues.ts";
import { LanguageProvider } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { NotHeard } from "#app/selection/ranking/not-heard.tsx";
import { all, render, text } from "#tests/ui/render.tsx";

const messages = await loadMessages("en");

const shown = (people: Parameters<typeof NotHeard>[0]["people"]) =>
  render(
    <LanguageProvider locale="en" timeZone="UTC" messages={messages}>
      <NotHeard panelId="p1" people={people} />
    </LanguageProvider>,
  );

describe("those whom a panel did not interview", () => {
  it("stand under a heading of their own, each a way to the finding, with no figure", () => {
    const page = shown([
      { candidacyId: "c1", name: "Ama Sample", outcome: "suitable" },
      { candidacyId: "c2", name: "Lucía Silva", outcome: null },
    ]);
    expect(all(page, "h2").map(text)).toEqual(["Not interviewed"]);
    expect(all(page, "li").map(text)).toEqual([
      "Ama Samplesuitable",
      expect.stringMatching(/^Lucía Silva\D+$/),
    ]);
    expect(all(page, "a").map((link) => link.getAttribute("href"))).toEqual([
      paths.finding("p1", "c1"),
      paths.finding("p1", "c2"),
    ]);
  });

  it("have none where everybody was heard", () => {
    expect(text(shown([]))).toBe("");
  });
});
