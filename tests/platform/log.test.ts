import { expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { makeLog } from "#app/platform/log.server.ts";

function logged(error: unknown) {
  const lines: string[] = [];
  const log = makeLog({ write: (line: string) => void lines.push(line) });
  log.level = "error";
  log.error({ error }, "fault");
  return { text: lines.join(""), error: JSON.parse(lines.join("")).error };
}

it("says what an error was, where it arose and what caused it", () => {
  const { error } = logged(new TypeError("No such panel.", { cause: new Error("The pool is closed.") }));
  expect(error).toMatchObject({
    type: "TypeError",
    message: "No such panel.",
    cause: { type: "Error", message: "The pool is closed." },
  });
  expect(error.stack[0]).toMatch(/^ {4}at .*log\.test\.ts/);
});

it("leaves out what an error carries of what somebody entered", () => {
  const fault = Object.assign(
    new Error(
      '\nInvalid `create()` invocation:\n{ data: { email: "ada@example.org" } }\n\nUnique constraint failed',
    ),
    { code: "P2002", meta: { email: "ada@example.org" } },
  );
  fault.name = "PrismaClientKnownRequestError";
  const { text, error } = logged(fault);
  expect(text).not.toContain("ada@example.org");
  expect(error).toMatchObject({ code: "P2002", message: "Unique constraint failed" });
  expect(logged("ada@example.org").error).toEqual({ type: "string" });
});

it("names no link by which somebody acts: not in a path, nor in what an error says", () => {
  const lines: string[] = [];
  const log = makeLog({ write: (line: string) => void lines.push(line) });
  const token = "Zm9v-YmFy_0123456789";
  const links = [
    ...[paths.invitation(token), paths.renewInvitation(token), paths.declineInvitation(token)],
    ...[paths.answer(token), paths.reference(token), paths.poolInvitation(token), paths.signInLink(token)],
    ...[`${paths.answer(token)}.data`, `https://cadre.example${paths.reference(token)}?_data=x`],
  ];
  for (const path of links) {
    log.error({ error: new Error(`No loader for "${path}"`, { cause: new Error(path) }), path }, path);
    log.warn({ path }, "a form from another site was refused");
  }
  expect(lines).toHaveLength(links.length * 2);
  expect(lines.join("")).not.toContain(token);
  for (const line of lines) expect(JSON.parse(line).path).toContain("[token]");
  expect(JSON.parse(lines[2] ?? "").path).toBe("/invitations/[token]/renew");
  log.error({ path: "/calendar-feeds/s3cret-Token_1.ics" }, "fault");
  expect(JSON.parse(lines.at(-1) ?? "").path).toBe("/calendar-feeds/[token].ics");
  log.error({ path: "/candidacies/0190/references" }, "fault");
  expect(JSON.parse(lines.at(-1) ?? "").path).toBe("/candidacies/0190/references");
});
