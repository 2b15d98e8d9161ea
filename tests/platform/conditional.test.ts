import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isUnchanged, weakTag } from "#app/platform/conditional.ts";

const etag = weakTag("abc", "json");
const lastModified = "Sun, 29 Nov 2026 10:00:00 GMT";
const asks = (headers: Record<string, string>, own = { etag, lastModified }) =>
  isUnchanged(new Headers(headers), own);

describe("whether somebody has an answer already", () => {
  it("goes by any of their tags, weak or strong alike", () => {
    expect(asks({ "if-none-match": etag })).toBe(true);
    expect(asks({ "if-none-match": `"zzz", "abc-json"` })).toBe(true);
    expect(asks({ "if-none-match": "*" })).toBe(true);
    expect(asks({ "if-none-match": `W/"abc"` })).toBe(false);
    expect(asks({})).toBe(false);
  });

  it("goes by the date where no tag is named, and never against a tag", () => {
    expect(asks({ "if-modified-since": lastModified })).toBe(true);
    expect(asks({ "if-modified-since": "Sun, 29 Nov 2026 09:59:59 GMT" })).toBe(false);
    expect(asks({ "if-modified-since": "yesterday" })).toBe(false);
    expect(asks({ "if-none-match": `W/"old"`, "if-modified-since": lastModified })).toBe(false);
  });

  it("finds its own tag among others, and none where it is not", () => {
    const word = fc.stringMatching(/^[a-z0-9]{1,8}$/);
    fc.assert(
      fc.property(fc.array(word), word, (others, own) => {
        const named = others.map((one) => weakTag(one)).join(", ");
        const unchanged = asks({ "if-none-match": named }, { etag: weakTag(own), lastModified });
        expect(unchanged).toBe(others.includes(own));
      }),
    );
  });
});
