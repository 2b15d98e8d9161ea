import { now } from "#app/platform/clock.server.ts";
import { database, inTransaction } from "#app/platform/database.server.ts";
import { countDecided } from "./balance.queries.server.ts";
import { type BalanceRow, closedYear, type Period, reportingYear } from "./balance.ts";
import { balanceRowsSchema, releaseBalance } from "./balance-release.ts";

/** What the public is told of one closed year. */
export interface BalanceRelease extends Period {
  readonly rows: readonly BalanceRow[];
}

/** The public's figures of the last closed year. See `publishYear`. */
export const publishBalance = (): Promise<BalanceRelease> => publishYear(closedYear(today()));

/** Those of the year that a day belongs to; null while that year runs. */
export async function publishBalanceOf(day: string): Promise<BalanceRelease | null> {
  const period = reportingYear(day);
  return period.endsBefore <= today() ? publishYear(period) : null;
}

const today = () => now().toISOString().slice(0, 10);

/**
 * The public's figures of a closed year: made the first time anybody asks, kept, and never made again. A second
 * release of the same year could be subtracted from the first, wherever an entry had been put right in between.
 *
 * Everybody may ask. Of two that ask at once, one is kept. A year without a decision is not: nothing can be subtracted
 * from nothing, and earlier cases may still be entered.
 */
async function publishYear(period: Period): Promise<BalanceRelease> {
  const key = `balance:${period.startsOn}`;
  return { ...period, rows: (await readKept(key)) ?? (await makeOnce(key, period)) };
}

const making = new Map<string, Promise<readonly BalanceRow[]>>();

/** Protecting a year's counts may take seconds: all that ask in the meantime wait for the same run. */
function makeOnce(key: string, period: Period): Promise<readonly BalanceRow[]> {
  const made = making.get(key) ?? keep(key, period).finally(() => making.delete(key));
  making.set(key, made);
  return made;
}

async function readKept(key: string): Promise<readonly BalanceRow[] | null> {
  const setting = await database().appSetting.findUnique({ where: { key }, select: { value: true } });
  return setting && rowsFrom(setting.value);
}

const rowsFrom = (text: string) => balanceRowsSchema.parse(JSON.parse(text));

async function keep(key: string, period: Period): Promise<readonly BalanceRow[]> {
  const rows = releaseBalance(await countDecided(database(), period));
  if (rows.length === 0) return rows;
  return inTransaction(async (tx) => {
    await tx.appSetting.createMany({ data: [{ key, value: JSON.stringify(rows) }], skipDuplicates: true });
    const { value } = await tx.appSetting.findUniqueOrThrow({ where: { key }, select: { value: true } });
    return rowsFrom(value);
  });
}
