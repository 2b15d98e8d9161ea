import { isUnchanged, type Validators, weakTag } from "./conditional.ts";
import type { Kept } from "./keep-a-minute.server.ts";

/** Seconds for which what is made once and never again may be kept. */
export const KEPT_FOR = 3_600;

interface Answer {
  readonly body: string | Buffer<ArrayBuffer>;
  readonly type: string;
  /** What tells this representation from others of the same value: a format, a language. */
  readonly of: string;
  /** Headers of the request that it hangs on. */
  readonly vary?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What an answer that everybody may keep says of itself and of how long it holds. */
export const openHeaders = ({ hash, since, freshFor }: Omit<Kept<unknown>, "value">, of: string) => ({
  ...validatorsOf({ hash, since }, of),
  "cache-control": `public, max-age=${freshFor}`,
});

const validatorsOf = ({ hash, since }: Pick<Kept<unknown>, "hash" | "since">, of: string) => ({
  etag: weakTag(hash.slice(0, 32), of),
  "last-modified": since.toUTCString(),
});

/**
 * Answers with what is everybody's: any site may read it by script, caches may keep it for what is left of its minute, and
 * who has it already is told so (304). No cookie is read or set.
 */
export function answerOpenly(request: Request, kept: Omit<Kept<unknown>, "value">, answer: Answer): Response {
  const { body, type, of, vary, headers: more } = answer;
  const headers = new Headers({
    ...openHeaders(kept, of),
    "access-control-allow-origin": "*",
    "cross-origin-resource-policy": "cross-origin",
    ...(vary ? { vary } : {}),
    ...more,
  });
  const validators: Validators = {
    etag: headers.get("etag") ?? "",
    lastModified: headers.get("last-modified"),
  };
  if (isUnchanged(request.headers, validators)) return new Response(null, { status: 304, headers });
  headers.set("content-type", type);
  return new Response(body, { headers });
}
