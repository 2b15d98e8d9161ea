import type { Actor } from "#app/access/actor.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { loadOwn } from "./keep-mentor.server.ts";
import type { HeldPost } from "./mentor-form.ts";

/** Posts a career on file takes: more than anybody has held. */
const MOST_POSTS = 40;

/** A mentor adds a post they held, with employer and dates; the matching reads kind of post and mission from it. */
export function addHeldPost(actor: Actor, post: HeldPost): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const mentor = await loadOwn(tx, actor);
    if (!mentor) return refuse("notFound");
    const { roleKindCode, missionId, ...facts } = post;
    const kinds = roleKindCode ? await tx.roleKind.count({ where: { code: roleKindCode } }) : 1;
    if (kinds !== 1) return refuse("roleKindUnknown", {}, "roleKindCode");
    const missions = missionId ? await tx.mission.count({ where: { id: missionId } }) : 1;
    if (missions !== 1) return refuse("missionUnknown", {}, "missionId");
    const { personId } = mentor;
    if ((await tx.careerPost.count({ where: { personId } })) >= MOST_POSTS) return refuse("postsTooMany");
    const { id: postId } = await tx.careerPost.create({
      data: { personId, ...facts, roleKindCode: roleKindCode ?? null, missionId: missionId ?? null },
      select: { id: true },
    });
    await appendEvent(tx, actor, {
      kind: "mentor.careerKept",
      subject: { type: "mentor", id: mentor.id },
      facts: { postId, added: true },
    });
    return ok();
  }, "Serializable");
}

/** A mentor takes a post off their career. */
export function removeHeldPost(
  actor: Actor,
  { postId }: { readonly postId: string },
): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const mentor = await loadOwn(tx, actor);
    if (!mentor) return refuse("notFound");
    const { personId } = mentor;
    const { count } = await tx.careerPost.deleteMany({ where: { id: postId, personId } });
    if (count !== 1) return refuse("notFound");
    await appendEvent(tx, actor, {
      kind: "mentor.careerKept",
      subject: { type: "mentor", id: mentor.id },
      facts: { postId, added: false },
    });
    return ok();
  }, "Serializable");
}
