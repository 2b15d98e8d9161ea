import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { pinSchema } from "#app/selection/conflict/conflict-register.ts";
import { ConflictStateBadge } from "#app/selection/conflict/conflict-state.tsx";
import { readKnownConflict } from "#app/selection/conflict/known-conflict.queries.server.ts";
import { pinConflict } from "#app/selection/conflict/pin-conflict.server.ts";
import { PinForm } from "#app/selection/conflict/pin-form.tsx";
import { Section } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const conflict = orNotFound(await readKnownConflict(actor, readId(params.conflictId)));
  const t = await translatorOf(request);
  return { title: t("register.one"), conflict, mayPin: can(actor, "conflict.pin") };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "conflict.pin"));
  const conflictId = readId(params.conflictId);
  orNotFound(await readKnownConflict(actor, conflictId));
  const form = await readForm(request, pinSchema);
  if (!form.ok) return form.answer;
  const result = await pinConflict(actor, { conflictId, word: form.value });
  return result.ok ? redirect(paths.knownConflict(conflictId)) : form.refuse(result.refusal);
}

export default function KnownConflict() {
  const { title, conflict, mayPin } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const { member, person, source, standing, detail, foundAt, expiresOn, state, word } = conflict;
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={format.list([member, person])}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.conflictRegister(), label: t("register.title") }]}
        meta={<ConflictStateBadge state={state} />}
      />
      <DefinitionList
        items={[
          { term: t("register.member"), detail: member },
          { term: t("register.person"), detail: person },
          { term: t("register.sourceHeading"), detail: t(`selection.conflict.source.${source}`) },
          { term: t("register.standingHeading"), detail: t(`register.standing.${standing}`) },
          {
            term: t("register.detail"),
            detail: detail === null ? t("register.declaredWords") : detail || "–",
          },
          { term: t("register.foundAt"), detail: format.date(foundAt) },
          {
            term: t("register.expiresOn"),
            detail: expiresOn ? format.date(expiresOn) : t("register.forGood"),
          },
        ]}
      />
      <Section title={t("register.pinTitle")} lead={t("register.pinLead")}>
        {word && (
          <DefinitionList
            items={[
              {
                term: t("register.pinned", { name: word.by, date: format.date(word.at) }),
                detail: t(`register.pin.${conflict.pin}`),
              },
              { term: t("register.reason"), detail: word.reason },
            ]}
          />
        )}
        {mayPin && <PinForm key={conflict.version} conflict={conflict} reply={reply} />}
      </Section>
    </>
  );
}
