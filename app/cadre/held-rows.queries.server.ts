import { nameIn } from "#app/i18n/languages.ts";
import { dayOrNull } from "#app/platform/utc-day.ts";
import { availabilityWords } from "./availability-words.ts";
import type { HeldData } from "./held-data.queries.server.ts";
import { programmeRows } from "./held-programme-rows.queries.server.ts";
import { type AddRow, filled, type HeldRow, type HeldWords } from "./held-row.ts";
import { CADRE_PURPOSES } from "./member-profile.ts";
import { levelOn } from "./readiness.ts";

/** "2015-03–2017", with what of it is on file; an end not given is not held. */
function span(one: {
  readonly startYear: number;
  readonly startMonth: number | null;
  readonly endYear: number | null;
  readonly endMonth: number | null;
}): string {
  const at = (year: number | null, month: number | null) =>
    year === null ? "" : month === null ? String(year) : `${year}-${String(month).padStart(2, "0")}`;
  return `${at(one.startYear, one.startMonth)}–${at(one.endYear, one.endMonth)}`;
}

/** Everything on file about a member, row by row, in the reader's words. What is not on file has no row. */
export function heldRows(data: HeldData, words: HeldWords): readonly HeldRow[] {
  const { t } = words;
  const rows: HeldRow[] = [];
  const add: AddRow = (what, held, source, at) => {
    if (held === "") return;
    const key = `${rows.length}`;
    rows.push({
      key,
      what: t(what),
      held,
      source: t(`cadre.data.source.${source}`),
      at: at?.toISOString() ?? null,
    });
  };
  personRows(data, words, add);
  careerRows(data, add);
  membershipRows(data, words, add);
  programmeRows(data, words, add);
  return rows;
}

function personRows(data: HeldData, { t, format, stateOf }: HeldWords, add: AddRow) {
  const { updatedAt, profile } = data;
  add("cadre.member.name", `${data.givenName} ${data.familyName}`, "person", updatedAt);
  add("cadre.propose.email", data.email, "person", updatedAt);
  add("cadre.member.gender", t(`cadre.gender.${data.gender}`), "person", updatedAt);
  const birth = dayOrNull(data.birthDate);
  add("cadre.data.birth", birth ? format.date(birth) : filled(data.birthYear), "person", updatedAt);
  add("cadre.member.nationality", data.nationalities.map(stateOf).join(", "), "person", updatedAt);
  add("cadre.data.rank", filled(data.rank), "person", updatedAt);
  add("cadre.data.zone", filled(data.timeZone, data.user?.locale), "person", data.createdAt);
  const languages = data.languages.map(({ language, level }) =>
    t("cadre.languageWithLevel", {
      language: nameIn(format.locale, language),
      level: t(`cadre.languageLevel.${level === 3 ? "3" : level === 2 ? "2" : "1"}`),
    }),
  );
  add("cadre.member.languages", format.list(languages), "person", updatedAt);
  if (!profile) return;
  add("cadre.data.vision", profile.visionStatement, "person", profile.completedAt);
  add("cadre.profile.seniorYears", String(profile.seniorYears), "person", profile.completedAt);
  add("cadre.profile.fieldMissions", String(profile.fieldMissions), "person", profile.completedAt);
  add(
    "cadre.member.deployable",
    t("cadre.member.withinDays", { days: profile.deployableDays }),
    "person",
    profile.completedAt,
  );
  add("cadre.data.currentPost", profile.currentPost, "person", profile.completedAt);
}

function careerRows({ career, fieldService, education, courses, updatedAt }: HeldData, add: AddRow) {
  for (const post of career) {
    const { title, employer, supervisor, peopleLed, budgetThousands, mission, roleKindCode } = post;
    const led = filled(mission?.acronym, roleKindCode, supervisor, peopleLed, budgetThousands);
    add("cadre.member.career", filled(title, employer, span(post), led), "person", updatedAt);
  }
  for (const one of fieldService)
    add("cadre.profile.fieldMissions", filled(one.mission, one.role, span(one)), "person", updatedAt);
  for (const { degree, institution, year } of education)
    add("cadre.data.education", filled(degree, institution, year), "person", updatedAt);
  for (const { name, organiser, year } of courses)
    add("cadre.data.courses", filled(name, organiser, year), "person", updatedAt);
}

