import { countMembersByRegion, countReadiness, countSeats } from "#app/cadre/count-members.server.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { countMentees, countMentors } from "#app/mentoring/count-mentors.server.ts";
import { countPanelSeats } from "#app/selection/panel/count-panel-seats.server.ts";
import { readRoleKinds } from "./balance.queries.server.ts";
import type { Figure } from "./figure.ts";
import type { FigureAsk } from "./figure-ask.ts";
import { countLeaderMonths, countLeaderStock } from "./leader-stock.queries.server.ts";
import { leaderStockFigures } from "./leader-stock.ts";
import { leaderTrend } from "./leader-trend.ts";
import { type PeopleQuery, peopleQuerySchema, yearsBefore } from "./people-query.ts";
import { cadreFigures, mentoringFigures, panelFigure, seatFigure } from "./wing-stock.ts";

type Kinds = Awaited<ReturnType<typeof readRoleKinds>>;
type Telling = Pick<FigureAsk, "t" | "format" | "today">;

const roleNamer = (kinds: Kinds, locale: string) => (code: string) => {
  const kind = kinds.find((one) => one.code === code);
  return kind ? nameIn(locale, kind) : code;
};

/** Leaders in post on a day. */
async function readLeaders({ t, format, today }: Telling, { on }: PeopleQuery, kinds: Kinds) {
  const counts = await countLeaderStock(on);
  const { locale } = format;
  return leaderStockFigures(t, {
    ...{ on, taken: today, counts, kinds, locale, roleName: roleNamer(kinds, locale) },
    stateName: (code) => {
      const state = counts.find(({ stateCode }) => stateCode === code);
      const { nameEn, nameFr } = state ?? {};
      return nameEn && nameFr ? nameIn(locale, { nameEn, nameFr }) : t("figure.stateNone");
    },
  });
}

/** The share of women among heads and among deputies, month by month; everybody may read it. */
export async function readLeaderTrend(
  { t, format, today }: Telling,
  { from, to }: Pick<PeopleQuery, "from" | "to">,
): Promise<Figure> {
  return leaderTrend(t, format, { from, to, taken: today, months: await countLeaderMonths(from, to) });
}

/** Mentors as they stand, and mentees on a day. */
async function readMentoring({ t, format, today }: Telling, { on }: PeopleQuery) {
  const [mentors, mentees] = await Promise.all([countMentors(), countMentees(on)]);
  const now = { today, locale: format.locale };
  return mentoringFigures(t, now, { on, mentors, mentees });
}

/** The cadre, its courses and the panels as they stand. */
async function readCadre({ t, format, today }: Telling, kinds: Kinds) {
  const since = yearsBefore(today, 1);
  const [readiness, members, seats, panels] = await Promise.all([
    countReadiness(today),
    countMembersByRegion(today),
    countSeats(since),
    countPanelSeats(),
  ]);
  const { locale } = format;
  return {
    cadre: [
      ...cadreFigures(
        t,
        { today, locale },
        { readiness, members, kinds, roleName: roleNamer(kinds, locale) },
      ),
      seatFigure(t, today, { since: format.date(since), seats }),
    ],
    panels: [panelFigure(t, today, panels)],
  };
}

/** All that the page of people shows, by its parts. */
export async function readPeople(telling: Telling, asked: PeopleQuery) {
  const kinds = await readRoleKinds();
  const [leaders, trend, mentoring, { cadre, panels }] = await Promise.all([
    readLeaders(telling, asked, kinds),
    readLeaderTrend(telling, asked),
    readMentoring(telling, asked),
    readCadre(telling, kinds),
  ]);
  return { leaders, trend: [trend], mentoring, cadre, panels };
}

/** What an export asks for, as the page reads it; null where it does not fit. */
const queryOf = ({ asked, today }: FigureAsk): PeopleQuery | null =>
  peopleQuerySchema(today).safeParse(asked).data ?? null;

/** The parts of the page, each for an export of one of its figures. */
export const PEOPLE_PARTS = {
  leaders: async (ask: FigureAsk) => {
    const query = queryOf(ask);
    return query && readLeaders(ask, query, await readRoleKinds());
  },
  trend: async (ask: FigureAsk) => {
    const query = queryOf(ask);
    return query && [await readLeaderTrend(ask, query)];
  },
  mentoring: async (ask: FigureAsk) => {
    const query = queryOf(ask);
    return query && readMentoring(ask, query);
  },
  standing: async (ask: FigureAsk) => {
    const { cadre, panels } = await readCadre(ask, await readRoleKinds());
    return [...cadre, ...panels];
  },
} as const;
