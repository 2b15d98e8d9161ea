import type { Transaction } from "#app/platform/database.server.ts";
import type { SheetKeeping } from "./sheet-history.ts";

/**
 * Keeps sheets as they stand now, in one statement for all of them. A draft saved without a change is not kept again;
 * what was submitted, withdrawn or restored always is.
 */
export async function keepSheetVersions(
  tx: Transaction,
  sheetIds: readonly string[],
  { how, at }: { readonly how: SheetKeeping; readonly at: Date },
) {
  const always = how !== "autosaved" && how !== "saved";
  await tx.$executeRaw`
    insert into "ScoreSheetVersion" ("sheetId", "version", "entries", "how", "keptAt")
    select s."id", s."version", n."entries", ${how}::"SheetKeeping", ${at}
    from "ScoreSheet" s
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object(
        'criterionId', e."criterionId", 'level', e."level", 'notObserved', e."notObserved",
        'evidence', e."evidence", 'confidence', e."confidence") order by e."criterionId"), '[]') as "entries"
      from "ScoreEntry" e where e."sheetId" = s."id") n
    where s."id" = any(${sheetIds}::uuid[])
      and (${always} or n."entries" is distinct from (
        select v."entries" from "ScoreSheetVersion" v where v."sheetId" = s."id"
        order by v."version" desc limit 1))`;
}
