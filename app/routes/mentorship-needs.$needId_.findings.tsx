import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readId } from "#app/access/read-id.server.ts";
import { notFound } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { agreeFindings } from "#app/mentoring/need/agree-findings.server.ts";
import { findingsSchema } from "#app/mentoring/need/need.ts";
import { paths } from "#app/paths.ts";
import { readFormData } from "#app/platform/form.server.ts";

/** An act: its address shows the need when it is only looked at. */
export const loader = ({ params }: LoaderFunctionArgs) =>
  redirect(paths.mentorshipNeed(readId(params.needId)));

/** Agrees that topics are drawn from the panel's findings, or takes it back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const needId = readId(params.needId);
  const answer = findingsSchema.safeParse(Object.fromEntries(await readFormData(request)));
  if (!answer.success) throw notFound();
  const result = await agreeFindings(actor, { needId, agree: answer.data.agree === "yes" });
  if (!result.ok) throw notFound();
  return redirect(paths.mentorshipNeed(needId));
}
