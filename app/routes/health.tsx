import { database } from "#app/platform/database.server.ts";

/** For a load balancer: 200 when the database answers. */
export async function loader() {
  await database().$queryRaw`select 1`;
  return new Response("ok", { headers: { "content-type": "text/plain", "cache-control": "no-store" } });
}
