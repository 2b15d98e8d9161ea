import { describe, expect, it } from "vitest";
import { accountOrderSchema, officialAccountSchema, rolesOf } from "#app/access/account-order.ts";

const order = { email: "Ama@Example.org", name: " Ama Mensah ", role: ["secretariat"] };
const roles = (changes: object) => rolesOf(accountOrderSchema.parse({ ...order, ...changes }));

describe("an order to open an account", () => {
  it("is read with the address in small letters and the name trimmed", () => {
    expect(accountOrderSchema.parse(order)).toMatchObject({ email: "ama@example.org", name: "Ama Mensah" });
  });

  it("binds the state to the focal point alone, and grants each role once", () => {
    expect(roles({ role: ["focalPoint", "mentor", "mentor"], state: "gh" })).toEqual([
      { role: "focalPoint", stateCode: "GH" },
      { role: "mentor", stateCode: null },
    ]);
    expect(roles({})).toEqual([{ role: "secretariat", stateCode: null }]);
  });

  it("is refused without an address, a name, a role that exists, or with a state that is no code", () => {
    const wrong = [{ email: "ama" }, { name: " " }, { role: [] }, { role: ["king"] }, { state: "Ghana" }];
    for (const changes of wrong) {
      expect(accountOrderSchema.safeParse({ ...order, ...changes }).success).toBe(false);
    }
  });

  it("from the secretariat's form gives no role that only a case gives", () => {
    const asked = (...role: string[]) => officialAccountSchema.safeParse({ ...order, role }).success;
    expect(asked("focalPoint", "panelMember", "auditor")).toBe(true);
    for (const role of ["candidate", "mentor", "mentee"]) expect(asked("panelMember", role)).toBe(false);
  });
});
