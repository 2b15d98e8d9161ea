import { z } from "zod";
import { formDay } from "#app/platform/form-day.ts";
import { versionNumber } from "#app/platform/version-number.ts";

export const SERVICE_COMPONENTS = ["military", "police"] as const;
export type ServiceComponent = (typeof SERVICE_COMPONENTS)[number];

/**
 * The grades that officers are reported by, the highest first: bands that services of any state can be put into. Military
 * ones follow NATO's officer codes (STANAG 2116: OF-6 and above, OF-5 … OF-1); police ranks differ so much that
 * three bands are asked for.
 */
export const SERVICE_GRADES = {
  military: ["general", "colonel", "lieutenantColonel", "major", "captain", "lieutenant"],
  police: ["executive", "senior", "junior"],
} as const;

/** Every grade with its component, as one list: the rows of the form and of a sheet. */
export const GRADE_ROWS = SERVICE_COMPONENTS.flatMap((component) =>
  SERVICE_GRADES[component].map((grade) => ({ component, grade })),
);
type Grade = (typeof GRADE_ROWS)[number]["grade"];

/** Women and men of one grade. */
export interface RankCount {
  readonly component: ServiceComponent;
  readonly grade: Grade;
  readonly women: number;
  readonly men: number;
}

/** More officers of one grade no service has: a number above is a slip. */
const MOST_OF_GRADE = 5_000_000;
const people = z.coerce.number().int().min(0).max(MOST_OF_GRADE).optional();
const rowSchema = z.object({ women: people, men: people }).superRefine(({ women, men }, context) => {
  if ((women === undefined) === (men === undefined)) return;
  const path = [women === undefined ? "women" : "men"];
  context.addIssue({ code: "custom", path, message: "bothOrNeither" });
});

/** The form of a report: a row for each of `GRADE_ROWS`, in their order. One that is left empty is not reported, not zero. */
export const serviceReportSchema = (today: string) =>
  z
    .object({
      version: versionNumber,
      asOf: formDay.refine((day) => day <= today, { message: "dayAhead" }),
      ranks: z.array(rowSchema).max(GRADE_ROWS.length).default([]),
      rolesOpen: people,
      rolesAll: people,
      rolesNote: z.string().trim().max(1000).default(""),
      sheet: z.instanceof(File).optional(),
    })
    .superRefine(({ rolesOpen, rolesAll }, context) => {
      const problem = (path: string, message: string) =>
        context.addIssue({ code: "custom", path: [path], message });
      if ((rolesOpen === undefined) !== (rolesAll === undefined))
        problem(rolesOpen === undefined ? "rolesOpen" : "rolesAll", "bothOrNeither");
      else if (rolesOpen !== undefined && rolesAll !== undefined && rolesOpen > rolesAll)
        problem("rolesOpen", "openAboveAll");
    });
export type ServiceReportForm = z.output<ReturnType<typeof serviceReportSchema>>;

/** What a state reports. */
export interface NewServiceReport {
  readonly version: number;
  readonly asOf: string;
  readonly ranks: readonly RankCount[];
  readonly rolesOpen: number | null;
  readonly rolesAll: number | null;
  readonly rolesNote: string;
}

/** The rows of a form that were filled in. */
export const ranksOf = (rows: ServiceReportForm["ranks"]): readonly RankCount[] =>
  GRADE_ROWS.flatMap((row, index) => {
    const { women, men } = rows[index] ?? {};
    return women === undefined || men === undefined ? [] : [{ ...row, women, men }];
  });

/** The columns of a sheet of ranks. */
export const SERVICE_COLUMNS = ["component", "grade", "women", "men"] as const;

/** What is wrong with a sheet: the line from 1 with the header, and its column. */
export interface ServiceSheetProblem {
  readonly row: number;
  readonly column: (typeof SERVICE_COLUMNS)[number] | "twice";
}

const WHOLE = /^\d{1,7}$/;
const isCount = (cell: string) => WHOLE.test(cell) && Number(cell) <= MOST_OF_GRADE;
/** How a grade is known, whatever the case in which it is typed. */
const typed = (word: string) => word.toLowerCase();

/**
 * Reads a sheet of ranks, its header first; null where that has not the four columns. A row without women and men is not
 * reported. With a problem nothing of it is taken.
 */
export function readServiceSheet(
  rows: readonly (readonly string[])[],
): { readonly ranks: readonly RankCount[]; readonly problems: readonly ServiceSheetProblem[] } | null {
  const [header = [], ...body] = rows;
  const names = header.map((name) => name.toLowerCase());
  const at = SERVICE_COLUMNS.map((column) => names.indexOf(column));
  if (at.some((place) => place < 0)) return null;
  const ranks: RankCount[] = [];
  const problems: ServiceSheetProblem[] = [];
  for (const [index, row] of body.entries()) {
    const [component = "", grade = "", women = "", men = ""] = at.map((place) => row[place] ?? "");
    if (women === "" && men === "") continue;
    const known = GRADE_ROWS.find(
      (one) => typed(one.component) === typed(component) && typed(one.grade) === typed(grade),
    );
    const bad = known
      ? (
          [
            ["women", women],
            ["men", men],
          ] as const
        ).flatMap(([column, cell]) => (isCount(cell) ? [] : [column]))
      : ["grade" as const];
    const twice = ranks.some((one) => one.component === known?.component && one.grade === known.grade);
    problems.push(...(twice ? ["twice" as const] : bad).map((column) => ({ row: index + 2, column })));
    if (known && bad.length === 0 && !twice) ranks.push({ ...known, women: Number(women), men: Number(men) });
  }
  return { ranks, problems };
}

/** Women and men of one component, over the grades that were reported. */
export function componentTotal(ranks: readonly RankCount[], component: ServiceComponent) {
  const own = ranks.filter((one) => one.component === component);
  return {
    women: own.reduce((sum, { women }) => sum + women, 0),
    men: own.reduce((sum, { men }) => sum + men, 0),
  };
}
