import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { inTransaction, isDuplicate } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import type { NewPost } from "./post.ts";

interface Order extends NewPost {
  readonly missionId: string;
}

/** Adds a leadership post to a mission, at a level at which posts of its kind are found. */
export async function addPost(actor: Actor, order: Order): Promise<Result<{ postId: string }>> {
  if (!can(actor, "vacancy.draft")) return refuse("notPermitted");
  const { missionId, roleKindCode, level } = order;
  try {
    return await inTransaction(async (tx) => {
      const mission = await tx.mission.findUnique({ where: { id: missionId }, select: { id: true } });
      if (!mission) return refuse("notFound");
      const roleKind = await tx.roleKind.findUnique({
        where: { code: roleKindCode },
        select: { levels: true },
      });
      if (!roleKind) return refuse("roleKindUnknown", {}, "roleKindCode");
      if (!roleKind.levels.includes(level)) {
        return refuse("levelNotOfRole", { levels: roleKind.levels.join(", ") }, "level");
      }
      const { id } = await tx.post.create({ data: { missionId, roleKindCode, level }, select: { id: true } });
      await appendEvent(tx, actor, {
        kind: "post.created",
        subject: { type: "post", id },
        facts: { missionId, roleKindCode, level },
      });
      return ok({ postId: id });
    });
  } catch (error) {
    if (isDuplicate(error)) return refuse("postThere", {}, "roleKindCode");
    throw error;
  }
}
