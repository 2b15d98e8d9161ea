import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useRefusalWords } from "#app/access/refusal-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { PairGoal, ShownWork } from "./pair-shown.ts";

/** On a pair's page: how it ended where it has, what is agreed, its goals and reviews, and what else can be done. */
export function PairWork({ work }: { readonly work: ShownWork }) {
  const { own, active, goals, extension } = work;
  return (
    <>
      <Ended work={work} />
      <HandedOver work={work} />
      <AgreementStanding work={work} />
      {goals.length > 0 && <Goals goals={goals} />}
      <Reviews work={work} />
      {own && (
        <Course id={work.id} active={active} mayExtend={extension.mayPropose || extension.waiting !== null} />
      )}
    </>
  );
}

interface WorkProps {
  readonly work: ShownWork;
}

function Ended({ work: { id, own, ended, another } }: WorkProps) {
  const { t, format } = useLanguage();
  const say = useRefusalWords();
  if (!ended) return null;
  return (
    <Alert title={t(`pair.ended.${ended.ending}`, { day: format.date(ended.on) })}>
      <p>{t(own ? "pair.ended.text" : "pair.ended.textOverseer")}</p>
      {another?.refusal && <p className="mt-2">{say(another.refusal)}</p>}
      {another && !another.refusal && (
        <Form method="post" action={paths.askForAnother(id)} className="mt-2">
          <p className="mb-2">{t("pair.another.text")}</p>
          <Button variant="secondary">{t("pair.another.submit")}</Button>
        </Form>
      )}
    </Alert>
  );
}

function HandedOver({ work: { id, handOver, handedOver } }: WorkProps) {
  const { t, format } = useLanguage();
  return (
    <>
      {handOver && (
        <Section
          title={t("pair.handOver.title")}
          lead={t(handOver.mayShare || handOver.shared ? "pair.handOver.lead" : "pair.handOver.leadMentor", {
            day: format.date(handOver.writtenAt),
          })}
        >
          <p className="measure whitespace-pre-line">{handOver.text}</p>
          {handOver.shared && <p className="mt-2 text-muted">{t("pair.handOver.shared")}</p>}
          {handOver.mayShare && (
            <Form method="post" action={paths.shareHandOver(id)} className="mt-3">
              <Button variant="secondary">{t("pair.handOver.share")}</Button>
            </Form>
          )}
        </Section>
      )}
      {handedOver.map(({ engagementId, text, writtenAt }) => (
        <Section
          key={engagementId}
          title={t("pair.handOver.fromBefore")}
          lead={t("pair.handOver.fromBeforeLead", { day: format.date(writtenAt) })}
        >
          <p className="measure whitespace-pre-line">{text}</p>
        </Section>
      ))}
    </>
  );
}

function AgreementStanding({ work: { id, own, active, agreement } }: WorkProps) {
  const { t, format } = useLanguage();
  const { signed, proposed } = agreement;
  const said: ReactNode[] = [];
  if (signed?.mentorSignedAt && signed.menteeSignedAt) {
    const [mentor, mentee] = [format.date(signed.mentorSignedAt), format.date(signed.menteeSignedAt)];
    said.push(t("pair.agreement.signedOn", { version: signed.version, mentor, mentee }));
  } else if (!own) said.push(t("pair.agreement.notSigned"));
  if (proposed) {
    const key = proposed.ownSigned ? "pair.agreement.waitsOther" : "pair.agreement.waitsOwn";
    said.push(t(key, { version: proposed.version }));
  }
  if (own && said.length === 0) said.push(t("pair.agreement.noneText"));
  const waits = active && (proposed ? !proposed.ownSigned : !signed);
  return (
    <Section
      title={t("pair.agreement.title")}
      actions={
        own && (
          <LinkButton to={paths.agreement(id)} variant={waits ? "primary" : "secondary"}>
            {t(signed || proposed ? "pair.agreement.open" : "pair.agreement.propose")}
          </LinkButton>
        )
      }
    >
      {said.map((line) => (
        <p key={String(line)} className="measure">
          {line}
        </p>
      ))}
    </Section>
  );
}

function Goals({ goals }: { readonly goals: readonly PairGoal[] }) {
  const { t } = useLanguage();
  const say = (mark: number | null) => (mark === null ? t("pair.mark.none") : t(`pair.mark.${markOf(mark)}`));
  const moments = (["start", "middle", "end"] as const).map((moment) => ({
    key: moment,
    header: t(`pair.moment.${moment}`),
    cell: ({ own, other }: PairGoal) =>
      own[moment] === null
        ? t("pair.mark.none")
        : t("pair.goals.marks", { own: say(own[moment]), other: say(other[moment]) }),
  }));
  return (
    <Section title={t("pair.goals.title")} lead={t("pair.goals.lead")}>
      <DataTable
        caption={t("pair.goals.title")}
        captionHidden
        rows={goals}
        rowKey={({ id }) => id}
        empty={null}
        columns={[
          { key: "goal", header: t("pair.goals.goal"), rowHeader: true, cell: ({ text }) => text },
          ...moments,
        ]}
      />
    </Section>
  );
}

const markOf = (mark: number) => ([1, 2, 3, 4, 5] as const).find((one) => one === mark) ?? "none";

function Reviews({ work: { id, own, reviews, ended } }: WorkProps) {
  const { t, format } = useLanguage();
  if (reviews.length === 0 || (ended && ended.ending !== "complete")) return null;
  return (
    <Section title={t("pair.reviews.title")} lead={t("pair.reviews.lead")}>
      <ul className="flex flex-col gap-1">
        {reviews.map(({ moment, dueOn, given, ownGiven, open }) => (
          <li key={moment} className="flex flex-wrap items-baseline gap-x-3">
            <span className="font-semibold">{t(`pair.review.${moment}`)}</span>
            <span>{t("pair.reviews.due", { day: format.date(dueOn) })}</span>
            <span className="text-muted">{t("pair.reviews.given", { given })}</span>
            {own && (open || ownGiven) && (
              <Link to={paths.review(id, moment)}>
                {t(ownGiven ? "pair.reviews.read" : "pair.reviews.open")}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface CourseProps {
  readonly id: string;
  readonly active: boolean;
  readonly mayExtend: boolean;
}

function Course({ id, active, mayExtend }: CourseProps) {
  const { t } = useLanguage();
  return (
    <Section title={t("pair.course.title")} lead={t("pair.course.lead")}>
      <div className="flex flex-wrap gap-3">
        {active && mayExtend && (
          <LinkButton to={paths.extendEngagement(id)}>{t("pair.course.extend")}</LinkButton>
        )}
        <LinkButton to={paths.raiseConcern(id)}>{t("pair.course.concern")}</LinkButton>
        {active && <LinkButton to={paths.endEngagement(id)}>{t("pair.course.end")}</LinkButton>}
      </div>
    </Section>
  );
}
