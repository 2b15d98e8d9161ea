import { randomBytes, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type pg from "pg";
import { afterEach, beforeEach } from "vitest";
import { onDatabase } from "#app/platform/open-database.mjs";

const FOLDER = "prisma/migrations";
const MIGRATIONS = readdirSync(FOLDER)
  .filter((name) => /^\d{14}_/.test(name))
  .toSorted();

const cluster = process.env.CADRE_TEST_CLUSTER ?? "";
const name = `worker_migrated_${randomBytes(4).toString("hex")}`;
const onServer = (statement: string) =>
  onDatabase(`${cluster}postgres`, (admin: pg.Client) => admin.query(statement));

/** An empty database of its own for each test of the file. */
export function eachOnEmptyDatabase() {
  beforeEach(() => onServer(`create database ${name}`));
  afterEach(() => onServer(`drop database ${name} with (force)`));
}

/** Runs the migrations up to one, not itself; then `before`; then those from it on, and answers what `after` asks. */
export async function around(
  migration: string,
  before: (client: pg.Client) => Promise<void>,
  after: string,
): Promise<readonly Record<string, unknown>[]> {
  const first = MIGRATIONS.findIndex((one) => one.endsWith(migration));
  return onDatabase(cluster + name, async (client: pg.Client) => {
    const run = async (names: readonly string[]) => {
      for (const one of names) await client.query(readFileSync(`${FOLDER}/${one}/migration.sql`, "utf8"));
    };
    await run(MIGRATIONS.slice(0, first));
    await before(client);
    await run(MIGRATIONS.slice(first));
    return (await client.query(after)).rows;
  });
}

/** Rows that others refer to are left out: what is tried here is what becomes of the row itself. */
export const insert = async (client: pg.Client, table: string, row: Readonly<Record<string, unknown>>) => {
  const columns = Object.keys(row);
  await client.query("set session_replication_role = replica");
  await client.query(
    `insert into "${table}" (${columns.map((one) => `"${one}"`).join(", ")})
     values (${columns.map((_, n) => `$${n + 1}`).join(", ")})`,
    Object.values(row),
  );
  await client.query("set session_replication_role = origin");
  return row;
};

export const aPerson = (id = randomUUID()) => ({
  ...{ id, givenName: "Ama", familyName: "On File", email: `${id}@example.org`, gender: "woman" },
  ...{ nationalities: ["GH", "FR"], updatedAt: new Date() },
});
/** What later migrations ask of every nomination. */
export const TYPED = {
  ...{ statedGivenName: "Ama", statedFamilyName: "Typed", statedEmail: "ama@example.org" },
  ...{ statedGender: "woman", statedNationalities: ["GH"] },
};
export const aNomination = (personId: string, more: Readonly<Record<string, unknown>> = {}) => ({
  ...{ id: randomUUID(), callId: randomUUID(), vacancyId: randomUUID(), stateCode: "GH", personId },
  ...{ nominatedById: "officer", statement: "Sample.", certified: true, submissionKey: randomUUID() },
  ...more,
});
export const aDraft = (content: object) => ({
  ...{ id: randomUUID(), callId: randomUUID(), stateCode: "GH", createdById: "officer" },
  ...{ updatedById: "officer", content: JSON.stringify(content) },
});
export const aMentor = (personId: string) => ({
  ...{ id: randomUUID(), personId, pledgedByCode: "GH", capacity: 1, weeklyHours: 2, biography: "Sample." },
  ...{ availableFrom: "2026-01-01", availableTo: "2027-01-01", topics: [], mandateTypes: [] },
  updatedAt: new Date(),
});
export const anEvent = (id: string, kind: string, subjectType: string, subjectId: string, facts: object) => ({
  ...{ id, kind, subjectType, subjectId, canonical: JSON.stringify({ v: 1, kind, facts }) },
  ...{ leafHash: randomBytes(32).toString("hex"), at: new Date() },
});
export const aCandidacy = (id: string, state: string) => ({
  ...{ id, vacancyId: randomUUID(), personId: randomUUID(), nominationId: randomUUID(), state },
  updatedAt: new Date(),
});
export const aGate = (candidacyId: string, kind: string, more: Readonly<Record<string, unknown>> = {}) => ({
  ...{ id: randomUUID(), candidacyId, kind, dueOn: "2027-01-01" },
  ...more,
});