function membershipRows(data: HeldData, { t, format, today, stateOf, roleOf }: HeldWords, add: AddRow) {
  const posted = ({ post }: { post: HeldData["appointments"][number]["post"] }) =>
    `${nameIn(format.locale, post.roleKind)}, ${post.mission.acronym}`;
  for (const { nominatingState, call, submittedAt } of data.nominations) {
    const by = nominatingState ? nameIn(format.locale, nominatingState) : null;
    add("cadre.data.nomination", filled(call.reference, by), by ? "nominator" : "person", submittedAt);
  }
  for (const one of data.appointments)
    add(
      "cadre.data.appointment",
      filled(
        posted(one),
        format.date(dayOrNull(one.startsOn) ?? ""),
        format.date(dayOrNull(one.endsOn) ?? ""),
      ),
      "secretariat",
      one.createdAt,
    );
  const membership = data.cadreMembership;
  if (!membership) return;
  const { confirmedAt, enteredAt, readiness } = membership;
  const [from, until] = [dayOrNull(membership.availableFrom), dayOrNull(membership.availableUntil)];
  const via = membership.enteredVia === "direct" ? membership.reason : "";
  add("cadre.member.state", filled(t(`cadre.state.${membership.state}`), via), "secretariat", enteredAt);
  const free = availabilityWords(t, format, from, until);
  if (free) add("cadre.member.availability", free, "member", confirmedAt);
  if (membership.deployableWithin)
    add(
      "cadre.member.deployable",
      t("cadre.member.withinDays", { days: membership.deployableWithin }),
      "member",
      confirmedAt,
    );
  add("cadre.profile.seniorYears", filled(membership.seniorYears), "member", confirmedAt);
  add("cadre.profile.fieldMissions", filled(membership.fieldMissions), "member", confirmedAt);
  add("cadre.profile.roleKinds", membership.roleKindCodes.map(roleOf).join(", "), "member", confirmedAt);
  add(
    "cadre.profile.impossibleStates",
    membership.impossibleStates.map(stateOf).join(", "),
    "member",
    confirmedAt,
  );
  for (const { level, evidence, givenAt, expiresOn, roleKind } of readiness) {
    const standing = levelOn({ level, expiresOn: dayOrNull(expiresOn) ?? "" }, today);
    const ready = standing ? t(`cadre.readiness.${standing}`) : t("cadre.member.holdsNoMore");
    const until = { name: t("cadre.member.expires"), value: format.date(dayOrNull(expiresOn) ?? "") };
    add(
      "cadre.member.readiness",
      filled(nameIn(format.locale, roleKind), ready, t("cadre.search.part", until), evidence),
      "secretariat",
      givenAt,
    );
  }
  for (const purpose of CADRE_PURPOSES) {
    const consent = membership.consents.find((one) => one.purpose === purpose);
    if (!consent) continue;
    const given = t(consent.given ? "cadre.purpose.given" : "cadre.purpose.notGiven");
    add("cadre.own.consents", filled(t(`cadre.purpose.${purpose}`), given), "member", consent.changedAt);
  }
  for (const { vacancy, stateCode, statedAt } of membership.interests)
    add(
      "cadre.interest.yours",
      filled(vacancy.reference, posted(vacancy), stateCode && stateOf(stateCode)),
      "member",
      statedAt,
    );
  for (const { vacancy, answer, invitedAt, answeredAt } of membership.vacancyInvitations) {
    const said = answer ? t(`cadre.interest.answer.${answer}`) : null;
    const on = answeredAt ? format.date(answeredAt) : null;
    add(
      "cadre.interest.invited",
      filled(vacancy.reference, posted(vacancy), said, on),
      "secretariat",
      invitedAt,
    );
  }
}
