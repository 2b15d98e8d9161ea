import { nameIn } from "#app/i18n/languages.ts";
import { dayOrNull } from "#app/platform/utc-day.ts";
import type { HeldData } from "./held-data.queries.server.ts";
import { type AddRow, filled, type HeldWords } from "./held-row.ts";

/** What is held of somebody's plan, courses, compacts and clearances. */
export function programmeRows(data: HeldData, words: HeldWords, add: AddRow) {
  const { t, format } = words;
  for (const { kind, aim, dueOn, state, evidence, updatedAt } of data.cadreMembership?.development ?? []) {
    const due = format.date(dayOrNull(dueOn) ?? "");
    const said = [t(`development.kind.${kind}`), aim, due, t(`development.state.${state}`), evidence];
    add("cadre.data.plan", filled(...said), "plan", updatedAt);
  }
  for (const { course, givenName, familyName, state, reason, exception, ...seat } of data.courseNominations) {
    const by = seat.nominatedBy ? nameIn(format.locale, seat.nominatedBy) : null;
    const named = `${givenName} ${familyName}`;
    const said = [course.title, by, named, t(`course.seat.${state}`), reason, exception];
    add("cadre.data.seat", filled(...said), by ? "nominator" : "secretariat", seat.nominatedAt);
  }
  compactRows(data, words, add);
  for (const { kind, validUntil, receivedOn } of data.candidacies.flatMap(({ clearances }) => clearances)) {
    const until = dayOrNull(validUntil);
    if (until === null || until < words.today) continue;
    const said = filled(t(`selection.clearance.kind.${kind}`), format.date(until));
    add("cadre.data.clearance", said, "secretariat", receivedOn);
  }
}

function compactRows({ appointments }: HeldData, { t, format }: HeldWords, add: AddRow) {
  for (const { compacts, post } of appointments)
    for (const { year, createdAt, leaderSignedAt, supervisorSignedAt, notes } of compacts) {
      const signed = [leaderSignedAt, supervisorSignedAt].filter((one) => one !== null).length;
      const role = t("compact.postOf", {
        role: nameIn(format.locale, post.roleKind),
        mission: post.mission.acronym,
      });
      const signatures = t("compact.signaturesOf", { count: signed });
      add(
        "cadre.data.compact",
        filled(role, year, t("compact.signatures"), signatures),
        "secretariat",
        createdAt,
      );
      for (const { moment, side, heldOn, text, writtenAt } of notes) {
        const held = filled(year, t(`compact.moment.${moment}`), format.date(dayOrNull(heldOn) ?? ""), text);
        add("cadre.data.compact", held, side === "leader" ? "member" : "supervisor", writtenAt);
      }
    }
}
