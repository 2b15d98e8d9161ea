import { loadMessages } from "#app/i18n/catalogues.ts";
import { translator } from "#app/i18n/translate.ts";
import { paths } from "#app/paths.ts";
import { today } from "#app/platform/clock.server.ts";
import { config } from "#app/platform/config.server.ts";
import { database } from "#app/platform/database.server.ts";
import { keptAMinute } from "#app/platform/keep-a-minute.server.ts";
import { dayOf } from "#app/platform/utc-day.ts";
import type { OpenPledges } from "./open-pledges.ts";
import { openTo } from "./state-pledge.queries.server.ts";
import { isLate } from "./state-pledge.ts";

/** So many pledges one file takes. */
const MOST = 10_000;

/** The public register of pledges for machines: collected once a minute however many ask. */
export const collectOpenPledges = keptAMinute(collect);

async function collect(): Promise<OpenPledges> {
  const where = openTo(null);
  const [on, note] = [today(), await noteInBoth()];
  const [total, found] = await Promise.all([
    database().statePledge.count({ where }),
    database().statePledge.findMany({
      where,
      orderBy: [{ dueOn: "asc" }, { id: "asc" }],
      take: MOST,
      select: {
        ...{ id: true, kind: true, quantity: true, dueOn: true, level: true, readyDays: true, words: true },
        createdAt: true,
        state: { select: { code: true, nameEn: true, nameFr: true } },
      },
    }),
  ]);
  return {
    ...{ version: 1, on, note, total },
    pledges: found.map(({ id, state, readyDays, createdAt, ...pledge }) => {
      const dueOn = dayOf(pledge.dueOn);
      return {
        ...pledge,
        address: new URL(paths.statePledge(id), config().CADRE_URL).href,
        state: state.code,
        stateName: { en: state.nameEn, fr: state.nameFr },
        dueOn,
        pledgedOn: dayOf(createdAt),
        readyWithinDays: readyDays,
        late: isLate({ level: pledge.level, dueOn }, on),
      };
    }),
  };
}

async function noteInBoth() {
  const say = async (language: "en" | "fr") =>
    translator(language, await loadMessages(language))("pledge.openNote");
  return { en: await say("en"), fr: await say("fr") };
}
