import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { currentWeights, listWeights } from "#app/mentoring/matching/match-settings.queries.server.ts";
import { weightsSchema } from "#app/mentoring/matching/match-settings.ts";
import { previewWeights } from "#app/mentoring/matching/preview-weights.server.ts";
import { setWeights } from "#app/mentoring/matching/set-weights.server.ts";
import { WeightsForm } from "#app/mentoring/matching/weights-form.tsx";
import { WeightsHistory } from "#app/mentoring/matching/weights-history.tsx";
import { WeightsPreview } from "#app/mentoring/matching/weights-preview.tsx";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { database } from "#app/platform/database.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { Section } from "#app/ui/card.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "match.run"));
  const t = await translatorOf(request);
  const [{ weights }, history] = await Promise.all([currentWeights(database()), listWeights()]);
  return { title: t("matching.weights.title"), weights, history };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "match.run"));
  const form = await readForm(request, weightsSchema);
  if (!form.ok) return form.answer;
  const { intent, reason, ...weights } = form.value;
  if (intent === "save") {
    const result = await setWeights(actor, { weights, reason });
    return result.ok ? redirect(paths.matchWeights()) : form.refuse(result.refusal);
  }
  const preview = await previewWeights(actor, weights);
  return preview.ok ? data({ preview: preview.value, weights, reason }) : form.refuse(preview.refusal);
}

export default function MatchWeights() {
  const { title, weights, history } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const tried = answer && "preview" in answer ? answer : null;
  const reply = answer && "lastResult" in answer ? answer : undefined;
  return (
    <>
      <PageHeader
        title={title}
        lead={t("matching.weights.lead")}
        breadcrumbsLabel={t("mentoring.breadcrumbs")}
        breadcrumbs={[{ to: paths.matching(), label: t("nav.matching") }]}
      />
      <WeightsForm
        key={history[0]?.id ?? "own"}
        weights={tried?.weights ?? weights}
        reason={tried?.reason ?? ""}
        reply={reply}
      />
      {tried && (
        <Section title={t("matching.weights.changes")} lead={t("matching.weights.changesLead")}>
          <WeightsPreview preview={tried.preview} />
        </Section>
      )}
      <Section title={t("matching.weights.history")}>
        <WeightsHistory history={history} />
      </Section>
    </>
  );
}
