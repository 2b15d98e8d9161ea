import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { caseTitle } from "#app/selection/candidate/case-title.ts";
import { readLetter } from "#app/selection/decision/letter.queries.server.ts";
import { letterSchema } from "#app/selection/decision/letter.ts";
import { LetterForm } from "#app/selection/decision/letter-form.tsx";
import { keepLetter, sendLetter } from "#app/selection/decision/send-letter.server.ts";
import { nominatorName } from "#app/selection/nomination/nominator.ts";
import { Alert } from "#app/ui/alert.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const letter = orNotFound(await readLetter(actor, readId(params.letterId)));
  return { title: letter.subject, letter };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const letterId = readId(params.letterId);
  permit(can(actor, "letter.send"));
  const form = await readForm(request, letterSchema);
  if (!form.ok) return form.answer;
  const { intent, ...text } = form.value;
  const result = await (intent === "send" ? sendLetter : keepLetter)(actor, { letterId, ...text });
  return result.ok ? redirect(paths.letter(letterId)) : form.refuse(result.refusal);
}

export default function Letter() {
  const { title, letter } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const { state, sentAt, finding, feedback, audience, outcome } = letter;
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={`${letter.vacancy.reference} · ${caseTitle(format.locale, letter.vacancy)}`}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.letters(), label: t("nav.letters") }]}
      />
      <DefinitionList
        items={[
          {
            term: t("selection.panel.candidate"),
            detail: <Link to={paths.candidacy(letter.candidacyId)}>{letter.candidate}</Link>,
          },
          {
            term: t("letter.to"),
            detail:
              audience === "candidate"
                ? t("letter.audience.candidate")
                : nominatorName(t, format.locale, letter.nominatingState),
          },
          { term: t("letter.outcome"), detail: t(`letter.outcome.${outcome}`) },
          {
            term: t("letter.basis"),
            detail: <Link to={paths.decision(letter.vacancyId)}>{t("selection.decision.one")}</Link>,
          },
          ...(finding
            ? [
                {
                  term: t("letter.finding"),
                  detail: <p className="whitespace-pre-line">{finding}</p>,
                },
              ]
            : []),
          ...(feedback
            ? [
                {
                  term: t("feedback.one"),
                  detail: <Link to={paths.feedback(letter.candidacyId)}>{t(`feedback.${feedback}`)}</Link>,
                },
              ]
            : []),
        ]}
      />
      {letter.maySend ? (
        <LetterForm key={letter.version} letter={letter} reply={reply} />
      ) : (
        <>
          <Alert
            role="note"
            title={
              sentAt
                ? t("letter.sentOn", { date: format.date(sentAt) })
                : t(state === "superseded" ? "letter.state.superseded" : "letter.state.awaitingReview")
            }
          />
          <p lang={letter.locale} className="measure mt-4 whitespace-pre-line">
            {letter.body}
          </p>
        </>
      )}
    </>
  );
}
