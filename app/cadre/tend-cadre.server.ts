import type { Prisma } from "#app/generated/prisma/client.ts";
import { paths } from "#app/paths.ts";
import { now, today } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { queueMail, queueMails } from "#app/platform/mail.server.ts";
import type { NewMail } from "#app/platform/mail-kinds.ts";
import { daysAfter, monthsAfter, startOfDay } from "#app/platform/utc-day.ts";
import { appendEvents } from "#app/record/append-event.server.ts";
import { readCadreSettings } from "./cadre-settings.queries.server.ts";
import { membershipTransitions } from "./lifecycle.ts";
import { CONFIRM_DAYS } from "./member-profile.ts";
import { RENEWAL_DAYS, reminderDue } from "./readiness.ts";
import { holdsOn } from "./valid-readiness.queries.server.ts";

const DAY_MS = 86_400_000;
/** So many members are seen to in one transaction; a sweep takes as many as it needs. */
const BATCH = 500;

/**
 * Looks after memberships as time passes: reminds of findings that end, asks for files to be confirmed, and lets lapse
 * what nothing holds any more. It may run at any time and as often as one likes: each thing is told once.
 */
export async function tendCadre(): Promise<void> {
  for (const step of [remindOfExpiry, askToConfirm]) {
    while ((await inTransaction(step, "ReadCommitted", "job")) === BATCH);
  }
  // Whether anything holds is what officers write who find somebody ready anew meanwhile.
  while ((await inTransaction(letLapse, "Serializable", "job")) === BATCH);
}

const ADDRESS = {
  select: { givenName: true, familyName: true, email: true, user: { select: { locale: true } } },
} as const;

interface Addressed {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly user: { readonly locale: string } | null;
}

const addressOf = ({ givenName, familyName, email, user }: Addressed) => ({
  to: email,
  locale: user?.locale ?? "en",
  name: `${givenName} ${familyName}`,
});

/** Tells members, and the secretariat once a day in one message, of findings that end in 90, 30 or 7 days. */
async function remindOfExpiry(tx: Transaction): Promise<number> {
  const day = today();
  const due = await tx.$queryRaw<readonly { id: string }[]>`
    SELECT r."id" FROM "Readiness" r JOIN "CadreMembership" m ON m."id" = r."membershipId"
    WHERE r."expiresOn" BETWEEN ${day}::date AND ${day}::date + ${RENEWAL_DAYS}::int
      AND m."state" IN ('active', 'paused')
      AND NOT EXISTS (SELECT FROM "ReadinessReminder" t WHERE t."readinessId" = r."id"
        AND t."expiresOn" = r."expiresOn" AND t."daysBefore" <= CASE
          WHEN r."expiresOn" - ${day}::date <= 7 THEN 7 WHEN r."expiresOn" - ${day}::date <= 30 THEN 30 ELSE 90 END)
    ORDER BY r."id" LIMIT ${BATCH} FOR UPDATE OF r SKIP LOCKED`;
  if (due.length === 0) return 0;
  const findings = await tx.readiness.findMany({
    where: { id: { in: due.map(({ id }) => id) } },
    select: {
      id: true,
      expiresOn: true,
      roleKind: { select: { nameEn: true, nameFr: true } },
      membership: { select: { person: ADDRESS } },
    },
  });
  const told = findings.flatMap((finding) => {
    const expiresOn = finding.expiresOn.toISOString().slice(0, 10);
    const daysBefore = reminderDue(expiresOn, day);
    return daysBefore === null ? [] : [{ ...finding, expiresOn, daysBefore }];
  });
  await tx.readinessReminder.createMany({
    data: told.map(({ id, expiresOn, daysBefore }) => ({
      ...{ readinessId: id, expiresOn: new Date(expiresOn), daysBefore, toldAt: now() },
    })),
    skipDuplicates: true,
  });
  const mails = told.map(({ id, expiresOn, daysBefore, roleKind, membership }): NewMail => {
    const { name, ...address } = addressOf(membership.person);
    const role = address.locale === "fr" ? roleKind.nameFr : roleKind.nameEn;
    return {
      kind: "readinessEnding",
      ...address,
      params: { name, role, expiresOn, link: paths.myMembership() },
      dedupeKey: `readinessEnding:${id}:${expiresOn}:${daysBefore}`,
    };
  });
  await queueMails(tx, mails);
  await tellSecretariat(tx, day);
  return due.length;
}

