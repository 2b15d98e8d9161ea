import { data } from "@remix-run/node";
import type { FormReply } from "#app/access/form-reply.ts";
import { database, type Reader } from "#app/platform/database.server.ts";
import { flagsIn } from "./identifying.ts";
import { typedLesson } from "./lesson-reply.ts";

const name = { select: { givenName: true, familyName: true } } as const;
const nameOf = ({ givenName, familyName }: { readonly givenName: string; readonly familyName: string }) =>
  `${givenName} ${familyName}`;

/** Everything that identifies by name: the two of the pair, whoever held a post, missions, states and where missions are. */
export async function loadKnownNames(reader: Reader, engagementId: string | null) {
  const pair =
    engagementId === null
      ? null
      : await reader.engagement.findUnique({
          where: { id: engagementId },
          select: { mentor: { select: { person: name } }, mentee: name },
        });
  const leaders = await reader.person.findMany({ where: { appointments: { some: {} } }, ...name });
  const missions = await reader.mission.findMany({
    select: { acronym: true, nameEn: true, nameFr: true, host: true, headquarters: true },
  });
  const states = await reader.state.findMany({ select: { nameEn: true, nameFr: true } });
  return {
    people: [...(pair ? [pair.mentor.person, pair.mentee] : []), ...leaders].map(nameOf),
    missions: missions.flatMap(({ acronym, nameEn, nameFr }) => [acronym, nameEn, nameFr]),
    places: [
      ...states.flatMap(({ nameEn, nameFr }) => [nameEn, nameFr]),
      ...missions.flatMap(({ host, headquarters }) => [
        ...headquarters.split("/"),
        ...(/^[A-Z]{2}( [A-Z]{2})*$/.test(host) ? [] : [host]),
      ]),
    ].filter((place) => place.trim().length > 2),
  };
}

type Answer = ReturnType<typeof data<FormReply>>;

/** The answer to a lesson's form that was not accepted, with what in it may identify and the reasons given so far. */
export async function flaggedReply(engagementId: string | null, payload: unknown, answer: Answer) {
  const { title, text, kept } = typedLesson(payload);
  const flags = flagsIn(`${title}\n${text}`, await loadKnownNames(database(), engagementId));
  return data({ ...answer.data, flags, reasons: kept }, answer.init ?? undefined);
}
