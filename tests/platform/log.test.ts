import { expect, it } from "vitest";
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
