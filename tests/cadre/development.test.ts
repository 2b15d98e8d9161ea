import { describe, expect, it } from "vitest";
import { gapsNotice } from "#app/cadre/development.ts";

describe("what a member is told beside the feedback on what they might develop", () => {
  it("is that there is none, or the agreement that is missing before officers see it", () => {
    const [own, shared] = [{ shared: false }, { shared: true }];
    expect(gapsNotice([], true)).toBe("none");
    expect(gapsNotice([], null)).toBe("none");
    expect(gapsNotice([own], false)).toBe("notAgreed");
    expect(gapsNotice([shared], false)).toBe("notAgreed");
    expect(gapsNotice([own], true)).toBe("notShared");
    expect(gapsNotice([own, shared], true)).toBeNull();
    expect(gapsNotice([own], null)).toBeNull();
  });
});
