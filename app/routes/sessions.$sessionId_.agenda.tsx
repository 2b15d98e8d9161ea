import { useForm } from "@conform-to/react";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { isScreenShared } from "#app/access/screen-sharing.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { mayWriteSession } from "#app/mentoring/may-write.queries.server.ts";
import { keepAgenda } from "#app/mentoring/session/keep-agenda.server.ts";
import { readSession } from "#app/mentoring/session/session.queries.server.ts";
import { guideOf, SESSION_GUIDES } from "#app/mentoring/session/session-guides.ts";
import { SessionHeader } from "#app/mentoring/session/session-header.tsx";
import { agendaSchema, MOST_NOTE } from "#app/mentoring/session/session-note.ts";
import { readSessionWork } from "#app/mentoring/session/session-work.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";

export const meta = pageTitle;

/** A guide that the address names stands in the form, under what was written there before. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const sessionId = readId(params.sessionId);
  const session = orNotFound(await readSession(actor, sessionId));
  const work = orNotFound(await readSessionWork(actor, sessionId, { screenShared: isScreenShared(request) }));
  const t = await translatorOf(request);
  const guide = guideOf(new URL(request.url).searchParams.get("guide"));
  const chosen = guide && [
    t(`guide.${guide}.title`),
    t(`guide.${guide}.purpose`),
    t(`guide.${guide}.questions`),
  ];
  return {
    title: t("mentoring.agenda.title"),
    session,
    version: work.agendaVersion,
    guide,
    agenda: [work.agenda, ...(chosen ?? [])].filter(Boolean).join("\n\n"),
    guides: SESSION_GUIDES.map((code) => ({
      ...{ code, title: t(`guide.${code}.title`), purpose: t(`guide.${code}.purpose`) },
    })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const sessionId = readId(params.sessionId);
  permit(await mayWriteSession(actor, "note.write", sessionId));
  const form = await readForm(request, agendaSchema);
  if (!form.ok) return form.answer;
  const result = await keepAgenda(actor, { sessionId, ...form.value });
  return result.ok ? redirect(paths.session(sessionId)) : form.refuse(result.refusal);
}

export default function Agenda() {
  const { title, session, version, agenda, guide, guides } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <SessionHeader title={title} session={session} lead={t("mentoring.agenda.lead")} />
      <AgendaForm key={guide} reply={reply} version={version} agenda={agenda} />
      <Section title={t("mentoring.agenda.guides")} lead={t("mentoring.agenda.guidesLead")}>
        <ul>
          {guides.map(({ code, title: name, purpose }) => (
            <li key={code} className="py-1.5">
              <Link to={`${paths.sessionAgenda(session.id)}?guide=${code}`}>{name}</Link>
              <p className="measure text-sm text-muted">{purpose}</p>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

interface AgendaFormProps {
  readonly reply: ReturnType<typeof useActionData<typeof action>>;
  readonly version: number;
  readonly agenda: string;
}

function AgendaForm({ reply, version, agenda }: AgendaFormProps) {
  const t = useT();
  const say = useFormWords(reply);
  const [form, fields] = useForm<{ agenda: string }>({
    id: "agenda",
    lastResult: reply?.lastResult,
    defaultValue: { agenda },
  });
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <input type="hidden" name="version" value={version} />
      <FormStack>
        <TextArea
          {...fieldProps(fields.agenda, say)}
          label={t("mentoring.agenda.title")}
          hint={t("mentoring.agenda.hint")}
          maxLength={MOST_NOTE}
          rows={10}
        />
      </FormStack>
      <FormActions>
        <Button>{t("mentoring.agenda.save")}</Button>
      </FormActions>
    </Form>
  );
}
