import { checkUniformed } from "#app/gender/check-uniformed.server.ts";
import { monthAfter } from "#app/gender/projection-query.ts";
import { reportServices } from "#app/gender/report-services.server.ts";
import { GRADE_ROWS } from "#app/gender/service-report.ts";
import { setTarget } from "#app/gender/set-target.server.ts";
import { takeUniformed } from "#app/gender/take-uniformed.server.ts";
import type { Cast } from "./cast.ts";
import { dayOn, onDay, told } from "./stage.ts";

/** Months of invented figures, up to the last that is over. */
const MONTHS = 24;

/** Invented contingents: state, mission, category, all of them, and women in percent two years ago and now. */
const CONTINGENTS = [
  ["GHA", "UNMISS", "Troops", 640, 8, 12],
  ["BGD", "UNMISS", "Formed Police Units", 180, 12, 19],
  ["RWA", "MINUSCA", "Troops", 900, 5, 7],
  ["RWA", "UNMISS", "Individual Police", 60, 24, 33],
  ["NPL", "MONUSCO", "Troops", 780, 6, 8],
  ["NPL", "MONUSCO", "Staff Officers", 22, 14, 23],
  ["URY", "MONUSCO", "Troops", 310, 7, 9],
  ["SEN", "MINUSCA", "Formed Police Units", 240, 9, 15],
  ["SEN", "MINUSCA", "Individual Police", 48, 18, 27],
  ["IRL", "UNIFIL", "Troops", 330, 6, 9],
  ["IRL", "UNDOF", "Staff Officers", 9, 22, 33],
  ["ARG", "UNFICYP", "Troops", 240, 10, 14],
  ["ARG", "UNFICYP", "Experts on Mission", 6, 17, 33],
  ["ZMB", "MINURSO", "Experts on Mission", 14, 14, 21],
  ["ZMB", "UNISFA", "Individual Police", 18, 28, 39],
] as const;

/** Invented sums by category at the dates that targets are held against. */
const EARLIER = [
  ["2015-12", "Troops", 2400, 79000],
  ["2015-12", "Formed Police Units", 560, 8600],
  ["2015-12", "Individual Police", 420, 3300],
  ["2017-12", "Experts on Mission", 140, 1250],
  ["2017-12", "Staff Officers", 230, 1750],
  ["2020-12", "Troops", 3700, 66000],
  ["2020-12", "Formed Police Units", 780, 6400],
  ["2020-12", "Individual Police", 640, 1800],
] as const;

const sheet = (rows: readonly (readonly (string | number)[])[]) =>
  new TextEncoder().encode(rows.map((row) => row.join(",")).join("\n"));

/** The months of the last two years, as the UN lays its tables out. */
function recent() {
  const rows = Array.from({ length: MONTHS }, (_, n) => {
    const month = monthAfter(dayOn(0), n - MONTHS).slice(0, 7);
    return CONTINGENTS.map(([state, mission, category, all, then, now]) => {
      const women = Math.round((all * (then + ((now - then) * n) / (MONTHS - 1))) / 100);
      return [state, mission, category, women, all - women, all, month];
    });
  }).flat();
  const header = ["ISOCode3", "Mission_Acronym", "Personnel_Type", "Female_Personnel", "Male_Personnel"];
  return [[...header, "Total_Uniformed_Personnel", "Last_Reporting_Date"], ...rows];
}

/** Takes invented figures of uniformed personnel in, sends a file with a mistake, sets a target, reports on services. */
export async function takeFigures({ officer, focalPoints }: Cast) {
  await takeIn(officer, -60, "invented-by-category.csv", [["Month", "Category", "Women", "Men"], ...EARLIER]);
  const target = {
    ...({ subject: "nominations", measure: "shareOfWomen", counting: "flow", value: 50 } as const),
    due: dayOn(400),
    source: "Invented for the demonstration",
    reason: "Invented for the demonstration: half of all nominations.",
  };
  told(await onDay(-50, () => setTarget(officer, target)));
  const focalPoint = focalPoints.get("GH");
  if (focalPoint) {
    for (const version of [0, 1]) {
      const report = {
        ...{ version, asOf: dayOn(version === 0 ? -400 : -40), rolesOpen: 88 + 6 * version, rolesAll: 104 },
        rolesNote: "Invented for the demonstration: parts of the navy, until the ships are refitted.",
        ranks: GRADE_ROWS.map((row, n) => ({ ...row, women: n * (n + 2 * version), men: 30 + 40 * n })),
      };
      told(await onDay(-40 + 10 * version, () => reportServices(focalPoint, { stateCode: "GH", report })));
    }
  }
  await takeIn(officer, -3, "invented-by-mission.csv", recent());
  const [header = [], first = [], second = []] = recent().slice(0, 3);
  const wrong = sheet([header, first, second.map((cell) => (cell === "UNMISS" ? "UNKNOWN" : cell))]);
  told(await onDay(-1, () => checkUniformed(officer, { name: "invented-with-mistakes.csv", bytes: wrong })));
}

async function takeIn(
  officer: Cast["officer"],
  day: number,
  name: string,
  rows: readonly (readonly (string | number)[])[],
) {
  const sent = await onDay(day, () => checkUniformed(officer, { name, bytes: sheet(rows) }));
  const { importId } = told(sent);
  told(await onDay(day, () => takeUniformed(officer, { importId, withoutRefused: false })));
}
