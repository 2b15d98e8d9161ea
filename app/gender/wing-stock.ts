import { SEAT_STEPS, type SeatStep } from "#app/cadre/course.ts";
import { READINESS_LEVELS, type ReadinessLevel } from "#app/cadre/readiness.ts";
import type { Translate } from "#app/i18n/translate.ts";
import { MENTOR_STATES, type MentorState } from "#app/mentoring/lifecycle.ts";
import { regionName } from "#app/selection/needs/region.ts";
import { type Figure, GENDER_CHART, genderColumns } from "./figure.ts";
import { type CountedPeople, rowOf, rowsBy } from "./stock-rows.ts";

/** Figures of what stands now: the day is today, whichever day is asked for, and the note says so. */
interface Now {
  readonly today: string;
  readonly locale: string;
}

type Region = CountedPeople & { readonly region: string };

const stock = (
  t: Translate,
  on: string,
  taken: string,
  figure: Pick<Figure, "id" | "title" | "rowHeading" | "rows" | "note">,
): Figure => ({
  ...figure,
  ...{ counting: { kind: "stock", on }, columns: genderColumns(t), chart: GENDER_CHART },
  ...{ exact: true, taken },
});

/** Rows by regional group. */
const byRegion = (t: Translate, counts: readonly Region[], locale: string) =>
  rowsBy(counts, { keyOf: ({ region }) => region, labelOf: (region) => t(regionName(region)), locale });

/** Mentors by how far they have come and by region, and the leaders who have one on a day. */
export function mentoringFigures(
  t: Translate,
  { today, locale }: Now,
  counted: {
    readonly on: string;
    readonly mentors: readonly (Region & { readonly state: MentorState })[];
    readonly mentees: readonly Region[];
  },
): readonly Figure[] {
  const { on, mentors, mentees } = counted;
  return [
    stock(t, today, today, {
      ...{ id: "mentors-by-state", title: t("figure.mentors.state"), rowHeading: t("figure.row.standing") },
      rows: MENTOR_STATES.map((state) =>
        rowOf(
          state,
          t(`mentoring.mentorState.${state}`),
          mentors.filter((one) => one.state === state),
        ),
      ),
      note: [t("figure.about.mentors"), t("figure.about.now")],
    }),
    stock(t, today, today, {
      ...{ id: "mentors-by-region", title: t("figure.mentors.region"), rowHeading: t("figure.row.region") },
      rows: byRegion(t, mentors, locale),
      note: [t("figure.about.mentors"), t("figure.about.pledgingState"), t("figure.about.now")],
    }),
    stock(t, on, today, {
      ...{ id: "mentees-by-region", title: t("figure.mentees.region"), rowHeading: t("figure.row.region") },
      rows: byRegion(t, mentees, locale),
      note: [t("figure.about.mentees"), t("figure.about.firstNationality")],
    }),
  ];
}

/** Members of the cadre by what they are ready for and by region. */
export function cadreFigures(
  t: Translate,
  { today, locale }: Now,
  counted: {
    readonly readiness: readonly (CountedPeople & {
      readonly roleKindCode: string;
      readonly level: ReadinessLevel;
    })[];
    readonly members: readonly (Region & { readonly ready: boolean; readonly inPost: boolean })[];
    readonly kinds: readonly { readonly code: string }[];
    readonly roleName: (code: string) => string;
  },
): readonly Figure[] {
  const { readiness, members, kinds, roleName } = counted;
  const without = members.filter(({ ready, inPost }) => !ready && !inPost);
  const inPost = members.filter((one) => one.inPost);
  const rows = kinds.flatMap(({ code }) =>
    READINESS_LEVELS.flatMap((level) => {
      const own = readiness.filter((one) => one.roleKindCode === code && one.level === level);
      const label = t("figure.readyFor", { role: roleName(code), level: t(`cadre.readiness.${level}`) });
      return own.length === 0 ? [] : [rowOf(`${code} ${level}`, label, own)];
    }),
  );
  return [
    stock(t, today, today, {
      ...{ id: "cadre-by-readiness", title: t("figure.cadre.readiness") },
      rowHeading: t("figure.row.readiness"),
      rows: [
        ...rows,
        ...(without.length === 0 ? [] : [rowOf("none", t("figure.notReady"), without)]),
        ...(inPost.length === 0 ? [] : [rowOf("inPost", t("figure.membersInPost"), inPost)]),
      ],
      note: [t("figure.about.readiness"), t("figure.about.members"), t("figure.about.now")],
    }),
    stock(t, today, today, {
      ...{ id: "cadre-by-region", title: t("figure.cadre.region"), rowHeading: t("figure.row.region") },
      rows: byRegion(t, members, locale),
      note: [t("figure.about.members"), t("figure.about.firstNationality"), t("figure.about.now")],
    }),
  ];
}

/** How far those nominated to courses that begin on a day or later have come. */
export const seatFigure = (
  t: Translate,
  today: string,
  {
    since,
    seats,
  }: {
    readonly since: string;
    readonly seats: readonly (CountedPeople & { readonly step: SeatStep })[];
  },
): Figure =>
  stock(t, today, today, {
    ...{ id: "course-seats", title: t("figure.seats"), rowHeading: t("figure.row.step") },
    rows: SEAT_STEPS.map((step) =>
      rowOf(
        step,
        t(`figure.seat.${step}`),
        seats.filter((one) => one.step === step),
      ),
    ),
    note: [t("figure.about.seats", { since }), t("figure.about.now")],
  });

/** Chairs and members of the panels at work. */
export const panelFigure = (
  t: Translate,
  today: string,
  seats: readonly (CountedPeople & { readonly chair: boolean })[],
): Figure =>
  stock(t, today, today, {
    ...{ id: "panel-seats", title: t("figure.panels"), rowHeading: t("figure.row.seat") },
    rows: [true, false].map((chair) =>
      rowOf(
        chair ? "chair" : "member",
        t(chair ? "figure.panel.chair" : "figure.panel.member"),
        seats.filter((one) => one.chair === chair),
      ),
    ),
    note: [t("figure.about.panels"), t("figure.about.now")],
  });
