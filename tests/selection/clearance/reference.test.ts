import { describe, expect, it } from "vitest";
import { refereeSchema } from "#app/selection/clearance/reference.ts";

const referee = (email: string) =>
  refereeSchema.safeParse({ name: "Rosa Contoh", email, relation: "Superior", locale: "en" });

describe("a referee's address", () => {
  it("is taken in small letters, without the blanks around it", () => {
    expect(referee("  Rosa@Example.ORG ").data?.email).toBe("rosa@example.org");
  });

  it("is refused beside its field where it is none, or longer than any address", () => {
    const long = `${"a".repeat(288)}@example.org`;
    expect(long).toHaveLength(300);
    for (const email of [long, "nobody", ""])
      expect(referee(email).error?.issues.map(({ path }) => path.join("."))).toEqual(["email"]);
  });
});
