import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { CadreRubric } from "#app/selection/pool/cadre-rubric.tsx";
import { RequirementList } from "#app/selection/screening/requirement-list.tsx";
import { Words } from "#app/selection/words.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { readCallOutline, WholeCall } from "./call.queries.server.ts";
import type { CallPhase } from "./call.ts";
import { CallFacts } from "./call-facts.tsx";
import { CallNotices } from "./call-notices.tsx";
import { CallStatus } from "./call-status.tsx";
import { CallVacancy } from "./call-vacancy.tsx";

interface HeaderProps {
  readonly title: string;
  readonly reference: string;
  readonly kind: string;
  readonly actions?: React.ReactNode;
}

function CallHeader({ title, reference, kind, actions }: HeaderProps) {
  const { t } = useLanguage();
  return (
    <PageHeader
      title={title}
      eyebrow={reference}
      breadcrumbsLabel={t("selection.panel.breadcrumbs")}
      breadcrumbs={[{ to: paths.calls(), label: t("selection.call.list") }]}
      lead={kind === "global" && t("call.globalLead")}
      actions={actions}
    />
  );
}

interface OutlineProps {
  readonly title: string;
  readonly call: Awaited<ReturnType<typeof readCallOutline>>;
  readonly now: string;
}

/** What anybody may know of a call that is addressed to certain states. */
export function CallOutline({ title, call, now }: OutlineProps) {
  const { t } = useLanguage();
  return (
    <>
      <CallHeader title={title} reference={call.reference} kind={call.kind} />
      <CallStatus call={call} now={now} />
      <Section title={t("call.addressed")}>
        <EmptyState
          title={t("call.outlineTitle")}
          text={t("call.outlineText")}
          action={<LinkButton to={paths.calls()}>{t("selection.call.list")}</LinkButton>}
        />
      </Section>
    </>
  );
}

interface WholeProps {
  readonly title: string;
  readonly now: string;
  readonly call: Omit<WholeCall, "targetedStateCodes"> & { readonly toEvery: boolean };
  readonly states: Parameters<typeof CallFacts>[0]["states"];
  readonly mayNominate: boolean;
  readonly mayNominateOneself: boolean;
  readonly mayStateInterest: boolean;
  readonly mayImport: boolean;
  readonly mayManage: boolean;
  readonly oversees: boolean;
}

/** A whole call: where it stands, its terms, what changed since, and each vacancy with its rubric. */
export function WholeCallPage({ title, now, call, states, mayManage, oversees, ...may }: WholeProps) {
  const { t, format } = useLanguage();
  const { reference, vacancies, notices, description } = call;
  return (
    <>
      <CallHeader
        title={title}
        reference={reference}
        kind={call.kind}
        actions={
          <>
            {may.mayNominate && (
              <LinkButton variant="primary" to={paths.list(call.id)}>
                {t("nominating.list.open")}
              </LinkButton>
            )}
            {may.mayNominateOneself && (
              <LinkButton variant="primary" to={paths.nominateOneself(reference)}>
                {t("nominating.own.title")}
              </LinkButton>
            )}
            {may.mayStateInterest && (
              <LinkButton to={paths.myMembership()}>{t("cadre.interest.state")}</LinkButton>
            )}
            {may.mayImport && (
              <LinkButton to={paths.newImport(call.id)}>{t("nominating.import.title")}</LinkButton>
            )}
            {mayManage && <CallActions reference={reference} phase={call.phase} />}
            {oversees && call.kind === "global" && call.phase !== "draft" && (
              <LinkButton to={paths.poolReviews(reference)}>{t("nominating.pool.title")}</LinkButton>
            )}
            {call.phase !== "draft" && (
              <LinkButton to={paths.callNote(reference, format.locale)} reloadDocument>
                {t("call.note")}
              </LinkButton>
            )}
          </>
        }
      />
      <CallStatus call={call} now={now} />
      {notices.length > 0 && (
        <Section title={t("call.notices")} id="notices">
          <CallNotices notices={notices} timeZone={call.timeZone} />
        </Section>
      )}
      {description && (
        <Section title={t("call.about")}>
          <div className="measure">
            <Words words={description} />
          </div>
        </Section>
      )}
      <Section title={t("call.terms")}>
        <CallFacts call={call} states={states} />
      </Section>
      {call.kind === "global" && (
        <Section title={t("selection.requirement.title")} lead={t("call.roleKinds")}>
          <ul className="measure mb-5 list-disc ps-5">
            {call.roleKinds.map((kind) => (
              <li key={kind.code}>{nameIn(format.locale, kind)}</li>
            ))}
          </ul>
          <RequirementList requirements={call.requirements} />
        </Section>
      )}
      {call.kind === "global" && (
        <CadreRubric
          reference={reference}
          rubric={call.rubric}
          draft={call.phase === "draft"}
          mayManage={mayManage}
          oversees={oversees}
        />
      )}
      {vacancies.map((vacancy) => (
        <CallVacancy key={vacancy.id} vacancy={vacancy} seesPipeline={oversees} />
      ))}
    </>
  );
}

/** What the secretariat can do with a call where it stands. */
function CallActions({ reference, phase }: { readonly reference: string; readonly phase: CallPhase }) {
  const { t } = useLanguage();
  if (phase === "closed") return null;
  if (phase === "draft") {
    return (
      <>
        <LinkButton variant="primary" to={paths.publishCall(reference)}>
          {t("selection.publish.title")}
        </LinkButton>
        <LinkButton to={paths.editCall(reference)}>{t("call.edit")}</LinkButton>
        <LinkButton to={paths.discardCall(reference)}>{t("call.discard")}</LinkButton>
      </>
    );
  }
  return (
    <>
      <LinkButton variant={phase === "past" ? "primary" : "secondary"} to={paths.closeCall(reference)}>
        {t("selection.close.title")}
      </LinkButton>
      <LinkButton to={paths.extendCall(reference)}>{t("call.extend")}</LinkButton>
      <LinkButton to={paths.amendCall(reference)}>{t("call.amend")}</LinkButton>
    </>
  );
}
