import { z } from "zod";
import { database } from "#app/platform/database.server.ts";
import { readAfresh } from "#app/platform/read-afresh.ts";
import { type CaseStore, countsOf, KeptCases, packCases } from "./case-store.ts";

const count = z.coerce.number().int().nonnegative();
const momentSchema = z.tuple([z.object({ next: count, changed: z.boolean() })]);
const changedSchema = z.array(
  z.object({
    next: count,
    vacancyId: z.string().nullable(),
    draft: z.boolean().nullable(),
    openedAt: z.number().nullable(),
    decidedAt: z.number().nullable(),
    roleKindCode: z.string().nullable(),
    level: z.string().nullable(),
    mission: z.string().nullable(),
    panel: z.string().nullable(),
    cases: z.string().nullable(),
  }),
);

interface Kept {
  readonly store: KeptCases;
  /** Changes by this transaction and later ones have not all been read. */
  since: number;
}

/** By the connection: another database has other cases. */
const readersOf = new WeakMap<ReturnType<typeof database>, () => Promise<CaseStore>>();

/**
 * Every case that counts, as it is now: kept in this process, and brought up to date by what has changed since it was last
 * asked for. Whoever asks gets what was read after they asked.
 */
export function readCases(): Promise<CaseStore> {
  const kept: Kept = { store: new KeptCases(), since: 0 };
  const read = readersOf.get(database()) ?? readAfresh(() => bringUpToDate(kept));
  readersOf.set(database(), read);
  return read();
}

async function bringUpToDate(kept: Kept): Promise<CaseStore> {
  const { store } = kept;
  if (kept.since > 0) {
    const [{ next, changed }] = momentSchema.parse(await askWhetherChanged(kept.since));
    if (!changed) {
      kept.since = next;
      return store;
    }
  }
  const changed = changedSchema.parse(await readChanged(kept.since));
  for (const { vacancyId, cases, draft, openedAt, decidedAt, ...post } of changed) {
    if (vacancyId === null) continue;
    const { roleKindCode, level, mission, panel } = post;
    const cells = packCases(cases ?? "", store);
    store.put(vacancyId, {
      ...{ draft: draft ?? true, openedAt, decidedAt },
      ...{ roleKindCode: roleKindCode ?? "", level: level ?? "", mission: mission ?? "", panel: panel ?? "" },
      ...{ cells, counts: countsOf(cells) },
    });
  }
  kept.since = changed[0]?.next ?? kept.since;
  return store;
}

/**
 * Whether something has changed by a transaction or later ones: mostly nothing has, and only to plan the whole question
 * takes the database longer than to answer this one. `next` as in `readChanged`.
 */
const askWhetherChanged = (since: number) => database().$queryRaw`
  SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS next,
    EXISTS (
      SELECT FROM "BalanceFact" f
      WHERE f."changedIn" >= ${String(since)}::bigint
        AND f."changedIn" < pg_snapshot_xmax(pg_current_snapshot())::text::bigint
    ) AS changed`;

/**
 * The vacancies of which something has changed by a transaction or later ones, each with its cases; one row without any
 * where nothing has. All of one moment: `next` is the first transaction that was still under way then. A row from before
 * this server's time (a copy from another) may name a transaction that is yet to come: it is not read again for that.
 */
const readChanged = (since: number) => database().$queryRaw`
  WITH moment AS MATERIALIZED (
    SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS next,
      pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS ends
  ), changed AS MATERIALIZED (
    SELECT DISTINCT f."vacancyId" FROM "BalanceFact" f
    WHERE f."changedIn" >= ${String(since)}::bigint AND (${since === 0} OR f."changedIn" < (SELECT ends FROM moment))
  )
  SELECT moment.next::text, v.*
  FROM moment LEFT JOIN (
    SELECT v."id"::text AS "vacancyId", v."state" = 'draft' AS "draft",
      (extract(epoch FROM k."opensAt") * 1000)::float8 AS "openedAt",
      (extract(epoch FROM d."decidedAt") * 1000)::float8 AS "decidedAt",
      p."roleKindCode", p."level", m."acronym" AS "mission",
      CASE WHEN l."id" IS NULL THEN '' ELSE v."reference" END AS "panel", rows.cases
    FROM changed
    JOIN "Vacancy" v ON v."id" = changed."vacancyId"
    JOIN "Post" p ON p."id" = v."postId"
    JOIN "Mission" m ON m."id" = p."missionId"
    LEFT JOIN "Call" k ON k."id" = v."callId"
    LEFT JOIN "Decision" d ON d."vacancyId" = v."id"
    LEFT JOIN "Panel" l ON l."vacancyId" = v."id"
    CROSS JOIN LATERAL (
      SELECT string_agg(concat_ws('|', f."gender", f."furthest", f."stateCode", f."service", f."rank", f."born"), '|')
        AS cases
      FROM "BalanceFact" f WHERE f."vacancyId" = v."id" AND f."counted"
    ) rows
  ) v ON true`;
