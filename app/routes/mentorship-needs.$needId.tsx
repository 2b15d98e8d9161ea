import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { mayStateNeed } from "#app/mentoring/may-write.queries.server.ts";
import { readNeed } from "#app/mentoring/need/need.queries.server.ts";
import { needSchema } from "#app/mentoring/need/need.ts";
import { NeedFindings } from "#app/mentoring/need/need-findings.tsx";
import { NeedForm } from "#app/mentoring/need/need-form.tsx";
import { NeedStanding } from "#app/mentoring/need/need-standing.tsx";
import { stateNeed } from "#app/mentoring/need/state-need.server.ts";
import { listLanguages } from "#app/mentoring/pool/mentor.queries.server.ts";
import { zoneChoices } from "#app/mentoring/session/session-form.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const needId = readId(params.needId);
  const [found, languages] = await Promise.all([readNeed(actor, needId), listLanguages()]);
  const need = orNotFound(found);
  const t = await translatorOf(request);
  return { title: t("mentoring.need.title"), need, languages, zones: zoneChoices(need.timeZone) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const needId = readId(params.needId);
  permit(await mayStateNeed(actor, needId));
  const form = await readForm(request, needSchema);
  if (!form.ok) return form.answer;
  const result = await stateNeed(actor, { needId, need: form.value });
  return result.ok ? redirect(paths.mentorshipNeed(needId)) : form.refuse(result.refusal);
}

export default function MentorshipNeed() {
  const { title, need, languages, zones } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const { post, openProposalId, state, dueOn } = need;
  const mayState = state !== "matched" && openProposalId === null;
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={`${nameIn(format.locale, post.roleKind)}, ${post.mission.acronym}`}
        lead={t("mentoring.need.lead")}
        meta={t("mentoring.need.due", { day: format.date(dueOn) })}
      />
      <NeedStanding need={need} />
      {need.wasJudged && state !== "declined" && <NeedFindings need={need} />}
      {(mayState || reply) && (
        <div className="mt-6">
          <NeedForm key={need.version} need={need} languages={languages} zones={zones} reply={reply} />
        </div>
      )}
    </>
  );
}
