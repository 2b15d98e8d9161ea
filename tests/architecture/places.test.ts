import { describe, expect, it } from "vitest";
import { complaintAbout } from "./places.ts";
import { projectFiles } from "./project-files.ts";

const lines = (text: string) => text.split("\n").length - 1;

describe("every file", () => {
  it("stands where the design has a place for it, under a name that says what it is, and no page is overlong", () => {
    const complaints = projectFiles().map(({ path, text }) => complaintAbout(path, lines(text)));
    expect(complaints.filter(Boolean)).toEqual([]);
  });
});

describe("a file out of place is seen", () => {
  it.each([
    ["app/selection/utils.ts", 10],
    ["app/cadre/index.ts", 10],
    ["app/selection/panel.helpers.ts", 10],
    ["app/selection/Panel.tsx", 10],
    ["app/selection/panel.server.ts", 10],
    ["app/selection/panel.queries.ts", 10],
    ["app/statistics/icc.tsx", 10],
    ["app/statistics/icc.server.ts", 10],
    ["app/ui/table.server.ts", 10],
    ["app/payments/invoice.ts", 10],
    ["app/platform/start.mts", 10],
    ["app/routes/panels.ts", 10],
    ["app/routes/panels[1].tsx", 10],
    ["app/routes/panels.tsx", 151],
    ["emails/send.server.ts", 10],
    ["prisma/schema/notes.md", 10],
    ["tests/selection/panel.spec.ts", 10],
  ])("%s (%i lines)", (path, count) => {
    expect(complaintAbout(path, count)).toContain(path);
  });

  it.each([
    ["app/selection/sheet/score-sheet.ts", 400],
    ["app/selection/sheet/submit-score-sheet.server.ts", 10],
    ["app/selection/panel/panel.queries.server.ts", 10],
    ["app/routes/panels.$panelId_.sheets.$candidacyId.tsx", 150],
    ["app/routes/calls.$reference_.rubric[.]json.tsx", 10],
    ["app/routes/_index.tsx", 10],
    ["app/entry.server.tsx", 10],
    ["app/platform/start.command.mjs", 10],
    ["prisma/seed/load-reference.command.ts", 10],
    ["tests/selection/panel.db.test.ts", 10],
  ])("and one in place is let through: %s (%i lines)", (path, count) => {
    expect(complaintAbout(path, count)).toBeNull();
  });
});
