import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { changeTarget } from "#app/gender/change-target.server.ts";
import { FigureSection } from "#app/gender/figure-section.tsx";
import { readTrendOf } from "#app/gender/follow-targets.server.ts";
import { measureTargets } from "#app/gender/measure-targets.server.ts";
import { readTarget } from "#app/gender/target.queries.server.ts";
import { targetChangeSchema } from "#app/gender/target.ts";
import { TargetChangeForm } from "#app/gender/target-form.tsx";
import { TargetMethod, TargetTable } from "#app/gender/target-table.tsx";
import { TargetVersions } from "#app/gender/target-versions.tsx";
import { formatter } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { Section } from "#app/ui/card.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

/** One target: where we are against it, and every wording it had. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "target.read"));
  const { target, versions } = orNotFound(await readTarget(readId(params.targetId)));
  const t = await translatorOf(request);
  const today = now().toISOString().slice(0, 10);
  const format = formatter(languageOf(request), actor.timeZone);
  return {
    trend: await readTrendOf({ t, format, today }, target),
    title: t("gender.target.title", { subject: t(`gender.subject.${target.subject}`), due: target.due }),
    maySet: can(actor, "target.set"),
    targets: await measureTargets([target], today, can(actor, "gender.readExact")),
    ...{ target, versions, today },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "target.set"));
  const targetId = readId(params.targetId);
  const form = await readForm(request, targetChangeSchema);
  if (!form.ok) return form.answer;
  const result = await changeTarget(actor, { targetId, change: form.value });
  return result.ok ? redirect(paths.target(targetId)) : form.refuse(result.refusal);
}

export default function Target() {
  const { title, maySet, target, targets, versions, trend, today } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useLanguage();
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbsLabel={t("gender.breadcrumbs")}
        breadcrumbs={[
          { to: paths.balance(), label: t("gender.balance.title") },
          { to: paths.targets(), label: t("gender.targets.title") },
        ]}
      />
      <TargetTable caption={title} targets={targets} today={today} linked={false} />
      <TargetMethod />
      {trend ? (
        <FigureSection
          id="trend"
          title={t("figure.people.trend")}
          figures={[trend]}
          none={t("figure.people.none")}
          asked={{ target: target.id }}
        />
      ) : (
        <p className="my-6 text-muted">{t("figure.noTrend")}</p>
      )}
      <Section title={t("gender.target.versions")}>
        <TargetVersions target={target} versions={versions} />
      </Section>
      {maySet && (
        <Section title={t("gender.target.change")}>
          <TargetChangeForm key={target.version} target={target} reply={reply} />
        </Section>
      )}
    </>
  );
}
