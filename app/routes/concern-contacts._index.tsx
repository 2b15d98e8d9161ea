import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { listOfficers, readContacts } from "#app/mentoring/concern/concern.queries.server.ts";
import { contactSchema } from "#app/mentoring/concern/concern.ts";
import { ContactForm } from "#app/mentoring/concern/contact-form.tsx";
import { nameContact } from "#app/mentoring/concern/name-contact.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "concern.nameContact"));
  const t = await translatorOf(request);
  const [contacts, officers] = await Promise.all([readContacts(), listOfficers()]);
  return { title: t("pair.contacts.title"), contacts, officers };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "concern.nameContact"));
  const form = await readForm(request, contactSchema);
  if (!form.ok) return form.answer;
  const result = await nameContact(actor, form.value);
  return result.ok ? redirect(paths.concernContacts()) : form.refuse(result.refusal);
}

export default function ConcernContacts() {
  const { title, contacts, officers } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("pair.contacts.lead")}
        breadcrumbsLabel={t("mentoring.breadcrumbs")}
        breadcrumbs={[{ to: paths.concerns(), label: t("pair.concern.list") }]}
      />
      {contacts.map((contact) => (
        <ContactForm key={contact.kind} {...{ contact, officers, reply }} />
      ))}
    </>
  );
}
