import { expect, it } from "vitest";
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
