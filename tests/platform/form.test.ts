import { describe, expect, it } from "vitest";
import { postedVersion } from "#app/access/version.ts";
import { readFormData } from "#app/platform/form.server.ts";

const posted = (body: BodyInit, type?: string) =>
  new Request("http://localhost/x", {
    method: "POST",
    body,
    ...(type ? { headers: { "content-type": type } } : {}),
  });

describe("a posted form", () => {
  it("leaves out what no text has and no database takes", async () => {
    const form = await readFormData(posted("name=A%00da", "application/x-www-form-urlencoded"));
    expect(form.get("name")).toBe("Ada");
  });

  it.each([
    ["JSON", "{}", "application/json"],
    ["a broken upload", "--x\r\nnothing", "multipart/form-data; boundary=y"],
  ])("answers %s with 400", async (_, body, type) => {
    const answer = await readFormData(posted(body, type)).catch((thrown: unknown) => thrown);
    expect(answer).toBeInstanceOf(Response);
    expect(answer).toHaveProperty("status", 400);
  });

  it("takes no version that its column could not hold", () => {
    expect(postedVersion.safeParse("2147483647").success).toBe(true);
    expect(postedVersion.safeParse("2147483648").success).toBe(false);
    expect(postedVersion.safeParse("-1").success).toBe(false);
  });
});
