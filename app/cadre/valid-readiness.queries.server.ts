import { Prisma } from "#app/generated/prisma/client.ts";
import { today } from "#app/platform/clock.server.ts";
import { startOfDay } from "#app/platform/utc-day.ts";

/*
 * The one place where questions decide whose readiness counts and who is in post: every list, export and figure of the
 * cadre asks through these. What they say of a finding is what `levelOn` says of it in readiness.ts.
 */

/** Findings of readiness that hold on a day, today unless another is named. */
export const holdsOn = (day: string = today()) =>
  ({ expiresOn: { gte: startOfDay(day) } }) satisfies Prisma.ReadinessWhereInput;

/** People who are in post on a day: they leave the count by their term, and come back when it ends. */
export const inPostOn = (day: string = today()) =>
  ({
    appointments: { some: { startsOn: { lte: startOfDay(day) }, endsOn: { gte: startOfDay(day) } } },
  }) satisfies Prisma.PersonWhereInput;

/** The first of these in SQL, of the alias "r" of "Readiness". */
export const holdsSql = (day: string = today()) => Prisma.sql`r."expiresOn" >= ${day}::date`;

/** The second in SQL, of the alias "m" of "CadreMembership": not in post. */
export const notInPostSql = (day: string = today()) => Prisma.sql`NOT EXISTS (
  SELECT FROM "Appointment" a WHERE a."personId" = m."personId"
  AND a."startsOn" <= ${day}::date AND a."endsOn" >= ${day}::date)`;

/**
 * Members who count: active, not in post, and agreed to be compared with vacancies. Of the alias "m" of
 * "CadreMembership".
 */
export const countsSql = (day: string = today()) => Prisma.sql`m."state" = 'active' AND ${notInPostSql(day)}
  AND EXISTS (SELECT FROM "CadreConsent" c WHERE c."membershipId" = m."id" AND c."purpose" = 'vacancies' AND c."given")`;
