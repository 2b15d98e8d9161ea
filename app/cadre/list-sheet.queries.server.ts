import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { stateNames } from "#app/i18n/state-choices.queries.server.ts";
import type { Translate } from "#app/i18n/translate.ts";
import type { ListOrder } from "./cadre-list.ts";
import { listCompacts } from "./compact.queries.server.ts";
import { listCourses, readCourse } from "./course.queries.server.ts";
import { listMembers } from "./member.queries.server.ts";
import { listStatePledges } from "./state-pledge.queries.server.ts";

/** Rows of text with their header; `total` is how many the list has, of which at most as many as asked are here. */
export interface ListSheet {
  readonly total: number;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

type Of<L extends ListOrder["list"]> = Extract<ListOrder, { readonly list: L }>;

/** A list as the actor may see it, at most so many rows of it; null where it is not theirs to see. Days in ISO 8601. */
export async function listSheet(
  actor: Actor,
  order: Exclude<ListOrder, { readonly list: "fit" | "fitToPost" }>,
  t: Translate,
  most: number,
): Promise<ListSheet | null> {
  if (order.list === "members") return ofMembers(actor, order, t, most);
  if (order.list === "courses") return ofCourses(actor, t, most);
  if (order.list === "seats") return ofSeats(actor, order, t);
  if (order.list === "pledges") return ofPledges(actor, order, t, most);
  return ofCompacts(actor, t, most);
}

async function ofMembers(actor: Actor, order: Of<"members">, t: Translate, most: number) {
  if (!can(actor, "cadre.read")) return null;
  const { list, format, ...search } = order;
  const { total, members } = await listMembers(actor, search, { page: 1, perPage: most });
  const nameOf = await stateNames(
    actor.locale,
    members.flatMap(({ nationalities }) => nationalities),
  );
  return {
    total,
    head: [
      ...[t("cadre.member.name"), t("cadre.member.gender"), t("cadre.member.nationality")],
      ...[t("cadre.member.languages"), t("cadre.member.readiness"), t("cadre.member.availableFrom")],
      ...[t("cadre.member.state"), t("cadre.member.inPost"), t("cadre.member.confirmedAt")],
    ],
    rows: members.map((member) => [
      `${member.givenName} ${member.familyName}`,
      t(`cadre.gender.${member.gender}`),
      member.nationalities.map(nameOf).join("; "),
      member.languages.map(({ languageCode, level }) => `${languageCode} ${level}`).join("; "),
      member.readiness
        .map(
          ({ roleKind, level, expiresOn }) =>
            `${nameIn(actor.locale, roleKind)}: ${t(`cadre.readiness.${level}`)} (${expiresOn})`,
        )
        .join("; "),
      member.availableFrom ?? "",
      t(`cadre.state.${member.state}`),
      member.inPostUntil ?? "",
      member.confirmedAt?.slice(0, 10) ?? "",
    ]),
  };
}

async function ofCourses(actor: Actor, t: Translate, most: number) {
  if (!can(actor, "course.read")) return null;
  const { total, courses } = await listCourses(1, most);
  return {
    total,
    head: [
      ...[t("course.title"), t("course.host"), t("course.venue"), t("course.startsOn"), t("course.endsOn")],
      ...[t("course.closesOn"), t("course.level"), t("course.language"), t("course.seats")],
      ...[t("cadre.export.taken"), t("cadre.export.waiting")],
    ],
    rows: courses.map((course) => [
      ...[course.title, course.host, course.venue, course.startsOn, course.endsOn, course.closesOn],
      ...[t(`course.level.${course.level}`), nameIn(actor.locale, course.language)],
      ...[course.seats, course.taken, course.waiting].map(String),
    ]),
  };
}

async function ofSeats(actor: Actor, { course: id }: Of<"seats">, t: Translate) {
  const course = await readCourse(actor, id);
  if (!course?.listed) return null;
  return {
    total: course.nominees.length,
    head: [t("course.title"), t("cadre.member.name"), t("course.nominatedBy"), t("course.standing")],
    rows: course.nominees.map(({ givenName, familyName, nominatedBy, state }) => [
      course.title,
      `${givenName} ${familyName}`,
      nominatedBy ? nameIn(actor.locale, nominatedBy) : t("course.bySecretariat"),
      t(state === "waiting" && course.begun ? "course.seat.none" : `course.seat.${state}`),
    ]),
  };
}

async function ofPledges(actor: Actor, { state, kind }: Of<"pledges">, t: Translate, most: number) {
  const { total, pledges } = await listStatePledges(actor, { state, kind, page: 1 }, most);
  return {
    total,
    head: [
      ...[t("pledge.state"), t("pledge.kind"), t("pledge.quantity"), t("pledge.dueOn")],
      ...[t("pledge.level"), t("pledge.readyDays")],
    ],
    rows: pledges.map((pledge) => [
      ...[nameIn(actor.locale, pledge.state), t(`pledge.kind.${pledge.kind}`), String(pledge.quantity)],
      ...[pledge.dueOn, t(`pledge.level.${pledge.level}`), pledge.readyDays ? String(pledge.readyDays) : ""],
    ]),
  };
}

async function ofCompacts(actor: Actor, t: Translate, most: number) {
  if (!can(actor, "compact.list")) return null;
  const { total, compacts } = await listCompacts(actor, 1, most);
  return {
    total,
    head: [
      ...[t("compact.leader"), t("compact.post"), t("bench.mission"), t("compact.year")],
      t("compact.signatures"),
    ],
    rows: compacts.map(({ name, role, mission, year, signatures }) => [
      ...[name, nameIn(actor.locale, role), mission, String(year), String(signatures)],
    ]),
  };
}
