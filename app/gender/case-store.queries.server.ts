import { z } from "zod";
import { database } from "#app/platform/database.server.ts";
import { keptRead, originSql } from "#app/platform/keep-read.server.ts";
import { type CaseStore, countsOf, KeptCases, packCases } from "./case-store.ts";

const count = z.coerce.number().int().nonnegative();
const momentSchema = z.tuple([z.object({ next: count, origin: z.string(), changed: z.boolean() })]);
const rowSchema = z.object({
  ...{ next: count, origin: z.string() },
  vacancyId: z.string().nullable(),
  draft: z.boolean().nullable(),
  openedAt: z.number().nullable(),
  decidedAt: z.number().nullable(),
  roleKindCode: z.string().nullable(),
  level: z.string().nullable(),
  mission: z.string().nullable(),
  panel: z.string().nullable(),
  cases: z.string().nullable(),
});
const changedSchema = z.tuple([rowSchema], rowSchema);

interface Kept {
  store: KeptCases;
  /** Changes by this transaction and later ones have not all been read; 0 before the first reading. */
  since: number;
  /** See `originSql`. */
  origin: string;
}

const nothingKept = (): Kept => ({ store: new KeptCases(), since: 0, origin: "" });

/** Every case that counts, as it is now. */
export const readCases = keptRead<CaseStore>(() => {
  const kept = nothingKept();
  return () => bringUpToDate(kept);
});

async function bringUpToDate(kept: Kept): Promise<CaseStore> {
  if (kept.since !== 0) {
    const [moment] = momentSchema.parse(await askWhetherChanged(kept.since));
    if (moment.origin === kept.origin && !moment.changed) {
      kept.since = moment.next;
      return kept.store;
    }
  }
  const changed = changedSchema.parse(await readChanged(kept.since));
  const [{ next, origin }] = changed;
  if (kept.since !== 0 && origin !== kept.origin) {
    Object.assign(kept, nothingKept());
    return bringUpToDate(kept);
  }
  const { store } = kept;
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
  Object.assign(kept, { since: next, origin });
  return store;
}

/**
 * Whether something has changed by a transaction or later ones: mostly nothing has, and only to plan the whole question
 * takes the database longer than to answer this one. `next` as in `readChanged`.
 */
const askWhetherChanged = (since: number) => database().$queryRaw`
  SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS next, ${originSql("BalanceFact")} AS origin,
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
  SELECT moment.next::text, ${originSql("BalanceFact")} AS origin, v.*
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
