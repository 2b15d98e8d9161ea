import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { Pages } from "#app/i18n/pages.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { liftPairOrder, orderPair } from "#app/mentoring/engagement/order-pair.server.ts";
import { PairOrderForm } from "#app/mentoring/engagement/pair-order-form.tsx";
import { PairOrderTable } from "#app/mentoring/engagement/pair-order-table.tsx";
import {
  listPairChoices,
  listPairOrders,
  ORDERS_PER_PAGE,
} from "#app/mentoring/matching/match-settings.queries.server.ts";
import { liftSchema, pairOrderSchema } from "#app/mentoring/matching/match-settings.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm, readFormData } from "#app/platform/form.server.ts";
import { pageOf } from "#app/platform/paging.ts";
import { Section } from "#app/ui/card.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "match.run"));
  const t = await translatorOf(request);
  const page = pageOf(request.url);
  const [choices, list] = await Promise.all([listPairChoices(), listPairOrders(page)]);
  return { title: t("matching.pairs.title"), ...choices, ...list, page, perPage: ORDERS_PER_PAGE };
}

/** Lifts the order a row's button names, or sets the pair that the form does. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "match.run"));
  const lift = liftSchema.safeParse(Object.fromEntries(await readFormData(request.clone())));
  if (lift.success) {
    await liftPairOrder(actor, lift.data.orderId);
    return redirect(paths.pairOrders());
  }
  const form = await readForm(request, pairOrderSchema);
  if (!form.ok) return form.answer;
  const result = await orderPair(actor, form.value);
  return result.ok ? redirect(paths.pairOrders()) : form.refuse(result.refusal);
}

export default function PairOrders() {
  const { title, needs, mentors, orders, total, page, perPage } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("matching.pairs.lead")}
        breadcrumbsLabel={t("mentoring.breadcrumbs")}
        breadcrumbs={[{ to: paths.matching(), label: t("nav.matching") }]}
      />
      <PairOrderForm key={orders[0]?.id ?? "first"} needs={needs} mentors={mentors} reply={reply} />
      <Section title={t("matching.pairs.list")}>
        <PairOrderTable orders={orders} />
        <Pages page={page} perPage={perPage} total={total} />
      </Section>
    </>
  );
}
