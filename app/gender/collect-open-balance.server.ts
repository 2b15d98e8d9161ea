import { sumPledges } from "#app/cadre/sum-pledges.server.ts";
import { loadMessages } from "#app/i18n/catalogues.ts";
import type { MessageKey } from "#app/i18n/message-keys.ts";
import { translator } from "#app/i18n/translate.ts";
import { paths } from "#app/paths.ts";
import { today } from "#app/platform/clock.server.ts";
import { config } from "#app/platform/config.server.ts";
import { keptAMinute } from "#app/platform/keep-a-minute.server.ts";
import { listOpenCalls } from "#app/selection/call/list-open-calls.server.ts";
import { countLeaders, readRoleKinds } from "./balance.queries.server.ts";
import { measureTargets } from "./measure-targets.server.ts";
import { openBalance } from "./open-balance-facts.ts";
import { publishBalance } from "./publish-balance.server.ts";
import { readTargets } from "./target.queries.server.ts";
import { targetsInView } from "./target.ts";

/** What regional groups are called, by their names in the reference data. */
export const REGION_NAMES = {
  "": "gender.region.none",
  African: "gender.region.African",
  "Asia-Pacific": "gender.region.AsiaPacific",
  "Eastern European": "gender.region.EasternEuropean",
  "Latin American and Caribbean": "gender.region.LatinAmericanandCaribbean",
  "Western European and Others": "gender.region.WesternEuropeanandOthers",
} as const satisfies Readonly<Record<string, MessageKey>>;

/**
 * What everybody may know of the balance, for the public page and for machines: collected once a minute however many ask,
 * with the figures as they are given to machines.
 */
export const collectOpenBalance = keptAMinute(collect);

async function collect() {
  const on = today();
  const [release, leaders, all, kinds, calls, pledges, names] = await Promise.all([
    publishBalance(),
    countLeaders(on),
    readTargets(),
    readRoleKinds(),
    listOpenCalls(),
    sumPledges(),
    namesInBoth(),
  ]);
  const inPost = { kinds, inPost: leaders };
  const targets = await measureTargets(targetsInView(all, on), on, false, inPost);
  const address = (path: string) => new URL(path, config().CADRE_URL).href;
  const facts = {
    ...{ on, leaders, kinds, release, targets, pledges, ...names },
    calls: {
      total: calls.total,
      listed: calls.listed.map((call) => ({ ...call, address: address(paths.call(call.reference)) })),
    },
    addresses: {
      schema: address(paths.openSchema()),
      documentation: address(paths.openData()),
    },
  };
  return { facts, data: openBalance(facts) };
}

/** What the whole and the regional groups are called, in both languages. */
async function namesInBoth() {
  const [en, fr] = await Promise.all(
    (["en", "fr"] as const).map(async (language) => translator(language, await loadMessages(language))),
  );
  const both = (key: MessageKey) => ({ en: en?.(key) ?? key, fr: fr?.(key) ?? key });
  return {
    whole: both("gender.column.total"),
    regionNames: Object.fromEntries(Object.entries(REGION_NAMES).map(([group, key]) => [group, both(key)])),
  };
}
