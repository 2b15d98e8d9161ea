import type { OpenBalance, OpenCount, OpenShare } from "./open-balance.ts";

/** The columns of the table: the same in every language; within version 1 they are only added to, at the end. */
export const OPEN_COLUMNS = [
  ...["table", "breakdown", "key", "name_en", "name_fr", "stage", "figure"],
  ...["value", "reason", "from", "to"],
  // Of a target, in each of its lines: one subject can have several that differ by nothing else.
  "due",
] as const;

/**
 * The public figures as one table of text, the head first: a figure a line. A figure that is withheld has an empty value
 * and a reason; one that is given has no reason.
 */
export function openSheet(data: OpenBalance): readonly (readonly string[])[] {
  return [[...OPEN_COLUMNS], ...leaderRows(data), ...yearRows(data), ...targetRows(data), ...otherRows(data)];
}

type Cells = readonly string[];
const plain = (value: number | null) => (value === null ? "" : String(value));
const figure = (name: string, { value, reason }: OpenCount | OpenShare) => [name, plain(value), reason ?? ""];

function leaderRows({ leaders: { on, lists, levels, posts } }: OpenBalance): readonly Cells[] {
  type Line = (typeof lists)[number] | (typeof levels)[number] | (typeof posts)[number];
  const rows = (head: Cells, { women, men, other, share }: Line) =>
    [
      ["women", plain(women), ""],
      ["men", plain(men), ""],
      ["other", plain(other), ""],
      figure("share", share),
    ].map((cells) => ["leaders", ...head, "", ...cells, on, on, ""]);
  return [
    ...lists.flatMap((line) => rows(["list", line.list, "", ""], line)),
    ...levels.flatMap((line) => rows(["level", line.level, line.level, line.level], line)),
    ...posts.flatMap((line) =>
      rows(["post", `${line.role} ${line.level}`, line.name.en, line.name.fr], line),
    ),
  ];
}

function yearRows({ year: { from, to, lines } }: OpenBalance): readonly Cells[] {
  return lines.flatMap(({ breakdown, key, name, stages }) =>
    stages.flatMap(({ stage, women, men, other, total, share }) =>
      [
        figure("women", women),
        figure("men", men),
        figure("other", other),
        figure("total", total),
        figure("share", share),
      ].map((cells) => ["year", breakdown, key, name.en, name.fr, stage, ...cells, from, to, ""]),
    ),
  );
}

function targetRows({ targets }: OpenBalance): readonly Cells[] {
  return targets.flatMap(({ subject, measure, counting, value, due, state, standing }) => {
    const row = (name: string, given: number | string | null, reason: string, from: string, to: string) => [
      ...["target", counting, subject, "", "", "", name],
      ...[given === null ? "" : String(given), reason, from, to, due],
    ];
    const held =
      standing.reason === null
        ? Object.entries({
            [`${measure}Now`]: standing.value,
            women: standing.women,
            men: standing.men,
            moreWomen: standing.moreWomen,
          }).map(([name, given]) => row(name, given, "", standing.from, standing.to))
        : [row(`${measure}Now`, null, standing.reason, "", "")];
    return [row(measure, value, "", "", due), ...held, row("state", state, "", "", due)];
  });
}

function otherRows({ calls, pledges }: OpenBalance): readonly Cells[] {
  return [
    ...calls.listed.map(({ reference, kind, title, closesAt }) => [
      ...["call", kind, reference, title.en, title.fr, ""],
      ...["closesAt", closesAt, "", "", closesAt.slice(0, 10), ""],
    ]),
    ...pledges.flatMap(
      ({ kind, states, pledges: { delivered: pledgesDelivered, ...levels }, promised, delivered }) =>
        Object.entries({ states, ...levels, pledgesDelivered, promised, delivered }).map(([name, value]) => [
          ...["pledge", "kind", kind, "", "", ""],
          ...[name, plain(value), "", "", "", ""],
        ]),
    ),
  ];
}
