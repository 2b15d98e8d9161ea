// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Meter } from "#app/ui/meter.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Steps } from "#app/ui/steps.tsx";
import { type Column, DataTable } from "#app/ui/table.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import { all, expectWired, find, render, text, violations } from "./render.tsx";

interface Row {
  readonly id: string;
  readonly score: number;
}
const rows: readonly Row[] = [
  { id: "one", score: 4 },
  { id: "two", score: 3 },
];
const columns: readonly Column<Row>[] = [
  { key: "place", header: "Place", cell: (_, index) => index + 1 },
  {
    key: "id",
    header: "Who",
    rowHeader: true,
    cell: ({ id }) => id,
    sort: { to: "?by=id", direction: null },
  },
  {
    key: "score",
    header: "Score",
    align: "end",
    cell: ({ score }) => score,
    sort: { to: "?by=score", direction: "descending" },
  },
];
const none = <EmptyState title="None" action={<a href="/new">Make one</a>} />;
const table = (of: readonly Row[]) => (
  <DataTable
    caption="Scores"
    columns={columns}
    rows={of}
    rowKey={({ id }) => id}
    empty={none}
    stickyFirst
    note="n"
  />
);

const lists = {
  table: table(rows),
  pages: (
    <Pagination
      label="Pages"
      summary="1–2 of 9"
      previous={{ to: "?p=1", label: "Back" }}
      next={{ to: "?p=3", label: "On" }}
      pages={[
        { to: "?p=1", label: "1" },
        { to: "?p=2", label: "2", current: true },
      ]}
    />
  ),
  steps: (
    <Steps
      label="Road"
      steps={[
        { key: "a", label: "A", state: "done", stateLabel: "done", to: "/a", note: "3 March" },
        { key: "b", label: "B", state: "current", stateLabel: "now" },
        { key: "c", label: "C", state: "ahead", stateLabel: "ahead" },
      ]}
    />
  ),
  timeline: (
    <Timeline
      label="Events"
      items={[{ key: "1", dateTime: "2026-03-04", when: "4 March", title: "Begun", by: "X" }]}
    />
  ),
  tasks: (
    <TaskList
      label="Tasks"
      empty={none}
      tasks={[
        {
          key: "1",
          to: "/1",
          title: "Late",
          due: { dateTime: "2026-05-01", label: "1 May" },
          overdue: "overdue",
        },
        { key: "2", to: "/2", title: "Whenever", context: "Case" },
      ]}
    />
  ),
  meter: <Meter label="Sheets" value={3} max={5} valueLabel="3 of 5" />,
};

describe.each(Object.entries(lists))("%s", (_, list) => {
  test.each(["ltr", "rtl"] as const)("is wired and clean, %s", async (dir) => {
    const body = render(list, dir);
    expectWired(body);
    expect(await violations(body)).toEqual([]);
  });
});

describe("a table", () => {
  test("scopes its headers, names each row and sorts by links", () => {
    const body = render(table(rows));
    expect(
      all(body, "thead th").map((th) => [th.getAttribute("scope"), th.getAttribute("aria-sort")]),
    ).toEqual([
      ["col", null],
      ["col", "none"],
      ["col", "descending"],
    ]);
    expect(all(body, 'tbody th[scope="row"]').map(text)).toEqual(["one", "two"]);
    expect(all(body, "thead a").map((link) => link.getAttribute("href"))).toEqual([
      "/here?by=id",
      "/here?by=score",
    ]);
  });

  test("scrolls as a named group that the keyboard reaches", () => {
    const group = find(render(table(rows)), "[role=group]");
    expect(group.getAttribute("tabindex")).toBe("0");
    expect(text(find(document, `[id="${group.getAttribute("aria-labelledby")}"]`))).toBe("Scores");
  });

  test("without rows it is the next step", () => {
    const body = render(table([]));
    expect(body.querySelector("table")).toBeNull();
    expect(text(find(body, "a"))).toBe("Make one");
  });
});

describe("what else tells without colour", () => {
  test("the road says where it stands", () => {
    const body = render(lists.steps);
    expect(text(find(body, '[aria-current="step"]'))).toContain("now");
    expect(all(body, "li")).toHaveLength(3);
  });

  test("an overdue task says so and carries its day", () => {
    const [late, whenever] = all(render(lists.tasks), "li");
    expect(late && text(late)).toBe("Late!overdue1 May");
    expect(late?.querySelector("time")?.getAttribute("datetime")).toBe("2026-05-01");
    expect(whenever?.querySelector("time, [data-overdue]")).toBeNull();
  });

  test("a page stands among the others without a link to itself", () => {
    const body = render(lists.pages);
    expect(find(body, '[aria-current="page"]').tagName).toBe("SPAN");
    expect(all(body, "a[rel]").map((link) => link.getAttribute("rel"))).toEqual(["prev", "next"]);
  });

  test.each([
    [3, 5, "60%"],
    [9, 5, "100%"],
    [-1, 5, "0%"],
    [0, 0, "0%"],
  ])("%d of %d fills %s", (value, max, width) => {
    const body = render(<Meter label="m" value={value} max={max} valueLabel="" />);
    expect(all(body, "rect")[1]?.getAttribute("width")).toBe(width);
  });
});
