import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CLEARANCE_KINDS } from "#app/selection/clearance/clearance.ts";
import { DAYS_FOR_GATE, dueAfter, gateClock } from "#app/selection/clearance/clearance-clock.ts";
import { recordRefusal, renewRefusal } from "#app/selection/clearance/clearance-lifecycle.ts";
import { ownerFor } from "#app/selection/clearance/gate-owner.ts";

const gate = (changes: Partial<Parameters<typeof gateClock>[0]> = {}) => ({
  outcome: "pending" as const,
  requestedAt: new Date("2026-11-01T15:00:00Z"),
  dueOn: new Date("2026-11-22"),
  answeredAt: null,
  validUntil: null,
  ...changes,
});
const on = (day: string) => new Date(`${day}T09:00:00Z`);

describe("the clock of a gate", () => {
  it("counts days since it was asked for and stops with the answer", () => {
    expect(gateClock(gate(), on("2026-11-01")).days).toBe(0);
    expect(gateClock(gate(), on("2026-11-11")).days).toBe(10);
    const answered = gate({ outcome: "clear", answeredAt: on("2026-11-05"), validUntil: on("2027-11-05") });
    expect(gateClock(answered, on("2026-11-30"))).toMatchObject({ days: 4, running: false, overdue: false });
  });

  it("is overdue from the day after it was due, and never once answered", () => {
    expect(gateClock(gate(), on("2026-11-22")).overdue).toBe(false);
    expect(gateClock(gate(), on("2026-11-23")).overdue).toBe(true);
  });

  it("warns thirty days before a clear gate's last day", () => {
    const clear = gate({
      outcome: "clear",
      answeredAt: on("2026-11-05"),
      validUntil: new Date("2027-03-31"),
    });
    expect(gateClock(clear, on("2027-02-28")).expiring).toBe(false);
    expect(gateClock(clear, on("2027-03-01")).expiring).toBe(true);
    expect(gateClock(gate({ outcome: "notClear" }), on("2027-03-01")).expiring).toBe(false);
  });

  it("gives every kind of gate its days", () => {
    for (const kind of CLEARANCE_KINDS) {
      const due = dueAfter(kind, on("2026-11-01"));
      expect((due.getTime() - Date.parse("2026-11-01")) / 86_400_000).toBe(DAYS_FOR_GATE[kind]);
    }
  });
});

describe("who answers for the gates of a case", () => {
  it("is one of those who vet, always the same for a case, and nobody where nobody vets", () => {
    const officers = ["a", "b", "c"];
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(officers).toContain(ownerFor(id, officers));
        expect(ownerFor(id, officers)).toBe(ownerFor(id, officers));
      }),
    );
    expect(ownerFor("x", [])).toBeNull();
    const drawn = Array.from({ length: 300 }, (_, n) => ownerFor(String(n), officers));
    for (const officer of officers) expect(drawn.filter((one) => one === officer).length).toBeGreaterThan(60);
  });
});

describe("recording and asking again", () => {
  const facts = {
    ...{ kind: "medical" as const, outcome: "clear" as const, receivedOn: null, validUntil: "2027-01-01" },
    ...{ requestedOn: "2026-11-10", today: "2026-11-25", references: 0 },
  };

  it("takes no past last day, no answer from the future, and two references at least", () => {
    expect(recordRefusal(facts)).toBeNull();
    expect(recordRefusal({ ...facts, validUntil: "2026-11-25" })?.code).toBe("clearanceDatePast");
    expect(recordRefusal({ ...facts, receivedOn: "2026-11-26" })?.code).toBe("receivedInFuture");
    expect(recordRefusal({ ...facts, receivedOn: "2026-11-10" })).toBeNull();
    const before = recordRefusal({ ...facts, receivedOn: "2026-11-09" });
    expect([before?.code, before?.field]).toEqual(["receivedBeforeAsked", "receivedOn"]);
    expect(recordRefusal({ ...facts, validUntil: "2036-11-25" })).toBeNull();
    for (const validUntil of ["2036-11-26", "9999-12-31"]) {
      const far = recordRefusal({ ...facts, validUntil });
      expect([far?.code, far?.field]).toEqual(["clearanceDateFar", "validUntil"]);
    }
    const references = { ...facts, kind: "references" as const };
    expect(recordRefusal({ ...references, references: 1 })?.code).toBe("referencesOutstanding");
    expect(recordRefusal({ ...references, references: 2 })).toBeNull();
    expect(recordRefusal({ ...references, outcome: "notClear", validUntil: null })).toBeNull();
  });

  it("asks again for what is refused, expired or about to, and for nothing else", () => {
    const code = (changes: Parameters<typeof gate>[0], day = "2026-12-01") =>
      renewRefusal(gate(changes), on(day))?.code ?? null;
    expect(code({})).toBe("gateAlreadyAsked");
    const answeredAt = on("2026-11-05");
    expect(code({ outcome: "notClear", answeredAt })).toBeNull();
    expect(code({ outcome: "clear", answeredAt, validUntil: new Date("2027-11-05") })).toBe("gateStillHolds");
    expect(code({ outcome: "clear", answeredAt, validUntil: new Date("2026-12-20") })).toBeNull();
    expect(code({ outcome: "clear", answeredAt, validUntil: new Date("2026-11-20") })).toBeNull();
  });
});
