import { z } from "zod";
import { database } from "#app/platform/database.server.ts";
import { keptRead, originSql } from "#app/platform/keep-read.server.ts";
import { type CaseStore, countsOf, KeptCases, packCases } from "./case-store.ts";

const moment = { seen: z.string().regex(/^\d+:\d+:[\d,]*$/), origin: z.string() };
const momentSchema = z.tuple([z.object({ ...moment, changed: z.boolean() })]);
const rowSchema = z.object({
  ...moment,
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
  /** Which transactions had ended when this was read, as PostgreSQL writes a snapshot; null before the first reading. */
  seen: string | null;
  /** See `originSql`. */
  origin: string;
}

const nothingKept = (): Kept => ({ store: new KeptCases(), seen: null, origin: "" });

/** Every case that counts, as it is now. */
export const readCases = keptRead<CaseStore>(() => {
  const kept = nothingKept();
  return () => bringUpToDate(kept);
});

async function bringUpToDate(kept: Kept): Promise<CaseStore> {
  if (kept.seen !== null) {
    const [{ seen, origin, changed }] = momentSchema.parse(await askWhetherChanged(kept.seen));
    if (origin === kept.origin && !changed) {
      kept.seen = seen;
      return kept.store;
    }
  }
  const changed = changedSchema.parse(await readChanged(kept.seen));
  const [{ seen, origin }] = changed;
  if (kept.seen !== null && origin !== kept.origin) {
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
  Object.assign(kept, { seen, origin });
  return store;
}

/** The first transaction that was still under way when a snapshot was taken: all before it had ended. */
const firstUnderWay = (seen: string) => seen.split(":")[0] ?? "0";

/**
 * Whether a transaction that had not ended at a snapshot has changed something: mostly none has, and only to plan the whole
 * question takes the database longer than to answer this one.
 */
const askWhetherChanged = (seen: string) => database().$queryRaw`
  SELECT pg_current_snapshot()::text AS seen, ${originSql("BalanceFact")} AS origin,
    EXISTS (
      SELECT FROM "BalanceFact" f
      WHERE f."changedIn" >= ${firstUnderWay(seen)}::bigint
        AND f."changedIn" < pg_snapshot_xmax(pg_current_snapshot())::text::bigint
        AND NOT pg_visible_in_snapshot(f."changedIn"::text::xid8, ${seen}::pg_snapshot)
    ) AS changed`;

/**
 * The vacancies of which a transaction has changed something that was under way at a snapshot, or a later one, each with its
 * cases; one row without any where none has. All of one moment, whose snapshot is `seen`. A row from before this server's
 * time (a copy from another) may name a transaction that is yet to come: it is not read again for that.
 */
const readChanged = (seen: string | null) => database().$queryRaw`
  WITH moment AS MATERIALIZED (
    SELECT pg_current_snapshot()::text AS seen, pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS ends
  ), changed AS MATERIALIZED (
    SELECT DISTINCT f."vacancyId" FROM "BalanceFact" f
    WHERE f."changedIn" >= ${firstUnderWay(seen ?? "0")}::bigint
      AND (${seen === null} OR f."changedIn" < (SELECT ends FROM moment))
  )
  SELECT moment.seen, ${originSql("BalanceFact")} AS origin, v.*
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