async function tellSecretariat(tx: Transaction, day: string) {
  const [officers, count] = await Promise.all([
    tx.roleGrant.findMany({
      where: { role: "secretariat", revokedAt: null },
      select: { user: { select: { id: true, name: true, email: true, locale: true } } },
    }),
    tx.readiness.count({
      where: {
        ...holdsOn(day),
        AND: { expiresOn: { lte: startOfDay(daysAfter(day, RENEWAL_DAYS)) } },
        membership: { state: { in: ["active", "paused"] } },
      },
    }),
  ]);
  for (const { user } of officers) {
    await queueMail(tx, {
      kind: "readinessEndingMany",
      ...{ to: user.email, locale: user.locale },
      params: { name: user.name, count, link: paths.cadre({ standing: "expiring" }) },
      dedupeKey: `readinessEndingMany:${day}:${user.id}`,
    });
  }
}

/** Asks members whose file was not confirmed for a year to look at it; once a year. */
async function askToConfirm(tx: Transaction): Promise<number> {
  const yearAgo = new Date(now().getTime() - CONFIRM_DAYS * DAY_MS);
  const before = (moment: Date) => ({ lt: moment });
  const members = await tx.cadreMembership.findMany({
    where: {
      state: "active",
      AND: [
        { OR: [{ confirmedAt: before(yearAgo) }, { confirmedAt: null, enteredAt: before(yearAgo) }] },
        { OR: [{ confirmAskedAt: null }, { confirmAskedAt: before(yearAgo) }] },
      ],
    },
    orderBy: { id: "asc" },
    take: BATCH,
    select: { id: true, person: ADDRESS },
  });
  if (members.length === 0) return 0;
  await tx.cadreMembership.updateMany({
    where: { id: { in: members.map(({ id }) => id) } },
    data: { confirmAskedAt: now() },
  });
  await queueMails(
    tx,
    members.map(({ id, person }): NewMail => {
      const { name, ...address } = addressOf(person);
      const params = { name, link: paths.myMembership() };
      return { kind: "membershipToConfirm", ...address, params, dedupeKey: `toConfirm:${id}:${today()}` };
    }),
  );
  return members.length;
}

/**
 * Who was in post on a day or since. They cannot be found ready anew while they serve, and come back to the count by
 * themselves when their term ends.
 */
const servedSince = (day: string) =>
  ({
    appointments: { some: { startsOn: { lte: new Date(today()) }, endsOn: { gte: new Date(day) } } },
  }) satisfies Prisma.PersonWhereInput;

/**
 * Ends what nothing holds any more: all findings expired, or no confirmation for as long as the settings allow. Nobody
 * lapses in post, nor in the ninety days after it, in which the secretariat may find them ready anew; and the time without
 * a word begins with the end of the term.
 */
async function letLapse(tx: Transaction): Promise<number> {
  const { lapseMonths } = await readCadreSettings(tx);
  const lastSeen = monthsAfter(today(), -lapseMonths);
  const unseen = new Date(lastSeen);
  const quiet = {
    OR: [{ confirmedAt: { lt: unseen } }, { confirmedAt: null, enteredAt: { lt: unseen } }],
    person: { NOT: servedSince(lastSeen) },
  };
  const expired = {
    readiness: { none: holdsOn() },
    person: { NOT: servedSince(daysAfter(today(), -RENEWAL_DAYS)) },
  };
  const members = await tx.cadreMembership.findMany({
    where: { state: { in: [...membershipTransitions.lapse.from] }, OR: [expired, quiet] },
    orderBy: { id: "asc" },
    take: BATCH,
    select: {
      ...{ id: true, version: true, person: ADDRESS },
      readiness: { where: holdsOn(), take: 1, select: { id: true } },
    },
  });
  if (members.length === 0) return 0;
  const ended = await tx.cadreMembership.updateManyAndReturn({
    where: { OR: members.map(({ id, version }) => ({ id, version })) },
    data: { state: membershipTransitions.lapse.to, lapsedAt: now(), version: { increment: 1 } },
    select: { id: true },
  });
  const lapsed = new Set(ended.map(({ id }) => id));
  const gone = members.filter(({ id }) => lapsed.has(id));
  await appendEvents(
    tx,
    null,
    gone.map(({ id, readiness }) => ({
      kind: "membership.lapsed" as const,
      subject: { type: "membership", id },
      facts: { because: readiness.length === 0 ? "nothingHolds" : "notConfirmed" },
    })),
  );
  await queueMails(
    tx,
    gone.map(({ id, person }): NewMail => {
      const { name, ...address } = addressOf(person);
      const params = { name, link: paths.myMembership() };
      return { kind: "membershipLapsed", ...address, params, dedupeKey: `lapsed:${id}:${today()}` };
    }),
  );
  return members.length;
}
