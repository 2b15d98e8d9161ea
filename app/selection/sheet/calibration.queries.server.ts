import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { database } from "#app/platform/database.server.ts";
import { readMembers } from "#app/selection/panel/panel.queries.server.ts";
import { factsOf, seatOf } from "#app/selection/panel/panel-facts.ts";
import { loadPanel, readVacancyTitle } from "#app/selection/panel/panel-state.queries.server.ts";
import { criteriaOf } from "#app/selection/panel/phase.ts";
import { spreadOf, unsettled } from "./calibration.ts";
import type { CalibrationPage, OfferedSample, SampleChoice, SampleSheetPage } from "./calibration-page.ts";
import { loadCalibration } from "./calibration-state.queries.server.ts";
import { SAMPLE_CASES } from "./sample-cases.ts";
import { readSheetRubric } from "./score-sheet.queries.server.ts";

/** So many cases of earlier panels are offered beside those that Cadre brings. */
const EARLIER = 10;

/** What choosing a panel's sample case needs: the cases Cadre brings, and those of earlier panels, the latest first. */
export async function readSampleChoice(actor: Actor, panelId: string): Promise<SampleChoice | null> {
  if (!can(actor, "panel.set")) return null;
  const panel = await loadPanel(database(), panelId);
  if (!panel?.calibrates) return null;
  const [vacancy, calibration, earlier] = await Promise.all([
    readVacancyTitle(database(), panel.vacancyId),
    loadCalibration(database(), panelId),
    database().calibration.findMany({
      where: { panelId: { not: panelId } },
      orderBy: { setAt: "desc" },
      take: EARLIER,
      select: { panelId: true, titleEn: true, titleFr: true, textEn: true, textFr: true },
    }),
  ]);
  const known = new Set(SAMPLE_CASES.map(({ text }) => text.en));
  const offered: readonly OfferedSample[] = [
    ...SAMPLE_CASES.map((sample, n) => ({ key: String(n), ...sample })),
    ...earlier
      .filter(({ textEn }) => !known.has(textEn))
      .map(({ panelId: key, titleEn, titleFr, textEn, textFr }) => ({
        ...{ key, title: { en: titleEn, fr: titleFr }, text: { en: textEn, fr: textFr } },
      })),
  ];
  const settable = panel.phase === "forming" || panel.phase === "calibration";
  return {
    panelId,
    vacancy,
    sample: calibration?.sample ?? null,
    version: calibration?.version ?? 0,
    open: settable && (calibration === null || calibration.sheets.length === 0),
    offered,
  };
}

/**
 * A panel's calibration: the sample case, and, once the sample sheets are open to each other, the spread of the levels
 * with every member's words. Before that nobody sees another's, in whatever role; who has handed in is told to the
 * chair and to those who oversee, as at the desk. Null before the panel opens to its members.
 */
export async function readCalibration(actor: Actor, panelId: string): Promise<CalibrationPage | null> {
  const panel = await loadPanel(database(), panelId);
  if (!panel?.calibrates || !can(actor, "calibration.read", factsOf(panel))) return null;
  const calibration = await loadCalibration(database(), panelId);
  if (!calibration || (panel.phase === "forming" && !can(actor, "panel.set"))) return null;
  const [vacancy, rubric, members] = await Promise.all([
    readVacancyTitle(database(), panel.vacancyId),
    readSheetRubric(panel.vacancyId),
    readMembers(panelId),
  ]);
  const criteria = criteriaOf(rubric.criteria, "desk", panel);
  const submitted = calibration.sheets.filter(({ submittedAt }) => submittedAt !== null);
  const done = new Set(submitted.map(({ memberId }) => memberId));
  const seat = seatOf(panel, actor);
  const leads = can(actor, "calibration.lead", factsOf(panel));
  const told = leads || seat === undefined || calibration.openedAt !== null;
  const sheets = calibration.openedAt === null ? [] : submitted;
  const spreads = spreadOf(calibration.openedAt === null ? [] : criteria.map(({ id }) => id), sheets);
  const open = panel.phase === "calibration";
  return {
    panelId,
    vacancy,
    sample: calibration.sample,
    open,
    version: calibration.version,
    rubric: { ...rubric, criteria },
    members: members.map(({ memberId, name }) => ({
      ...{ memberId, name },
      submitted: told ? done.has(memberId) : null,
    })),
    ownSheet: ownSheetOf(
      { writes: seat !== undefined && open && calibration.openedAt === null },
      seat && done.has(seat.id),
    ),
    opened: calibration.openedAt && {
      at: calibration.openedAt.toISOString(),
      reason: calibration.openReason,
    },
    spreads,
    sheets: sheets.map(({ memberId, entries }) => ({ memberId, entries })),
    notes: calibration.notes,
    leads,
    mayOpen: leads && open && calibration.openedAt === null,
    mayAgree: leads && open && calibration.openedAt !== null,
    mayChoose: can(actor, "panel.set") && calibration.sheets.length === 0,
    unsettled: unsettled(spreads, calibration.notes).length,
  };
}

const ownSheetOf = ({ writes }: { readonly writes: boolean }, submitted: boolean | undefined) => {
  if (submitted) return "submitted" as const;
  return writes ? ("open" as const) : ("none" as const);
};

/** A member's own sheet on the sample case; null for anybody else. */
export async function readSampleSheet(actor: Actor, panelId: string): Promise<SampleSheetPage | null> {
  const panel = await loadPanel(database(), panelId);
  const seat = panel && seatOf(panel, actor);
  if (!panel?.calibrates || !seat || panel.phase === "forming") return null;
  if (!can(actor, "calibration.score", factsOf(panel))) return null;
  const [vacancy, rubric, calibration] = await Promise.all([
    readVacancyTitle(database(), panel.vacancyId),
    readSheetRubric(panel.vacancyId),
    loadCalibration(database(), panelId),
  ]);
  if (!calibration) return null;
  const own = calibration.sheets.find(({ memberId }) => memberId === seat.id);
  return {
    panelId,
    vacancy,
    sample: calibration.sample,
    rubric: { ...rubric, criteria: criteriaOf(rubric.criteria, "desk", panel) },
    version: own?.version ?? 0,
    open: panel.phase === "calibration" && calibration.openedAt === null && !own?.submittedAt,
    submittedAt: own?.submittedAt?.toISOString() ?? null,
    entries: own?.entries ?? [],
  };
}
