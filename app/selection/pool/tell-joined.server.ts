import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import type { PairPerson } from "#app/selection/duplicate/duplicate-state.queries.server.ts";
import { readVacancyTitle } from "#app/selection/panel/panel-state.queries.server.ts";

interface Joined {
  readonly id: string;
  readonly vacancyId: string;
}

/** Tells who was nominated twice that one case goes on; neither who else nominated nor under which address. */
export async function tellJoined(tx: Transaction, person: PairPerson, { id, vacancyId }: Joined) {
  const { roleKind, mission } = await readVacancyTitle(tx, vacancyId);
  const locale = person.user?.locale ?? "en";
  await queueMail(tx, {
    kind: "casesJoined",
    to: person.email,
    locale,
    params: {
      name: `${person.givenName} ${person.familyName}`,
      post: nameIn(locale, roleKind),
      mission: mission.acronym,
      link: paths.myCase(id),
    },
    dedupeKey: `casesJoined:${id}`,
  });
}
