import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { isTopic } from "#app/mentoring/pool/mentor.ts";
import { zoneOf } from "#app/mentoring/session/session.ts";
import { database } from "#app/platform/database.server.ts";
import { dayOf } from "#app/platform/utc-day.ts";

/** More mentors than the programme has. */
const MOST_MENTORS = 500;

/** A leader's own need of a mentor, how it stands, and what has come of it; null for everybody else. */
export async function readNeed(actor: Actor, needId: string) {
  const found = await database().mentorshipNeed.findUnique({
    where: { id: needId },
    select: {
      id: true,
      personId: true,
      state: true,
      topics: true,
      languages: { orderBy: { languageCode: "asc" }, select: { languageCode: true, level: true } },
      findingTopics: true,
      findingsAgreedAt: true,
      wishedMentorIds: true,
      avoidMentorIds: true,
      acceptsSameState: true,
      hoursFrom: true,
      hoursTo: true,
      person: {
        select: {
          timeZone: true,
          user: { select: { timeZone: true } },
          languages: { select: { languageCode: true, level: true } },
        },
      },
      dueOn: true,
      version: true,
      appointment: {
        select: {
          candidacyId: true,
          post: {
            select: {
              mission: { select: { acronym: true } },
              roleKind: { select: { nameEn: true, nameFr: true } },
            },
          },
        },
      },
      proposals: {
        where: { state: { in: ["proposed", "accepted"] } },
        orderBy: { createdAt: "desc" },
        take: 1,
        select: { id: true, state: true, engagement: { select: { id: true } } },
      },
    },
  });
  if (!found || !can(actor, "need.state", found)) return null;
  const { personId, appointment, proposals, languages, findingsAgreedAt, person, ...need } = found;
  const [live] = proposals;
  // What somebody speaks is on file; what they would use for this is theirs to choose, once they have said nothing yet.
  const spoken = languages.length > 0 ? languages : person.languages;
  return {
    ...need,
    topics: need.topics.filter(isTopic),
    findingTopics: need.findingTopics.filter(isTopic),
    findingsAgreedOn: findingsAgreedAt ? dayOf(findingsAgreedAt) : null,
    /** Whether a panel has judged the leader for this post. */
    wasJudged: appointment.candidacyId !== null,
    timeZone: zoneOf(person),
    languages: spoken.map(({ languageCode, level }) => ({ code: languageCode, level })),
    dueOn: dayOf(need.dueOn),
    post: appointment.post,
    openProposalId: live?.state === "proposed" ? live.id : null,
    engagementId: live?.engagement?.id ?? null,
    mentors: await listOtherMentors(personId),
  };
}

/** The mentors a leader may ask not to be paired with: all but themselves, by name. */
async function listOtherMentors(personId: string) {
  const mentors = await database().mentor.findMany({
    where: { personId: { not: personId } },
    orderBy: [{ person: { familyName: "asc" } }, { id: "asc" }],
    take: MOST_MENTORS,
    select: { id: true, person: { select: { givenName: true, familyName: true } } },
  });
  return mentors.map(({ id, person }) => ({ id, name: `${person.givenName} ${person.familyName}` }));
}

export type NeedPage = NonNullable<Awaited<ReturnType<typeof readNeed>>>;
