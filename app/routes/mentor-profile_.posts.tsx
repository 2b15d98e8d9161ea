import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { HeldPostForm, HeldPostTable } from "#app/mentoring/pool/held-posts.tsx";
import { addHeldPost, removeHeldPost } from "#app/mentoring/pool/keep-career.server.ts";
import { listPledgeChoices, readOwnMentor } from "#app/mentoring/pool/mentor.queries.server.ts";
import { heldPostSchema, removePostSchema } from "#app/mentoring/pool/mentor-form.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm, readFormData } from "#app/platform/form.server.ts";
import { Section } from "#app/ui/card.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const [found, choices] = await Promise.all([readOwnMentor(actor), listPledgeChoices()]);
  const { career } = orNotFound(found);
  const t = await translatorOf(request);
  return { title: t("mentoring.mentor.career"), career, ...choices };
}

/** Takes off the post that a row's button names, or adds the one that the form says. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "mentor.readOwn"));
  const remove = removePostSchema.safeParse(Object.fromEntries(await readFormData(request.clone())));
  if (remove.success) {
    await removeHeldPost(actor, remove.data);
    return redirect(paths.mentorPosts());
  }
  const form = await readForm(request, heldPostSchema);
  if (!form.ok) return form.answer;
  const result = await addHeldPost(actor, form.value);
  return result.ok ? redirect(paths.mentorPosts()) : form.refuse(result.refusal);
}

export default function MentorPosts() {
  const { title, career, roleKinds, missions } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("pool.posts.lead")}
        breadcrumbsLabel={t("mentoring.breadcrumbs")}
        breadcrumbs={[{ to: paths.mentorProfile(), label: t("mentoring.profile.title") }]}
      />
      <HeldPostTable posts={career} />
      <Section title={t("pool.posts.add")}>
        <HeldPostForm key={career.length} roleKinds={roleKinds} missions={missions} reply={reply} />
      </Section>
    </>
  );
}
