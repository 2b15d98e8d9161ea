import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { notFound } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { restMentor } from "#app/mentoring/pool/keep-mentor.server.ts";
import { versionSchema } from "#app/mentoring/pool/mentor-form.ts";
import { paths } from "#app/paths.ts";
import { readFormData } from "#app/platform/form.server.ts";

/** Rests. Where the profile has changed meanwhile, the page shows how it stands. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const order = versionSchema.safeParse(Object.fromEntries(await readFormData(request)));
  if (!order.success) throw notFound();
  const result = await restMentor(actor, order.data);
  if (!result.ok && result.refusal.code === "notFound") throw notFound();
  return redirect(paths.mentorProfile());
}

export const loader = () => redirect(paths.mentorProfile());
