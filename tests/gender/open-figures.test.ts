// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { figurePicture } from "#app/gender/figure-picture.ts";
import { spokenFigure } from "#app/gender/figure-words.ts";
import { openBalance } from "#app/gender/open-balance-facts.ts";
import { OPEN_CHARTS, openFigure } from "#app/gender/open-figures.ts";
import { loadMessages } from "#app/i18n/catalogues.ts";
import { formatter } from "#app/i18n/format.ts";
import { translator } from "#app/i18n/translate.ts";

const data = openBalance({
  on: "2026-11-29",
  leaders: [
    { roleKindCode: "srsg", level: "USG", acting: false, gender: "woman", people: 3 },
    { roleKindCode: "srsg", level: "USG", acting: false, gender: "man", people: 4 },
  ],
  kinds: [
    {
      code: "srsg",
      isHead: true,
      isDeputy: false,
      nameEn: "Special <Representative>",
      nameFr: "Représentant",
    },
  ],
  release: {
    ...{ startsOn: "2025-07-01", endsBefore: "2026-07-01" },
    rows: [
      { breakdown: "all", key: "", stages: [{ stage: "nominated", counts: [null, 20, 0, null] }] },
      { breakdown: "region", key: "A & B", stages: [{ stage: "nominated", counts: [12, 8, 0, 20] }] },
    ],
  },
  targets: [],
  calls: { total: 0, listed: [] },
  pledges: [],
  regionNames: {},
  whole: { en: "All", fr: "Ensemble" },
  addresses: { schema: "https://example.org/s", documentation: "https://example.org/d" },
});

describe.each(["en", "fr"] as const)("the public charts in %s", (locale) => {
  it.each(OPEN_CHARTS)(
    "%s is well-formed XML that names and describes itself, every row among its words",
    async (chart) => {
      const t = translator(locale, await loadMessages(locale));
      const format = formatter(locale, "UTC");
      const figure = openFigure(chart, { t, locale, data, target: 0.5 });
      expect(figure.rows.length).toBeGreaterThan(0);
      const drawn = new DOMParser().parseFromString(figurePicture(t, format, figure), "image/svg+xml");
      expect(drawn.querySelector("parsererror")).toBeNull();
      const named = (drawn.documentElement.getAttribute("aria-labelledby") ?? "").split(" ");
      const [title, desc] = named.map((id) => drawn.getElementById(id)?.textContent ?? "");
      expect(title).toBe(figure.title);
      for (const { label } of figure.rows) {
        expect(desc).toContain(label);
        expect(spokenFigure(t, format, figure)).toContain(label);
      }
    },
  );

  it("say that a count is withheld, and take no share of it", async () => {
    const t = translator(locale, await loadMessages(locale));
    const figure = openFigure("stages", { t, locale, data, target: null });
    expect(figure.rows.map(({ cells }) => cells)).toEqual([[null, 20, 0, null]]);
    expect(spokenFigure(t, formatter(locale, "UTC"), figure)).toContain(t("gender.withheld"));
  });
});
