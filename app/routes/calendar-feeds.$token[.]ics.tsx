import { createHash } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { orNotFound } from "#app/access/read-id.server.ts";
import { readFeed } from "#app/mentoring/session/calendar-feed.queries.server.ts";

/** A calendar for whoever holds its address; programs that have this very text already are told so and sent nothing. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const calendar = orNotFound(await readFeed(params.token ?? ""));
  const etag = `"${createHash("sha256").update(calendar).digest("base64url").slice(0, 27)}"`;
  const headers = { etag, "cache-control": "private, no-cache", "x-robots-tag": "noindex" };
  const known = (request.headers.get("if-none-match") ?? "")
    .split(",")
    .map((tag) => tag.trim().replace(/^W\//, ""));
  if (known.includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(calendar, { headers: { ...headers, "content-type": "text/calendar; charset=utf-8" } });
}
