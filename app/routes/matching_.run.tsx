import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useRefusalWords } from "#app/access/form-words.tsx";
import { answerRefusal } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { runMatching } from "#app/mentoring/run-matching.server.ts";
import { paths } from "#app/paths.ts";
import { Alert } from "#app/ui/alert.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

/** Runs the matching; a run is an act, so its address shows the list when it is only looked at. */
export const loader = () => redirect(paths.matching());

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const result = await runMatching(actor);
  return result.ok ? redirect(paths.matchRun(result.value.runId)) : answerRefusal(result.refusal);
}

export default function RunMatching() {
  const reply = useActionData<typeof action>();
  const t = useT();
  const say = useRefusalWords();
  return (
    <>
      <PageHeader title={t("nav.matching")} />
      {reply && (
        <Alert
          tone="warn"
          title={say(reply.refusal)}
          actions={<LinkButton to={paths.matching()}>{t("nav.matching")}</LinkButton>}
        />
      )}
    </>
  );
}
