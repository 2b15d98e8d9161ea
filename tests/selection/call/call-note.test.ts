import { describe, expect, it } from "vitest";
import { formatter } from "#app/i18n/format.ts";
import { messages as english } from "#app/i18n/messages/en/catalogue.ts";
import { messages as french } from "#app/i18n/messages/fr/catalogue.ts";
import { translator } from "#app/i18n/translate.ts";
import { renderPdf } from "#app/platform/pdf.server.ts";
import type { PdfDocument } from "#app/platform/pdf-document.ts";
import { callNote, type NotedCall } from "#app/selection/call/call-note.ts";
import { DEFAULT_CRITERIA } from "#app/selection/rubric/default-rubric.ts";
import { rubricFromNeeds } from "#app/selection/rubric/rubric.ts";
import { CADRE_RUBRIC } from "#app/selection/rubric/usual-rubric.ts";

const criteria = rubricFromNeeds(DEFAULT_CRITERIA, new Map(DEFAULT_CRITERIA.map(({ code }) => [code, 2])));

const call: NotedCall = {
  reference: "2026-MINUSCA-srsg",
  kind: "vacancies",
  title: null,
  description: null,
  requirements: [],
  roleKinds: [],
  rubric: null,
  listRule: "own",
  listNumbers: { most: 3, leastWomen: 2 },
  selfNomination: false,
  toEvery: true,
  opensAt: "2026-11-01T14:00:00.000Z",
  closesAt: "2026-12-01T22:00:00.000Z",
  takesUntil: "2026-12-01T23:00:00.000Z",
  timeZone: "America/New_York",
  graceMinutes: 60,
  vacancies: [
    {
      reference: "2026-MINUSCA-srsg",
      level: "USG",
      roleKind: { nameEn: "Special Representative", nameFr: "Représentant(e) spécial(e)" },
      mission: { acronym: "MINUSCA", nameEn: "Mission in the CAR", nameFr: "Mission en Centrafrique" },
      decisionDueOn: "2027-02-01",
      requirements: [{ kind: "seniorYears", years: 15 }, { kind: "attestation" }],
      needs: {
        mission: { headquarters: "Bangui" },
        phase: "transition",
        hostContext: "Élections à l’horizon; Čović et Οδυσσέας négocient.",
        security: "Convoys move under escort.",
        mandateTasks: ["Protection of civilians"],
      },
      rubric: { hash: "ab".repeat(32), criteria },
    },
  ],
  notices: [{ kind: "extension", text: { en: "More time." }, createdAt: "2026-11-20T10:00:00.000Z" }],
};

const note = (locale: "en" | "fr", changes: Partial<NotedCall> = {}): PdfDocument =>
  callNote(
    { ...call, ...changes },
    {
      t: translator(locale, locale === "en" ? english : french),
      format: formatter(locale, "UTC"),
      url: "https://cadre.example/calls/2026-MINUSCA-srsg",
      now: new Date("2026-11-25T10:00:00.000Z"),
    },
  );
const said = (document: PdfDocument) => JSON.stringify(document.blocks);

describe("the note on a call", () => {
  it("states its hours in its own zone and in UTC, its grace and its own list rule", () => {
    const text = said(note("en"));
    expect(text).toMatch(/1 Dec 2026, 17:00 Eastern Time, that is 1 Dec 2026, 22:00 UTC/);
    expect(text).toContain("until 1 Dec 2026, 18:00");
    expect(text).toContain("Up to 3 nominees of a state. Of a full list of 3, at least 2 women");
  });

  it("lists every requirement and criterion with its weight, and the weights are the whole", () => {
    const { blocks } = note("en");
    const entries = blocks.find(({ kind }) => kind === "entries");
    if (entries?.kind !== "entries") throw new Error("no rubric");
    expect(entries.items).toHaveLength(DEFAULT_CRITERIA.length);
    const shares = entries.items.map(({ figure }) => Number.parseFloat(figure));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 0);
    expect(said(note("en"))).toContain("15 years");
  });

  it("is in the reader's language, and marks what is only in the other", () => {
    const document = note("fr");
    expect(document.language).toBe("fr");
    expect(document.title).toBe("Représentant(e) spécial(e), MINUSCA");
    expect(said(document)).toContain("Règle de liste");
    expect(document.blocks).toContainEqual({ kind: "text", text: "More time.", language: "en" });
    expect(note("en").blocks).toContainEqual({ kind: "text", text: "More time.", language: undefined });
  });

  it("on a call for the cadre says that joining it is not selection", () => {
    const text = said(
      note("en", { kind: "global", title: { fr: "Appel mondial" }, vacancies: [], listRule: "none" }),
    );
    expect(text).toContain("not selection for a post");
    expect(text).toContain("before any mission has stated its needs");
  });

  it("on a call for the cadre weighs merit and competence by their base weights, which are the whole", () => {
    const { blocks } = note("en", { kind: "global", title: { en: "Global call" }, vacancies: [] });
    const entries = blocks.find(({ kind }) => kind === "entries");
    if (entries?.kind !== "entries") throw new Error("no criteria");
    expect(entries.items).toHaveLength(CADRE_RUBRIC.length);
    const shares = entries.items.map(({ figure }) => Number.parseFloat(figure));
    expect(shares.every((share) => share > 0)).toBe(true);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 0);
    const of = (group: string) =>
      CADRE_RUBRIC.filter((one) => one.group === group).reduce((sum, { weight }) => sum + weight, 0);
    // 30 to 45; rounding to millionths leaves a few either way.
    expect(Math.abs(of("merit") - 400_000)).toBeLessThan(10);
    expect([of("merit") + of("competence"), of("missionNeeds")]).toEqual([1_000_000, 0]);
  });

  it.each(["en", "fr"] as const)(
    "becomes a tagged PDF in %s that tells its title and language",
    async (locale) => {
      const pdf = await renderPdf(note(locale));
      const raw = pdf.toString("latin1");
      expect(raw.slice(0, 8)).toBe("%PDF-1.7");
      expect(raw).toContain(`/Lang (${locale})`);
      expect(raw).toContain("/MarkInfo");
      expect(raw).toContain("/StructTreeRoot");
      expect(raw).toContain("/DisplayDocTitle true");
      expect(raw).toMatch(/\/S \/H1/);
      expect(raw).toContain("/FontFile2");
    },
  );
});
