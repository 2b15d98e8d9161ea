import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { database, inTransaction } from "#app/platform/database.server.ts";
import { insertRows } from "#app/platform/insert-rows.server.ts";

const AT = new Date("2026-03-04T05:06:07.089Z");

const person = (familyName: string, nationalities: string[]) => ({
  ...{
    id: randomUUID(),
    givenName: "Zoë “O’Hara” \\ 志明",
    familyName,
    email: `${randomUUID()}@example.org`,
  },
  ...{ gender: "woman" as const, nationalities, birthDate: new Date("1970-02-03"), updatedAt: AT },
});

const mail = (dedupeKey: string, params: Record<string, string>) => ({
  ...{ id: randomUUID(), kind: "invitation", toAddress: "a@example.org", locale: "en", dedupeKey, params },
  calendar: undefined,
});

it("keeps every kind of value as Prisma would: text, moments, days, lists, enums and JSON, defaults where none is named", async () => {
  const people = [person("A", ["FR", "SN"]), person("B", [])];
  const mails = [mail(randomUUID(), { name: "‘x’; drop table", link: "/" })];
  await inTransaction(async (tx) => {
    await insertRows(tx, "Person", people);
    await insertRows(tx, "OutgoingMail", mails);
    await insertRows(tx, "OutgoingMail", []);
  });
  const kept = await database().person.findMany({
    where: { id: { in: people.map(({ id }) => id) } },
    orderBy: { familyName: "asc" },
  });
  expect(kept).toMatchObject(people);
  expect(kept[0]?.timeZone).toBe("UTC");
  const sent = await database().outgoingMail.findUniqueOrThrow({ where: { id: mails[0]?.id } });
  expect(sent).toMatchObject({ params: mails[0]?.params, calendar: null, sentAt: null });
});

it("takes a row that is there already for a fault, unless it is told to leave it: then the others are kept", async () => {
  const [key, other] = [randomUUID(), randomUUID()];
  await inTransaction((tx) => insertRows(tx, "OutgoingMail", [mail(key, { n: "first" })]));
  const again = [mail(key, { n: "second" }), mail(other, { n: "new" })];
  await expect(inTransaction((tx) => insertRows(tx, "OutgoingMail", again))).rejects.toThrow();
  await inTransaction((tx) => insertRows(tx, "OutgoingMail", again, "left"));
  const kept = await database().outgoingMail.findMany({
    where: { dedupeKey: { in: [key, other] } },
    select: { dedupeKey: true, params: true },
  });
  expect(new Map(kept.map(({ dedupeKey, params }) => [dedupeKey, params]))).toEqual(
    new Map([
      [key, { n: "first" }],
      [other, { n: "new" }],
    ]),
  );
});
