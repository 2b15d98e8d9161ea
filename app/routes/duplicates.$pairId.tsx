import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readPair } from "#app/selection/duplicate/duplicate.queries.server.ts";
import { LikenessReasons } from "#app/selection/duplicate/likeness-reasons.tsx";
import { PairComparison } from "#app/selection/duplicate/pair-comparison.tsx";
import { PairHeader } from "#app/selection/duplicate/pair-header.tsx";
import { Alert } from "#app/ui/alert.tsx";
import { LinkButton } from "#app/ui/button.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "duplicate.read"));
  const t = await translatorOf(request);
  const pair = orNotFound(await readPair(actor, readId(params.pairId)));
  return { title: t("selection.duplicate.title"), pair, mayDecide: can(actor, "duplicate.decide") };
}

export default function Pair() {
  const { title, pair, mayDecide } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  const { id, state, decided, first, second } = pair;
  const kept = pair.keptId === second.id ? second : first;
  return (
    <>
      <PairHeader
        pair={pair}
        title={title}
        actions={
          mayDecide &&
          (state === "suspected" ? (
            <>
              <LinkButton variant="primary" to={paths.mergePair(id)}>
                {t("selection.duplicate.merge")}
              </LinkButton>
              <LinkButton to={paths.tellPairApart(id)}>{t("selection.duplicate.different")}</LinkButton>
            </>
          ) : state === "merged" ? (
            <LinkButton to={paths.takePairApart(id)}>{t("selection.duplicate.takeApart")}</LinkButton>
          ) : (
            <LinkButton to={paths.comparePairAgain(id)}>{t("selection.duplicate.again")}</LinkButton>
          ))
        }
      />
      {decided && (
        <div className="mb-6">
          <Alert
            role="note"
            tone="info"
            title={
              state === "merged"
                ? t("selection.duplicate.mergedTitle", { name: `${kept.name} (${kept.email})` })
                : t("selection.duplicate.differentTitle")
            }
          >
            {t("selection.duplicate.decidedBy", { name: decided.by, date: format.date(decided.at) })}
            {pair.note && <span className="block">{pair.note}</span>}
          </Alert>
        </div>
      )}
      {!decided && pair.note && (
        <div className="mb-6">
          <Alert role="note" tone="info" title={t("selection.duplicate.againTitle")}>
            {pair.note}
          </Alert>
        </div>
      )}
      <div className="mb-6">
        <LikenessReasons reasons={pair.reasons} />
      </div>
      <PairComparison pair={pair} />
    </>
  );
}
