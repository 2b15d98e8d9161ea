import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { signatureSchema } from "#app/mentoring/engagement/agreement.ts";
import { AgreementText } from "#app/mentoring/engagement/agreement-text.tsx";
import { readAgreement } from "#app/mentoring/engagement/pair.queries.server.ts";
import { PairHeader } from "#app/mentoring/engagement/pair-header.tsx";
import { signAgreement } from "#app/mentoring/engagement/sign-agreement.server.ts";
import { SignForm } from "#app/mentoring/engagement/sign-form.tsx";
import { mayWritePair } from "#app/mentoring/may-write.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const all = orNotFound(await readAgreement(actor, readId(params.engagementId)));
  const t = await translatorOf(request);
  return { title: t("pair.agreement.title"), ...all };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const engagementId = readId(params.engagementId);
  permit(await mayWritePair(actor, "agreement.write", engagementId));
  const form = await readForm(request, signatureSchema);
  if (!form.ok) return form.answer;
  const result = await signAgreement(actor, { engagementId, ...form.value });
  return result.ok ? redirect(paths.agreement(engagementId)) : form.refuse(result.refusal);
}

export default function AgreementPage() {
  const { title, id, active, mentor, mentee, endsOn, proposed, signed, earlier } =
    useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const write = active && (
    <LinkButton to={paths.editAgreement(id)} variant={proposed || signed ? "secondary" : "primary"}>
      {t(writeWords(proposed !== null, signed !== null))}
    </LinkButton>
  );
  return (
    <>
      <PairHeader
        {...{ title, mentor, mentee }}
        engagementId={id}
        lead={t("pair.agreement.lead")}
        meta={t("pair.agreement.endsOn", { day: format.date(endsOn) })}
        actions={(proposed || signed) && write}
      />
      {!proposed && !signed && (
        <EmptyState
          title={t("pair.agreement.none")}
          text={t("pair.agreement.noneText")}
          action={write || <LinkButton to={paths.engagement(id)}>{t("pair.review.back")}</LinkButton>}
        />
      )}
      {proposed && (
        <Section
          title={t("pair.agreement.proposedTitle", { version: proposed.version })}
          lead={t("pair.agreement.proposedOn", { day: format.date(proposed.proposedAt) })}
        >
          {proposed.voidedAt && (
            <Alert tone="warn" title={t("pair.agreement.voided", { day: format.date(proposed.voidedAt) })}>
              {t("pair.agreement.voidedText")}
            </Alert>
          )}
          <AgreementText {...proposed} {...{ mentor, mentee }} />
          {proposed.ownSigned && (
            <p className="measure mt-3">{t("pair.agreement.waitsOther", { version: proposed.version })}</p>
          )}
          {signed && <p className="measure mt-3 text-muted">{t("pair.agreement.keepsForce")}</p>}
        </Section>
      )}
      {proposed && active && !proposed.ownSigned && (
        <SignForm
          key={proposed.revision}
          goals={proposed.agreement.goals}
          version={proposed.version}
          revision={proposed.revision}
          reply={reply}
        />
      )}
      {signed && (
        <Section title={t("pair.agreement.signedTitle", { version: signed.version })}>
          <AgreementText {...signed} {...{ mentor, mentee }} />
        </Section>
      )}
      {earlier.map((version) => (
        <Section key={version.version} title={t("pair.agreement.earlierTitle", { version: version.version })}>
          <AgreementText {...version} {...{ mentor, mentee }} />
        </Section>
      ))}
    </>
  );
}

const writeWords = (proposed: boolean, signed: boolean) => {
  if (proposed) return "pair.agreement.change";
  return signed ? "pair.agreement.newVersion" : "pair.agreement.propose";
};
