import { expect, it } from "vitest";
import { accountRules } from "#app/access/account-permissions.ts";
import { balanceRules } from "#app/access/balance-permissions.ts";
import { cadreRules } from "#app/access/cadre-permissions.ts";
import { mentoringRules } from "#app/access/mentoring-permissions.ts";
import { nominationRules } from "#app/access/nomination-permissions.ts";
import { panelRules } from "#app/access/panel-permissions.ts";
import { projectFiles } from "./project-files.ts";

/** Files that compare a role to show it, not to decide what somebody may do. */
const SHOWN: Readonly<Record<string, string>> = {
  "app/page-frame.tsx": "marks the role worn in the menu of roles",
  "app/routes/demo.tsx": "groups the demonstration's people by role",
  "app/selection/screening/screener.ts":
    "asks of which states somebody is a focal point in any of their roles: a conflict of interest",
};
/** A role compared, or looked for in a list of roles. */
const COMPARES = /\brole\s*[!=]==|\.includes\([^)]*\brole\)/;

const comparing = (files: ReturnType<typeof projectFiles>) =>
  files
    .filter(({ path }) => path.startsWith("app/") && !path.startsWith("app/access/"))
    .filter(({ text }) => COMPARES.test(text))
    .map(({ path }) => path);

it("are decided in access/ alone: no other file compares roles", () => {
  expect(comparing(projectFiles()).filter((path) => !(path in SHOWN))).toEqual([]);
});

it("sees a role compared elsewhere", () => {
  const text = 'permit(actor.role === "candidate");';
  expect(comparing([{ path: "app/routes/x.tsx", text }])).toEqual(["app/routes/x.tsx"]);
  expect(comparing([{ path: "app/access/can.ts", text }])).toEqual([]);
});

const actions = [nominationRules, panelRules, mentoringRules, cadreRules, balanceRules, accountRules].flatMap(
  (rules) => Object.keys(rules),
);

it("stand once each: no part of the work overrides a rule of another", () => {
  expect(actions.toSorted()).toEqual([...new Set(actions)].toSorted());
});

it("are all asked for: a rule that nobody asks protects nothing", () => {
  const asking = projectFiles().filter(
    ({ path }) => path.startsWith("app/") && !/^app\/access\/\w+-permissions\.ts$/.test(path),
  );
  expect(actions.filter((action) => !asking.some(({ text }) => text.includes(`"${action}"`)))).toEqual([]);
});
