import { beforeAll, describe, expect, it } from "vitest";
import { linkToken, seal, unseal } from "#app/platform/cipher.server.ts";

beforeAll(() => {
  process.env.DATABASE_URL ??= "postgresql://nobody@localhost/none";
  process.env.CADRE_SECRET ??= "a secret for tests only, long enough to pass";
});

describe("a sealed text", () => {
  it("opens where it was sealed for, and nowhere else", () => {
    const text = "Asked two offices, réf. 4711 – 陳";
    const sealed = seal(text, "clearance:1");
    expect(sealed).not.toContain("4711");
    expect(unseal(sealed, "clearance:1")).toBe(text);
    expect(() => unseal(sealed, "clearance:2")).toThrow();
    expect(seal(text, "clearance:1")).not.toBe(sealed);
  });

  it("is a fault once a character of it was changed", () => {
    const bytes = Buffer.from(seal("clear", "x"), "base64url");
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(() => unseal(bytes.toString("base64url"), "x")).toThrow();
    expect(() => unseal("", "x")).toThrow();
  });
});

describe("the token of a link", () => {
  it("is the same for the same link, another for any other, and long enough not to be guessed", () => {
    expect(linkToken("reference:1:now")).toBe(linkToken("reference:1:now"));
    expect(linkToken("reference:1:now")).not.toBe(linkToken("reference:1:later"));
    expect(Buffer.from(linkToken("x"), "base64url")).toHaveLength(32);
  });
});
