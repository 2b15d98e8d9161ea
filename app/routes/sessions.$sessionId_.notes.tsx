import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { isScreenShared } from "#app/access/screen-sharing.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { mayWriteSession } from "#app/mentoring/may-write.queries.server.ts";
import { keepNote } from "#app/mentoring/session/keep-note.server.ts";
import { NoteForm } from "#app/mentoring/session/note-form.tsx";
import { ScreenSharing } from "#app/mentoring/session/screen-sharing.tsx";
import { readSession } from "#app/mentoring/session/session.queries.server.ts";
import { SessionHeader } from "#app/mentoring/session/session-header.tsx";
import { noteSchema } from "#app/mentoring/session/session-note.ts";
import { readSessionWork } from "#app/mentoring/session/session-work.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { Section } from "#app/ui/card.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const sessionId = readId(params.sessionId);
  const session = orNotFound(await readSession(actor, sessionId));
  const work = orNotFound(await readSessionWork(actor, sessionId, { screenShared: isScreenShared(request) }));
  const t = await translatorOf(request);
  const { notes, screenShared } = work;
  return { title: t("mentoring.notes.title"), session, notes, screenShared };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const sessionId = readId(params.sessionId);
  permit(await mayWriteSession(actor, "note.write", sessionId));
  const form = await readForm(request, noteSchema);
  if (!form.ok) return answerOf(form.answer, String(form.typed.kind));
  const result = await keepNote(actor, { sessionId, note: form.value });
  if (result.ok) return redirect(paths.sessionNotes(sessionId));
  return answerOf(form.refuse(result.refusal), form.value.kind);
}

type Answer = Extract<Awaited<ReturnType<typeof readForm>>, { ok: false }>["answer"];

/** The reply with which of the three notes it is about; its status stays. */
const answerOf = (answer: Answer, kind: string) => data({ ...answer.data, kind }, answer.init ?? undefined);

export default function Notes() {
  const { title, session, notes, screenShared } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const shown = screenShared ? (["ours", "programme"] as const) : (["mine", "ours", "programme"] as const);
  return (
    <>
      <SessionHeader title={title} session={session} lead={t("mentoring.notes.lead")} />
      <ScreenSharing on={screenShared} />
      {notes.theirs && (
        <Section title={t("mentoring.notes.theirs")}>
          <p className="measure whitespace-pre-line">{notes.theirs.body}</p>
        </Section>
      )}
      {shown.map((kind) => {
        const note = notes[kind];
        const own = reply?.kind === kind ? reply : undefined;
        return <NoteForm key={`${kind}:${note?.version ?? 0}`} kind={kind} note={note} reply={own} />;
      })}
    </>
  );
}
