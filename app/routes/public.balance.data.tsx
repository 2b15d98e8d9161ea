import { data, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getActor } from "#app/access/session.server.ts";
import { collectOpenBalance } from "#app/gender/collect-open-balance.server.ts";
import { openFields } from "#app/gender/open-balance-schema.ts";
import { describeField } from "#app/gender/open-balance-words.ts";
import { OpenFieldTable, OpenTerms } from "#app/gender/open-data-terms.tsx";
import { loadMessages } from "#app/i18n/catalogues.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { openHeaders } from "#app/platform/answer-openly.server.ts";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;
export const handle = { scripts: false };
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

/** What the public data hold, field by field, what may be done with them, and how people in them are protected. */
export async function loader({ request }: LoaderFunctionArgs) {
  const [actor, t] = [await getActor(request), await translatorOf(request)];
  const describe = describeField(t, await loadMessages(languageOf(request)));
  const { value, ...kept } = await collectOpenBalance();
  const fields = openFields().map((field) => ({ ...field, words: describe(field.path) }));
  const { schema, version } = value.data;
  return data(
    { title: t("openData.about"), fields, schema, version },
    { headers: actor ? {} : openHeaders(kept, "data") },
  );
}

export default function OpenData() {
  const { title, fields, schema, version } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("openData.aboutLead")}
        meta={t("openData.version", { version })}
        breadcrumbs={[{ to: paths.openBalance(), label: t("openData.title") }]}
        breadcrumbsLabel={t("gender.breadcrumbs")}
      />
      <OpenTerms schema={schema} />
      <OpenFieldTable fields={fields} />
    </>
  );
}
