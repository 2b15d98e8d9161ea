import { Writable } from "node:stream";
import { pino } from "pino";
import { expect, it } from "vitest";
import { logOptions } from "#app/platform/log.server.ts";

it("tells what went wrong and where, and keeps addresses to itself", () => {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _, done) {
      lines.push(String(chunk));
      done();
    },
  });
  pino(logOptions, sink).error({ error: new RangeError("off the scale"), email: "ada@example.org" }, "fault");
  const [line = ""] = lines;
  expect(JSON.parse(line)).toMatchObject({
    msg: "fault",
    error: { type: "RangeError", message: "off the scale" },
  });
  expect(line).toContain("log.test.ts");
  expect(line).not.toContain("ada@example.org");
});
