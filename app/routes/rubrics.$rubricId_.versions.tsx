import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { Pages } from "#app/i18n/pages.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { pageOf } from "#app/platform/paging.ts";
import { rubricChanges } from "#app/selection/rubric/rubric-changes.ts";
import { RubricComparison } from "#app/selection/rubric/rubric-comparison.tsx";
import { RubricHeader } from "#app/selection/rubric/rubric-header.tsx";
import {
  readRubricVersions,
  VERSIONS_PER_PAGE,
} from "#app/selection/rubric/rubric-versions.queries.server.ts";
import { RubricVersions, VersionChoice } from "#app/selection/rubric/rubric-versions.tsx";
import { Section } from "#app/ui/card.tsx";

const number = z.coerce.number().int().min(1).max(1_000_000).nullable().default(null).catch(null);
const asked = z.object({ before: number, after: number });

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "rubric.read"));
  const t = await translatorOf(request);
  const page = pageOf(request.url);
  const chosen = asked.parse(Object.fromEntries(new URL(request.url).searchParams));
  const rubricId = readId(params.rubricId);
  const found = orNotFound(await readRubricVersions(actor, { rubricId, page, ...chosen }));
  const { compared, ...rubric } = found;
  const [one, other] = compared.contents;
  return {
    title: t("rubric.versions"),
    ...rubric,
    ...{ before: compared.before, after: compared.after, page, perPage: VERSIONS_PER_PAGE },
    changes: one && other ? rubricChanges(one, other) : null,
  };
}

export default function RubricVersionsPage() {
  const { title, owner, latest, versions, before, after, changes, ...list } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  const { frozenAt } = list;
  return (
    <>
      <RubricHeader
        title={title}
        owner={owner}
        version={latest}
        lead={
          frozenAt
            ? t("rubric.frozenVersion", { version: latest, date: format.dateTime(frozenAt) })
            : t("rubric.versionsLead")
        }
      />
      {latest > 1 ? (
        <Section title={t("rubric.changesOf", { before, after })}>
          <VersionChoice key={`${before} ${after}`} latest={latest} before={before} after={after} />
          {changes ? (
            <RubricComparison changes={changes} before={before} after={after} />
          ) : (
            <p>{t("rubric.noSuchVersion")}</p>
          )}
        </Section>
      ) : (
        <p>{t("rubric.oneVersion")}</p>
      )}
      <Section title={t("rubric.versions")}>
        <RubricVersions versions={versions} />
        <Pages page={list.page} perPage={list.perPage} total={list.total} />
      </Section>
    </>
  );
}
