import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { VACANCY_TITLE } from "#app/selection/panel/panel-state.queries.server.ts";
import { requestToken } from "#app/selection/screening/ask-candidate.server.ts";

const DAY = 86_400_000;

/** Reminds a candidate who has not answered, in the last days before it is due; once, however often it runs. */
export function remindCandidate(requestId: string): Promise<void> {
  return inTransaction(async (tx) => {
    const request = await tx.fileRequest.findUnique({
      where: { id: requestId },
      select: {
        id: true,
        askedAt: true,
        dueAt: true,
        answeredAt: true,
        candidacy: {
          select: {
            state: true,
            vacancy: { select: VACANCY_TITLE },
            person: {
              select: { givenName: true, familyName: true, email: true, user: { select: { locale: true } } },
            },
          },
        },
      },
    });
    if (!request || request.answeredAt !== null || request.dueAt <= now()) return;
    const { state, vacancy, person } = request.candidacy;
    if (state !== "consented") return;
    const locale = person.user?.locale ?? "en";
    await queueMail(tx, {
      kind: "candidateReminded",
      to: person.email,
      locale,
      params: {
        name: `${person.givenName} ${person.familyName}`,
        post: nameIn(locale, vacancy.post.roleKind),
        mission: vacancy.post.mission.acronym,
        link: paths.answer(requestToken(request)),
        dueOn: new Date(request.dueAt.getTime() - DAY).toISOString().slice(0, 10),
      },
      dedupeKey: `reminded:${requestId}`,
    });
  });
}
