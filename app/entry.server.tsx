import { randomBytes } from "node:crypto";
import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { loadMessages } from "./i18n/catalogues.ts";
import { LanguageProvider } from "./i18n/provider.tsx";
import { languageOf } from "./i18n/request-language.ts";
import { NonceProvider } from "./nonce.tsx";
import { isUnchanged, weakTag } from "./platform/conditional.ts";
import { isProduction } from "./platform/config.server.ts";
import { log } from "./platform/log.server.ts";
import { queriesSoFar } from "./platform/request-scope.server.ts";
import { RequestReferenceProvider } from "./request-reference.tsx";
import { FieldNamesProvider, namesOfPage } from "./ui/field-names.tsx";

export { startBackground } from "./platform/background.server.ts";
export { inRequestScope } from "./platform/request-scope.server.ts";

const STREAM_TIMEOUT_MS = 5_000;
export const streamTimeout = STREAM_TIMEOUT_MS;

/** Renders a page: language chosen from the request, a fresh nonce for the few scripts it may run. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
) {
  const language = languageOf(request);
  const messages = await loadMessages(language);
  const nonce = randomBytes(16).toString("base64");
  const timeZone = timeZoneOf(context);
  headers.set("content-type", "text/html; charset=utf-8");
  headers.set("content-language", language);
  headers.set("content-security-policy", policy(nonce));
  // How much work an answer took can tell what it left out: not for a real deployment's visitors.
  if (!isProduction()) headers.set("server-timing", `db;desc="${queriesSoFar()}"`);
  headers.append("vary", "accept-language, cookie");
  if (status === 200 && isKnown(request, headers, `${language}-${context.manifest.version}`))
    return new Response(null, { status: 304, headers });
  const page = (
    <RequestReferenceProvider value={request.headers.get("x-request-id")}>
      <NonceProvider value={nonce}>
        <LanguageProvider locale={language} timeZone={timeZone} messages={messages}>
          <FieldNamesProvider value={namesOfPage()}>
            <RemixServer context={context} url={request.url} nonce={nonce} />
          </FieldNamesProvider>
        </LanguageProvider>
      </NonceProvider>
    </RequestReferenceProvider>
  );
  return render(page, status, headers, nonce);
}

/**
 * Whether whoever asks has this very page already: a page that names what it shows by a tag is told apart by its language
 * and by the build that renders it too, and is not rendered for those who have it.
 */
function isKnown(request: Request, headers: Headers, rendering: string): boolean {
  const named = headers.get("etag");
  if (named === null) return false;
  const etag = weakTag(named.replaceAll(/^W\/"|"$/g, ""), rendering);
  headers.set("etag", etag);
  return isUnchanged(request.headers, { etag, lastModified: headers.get("last-modified") });
}

/**
 * Renders a page whole and sends it in one piece: no page of ours waits for a part of itself, and a page of two hundred
 * rows sent as React makes it, two kilobytes at a time, spends more on sending and compressing than on rendering.
 */
function render(page: React.ReactElement, status: number, headers: Headers, nonce: string) {
  return new Promise<Response>((resolve, reject) => {
    let failed = false;
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      // Nothing of a page comes later by a script, however long it is: a form's problems stand above it without one.
      progressiveChunkSize: Number.POSITIVE_INFINITY,
      onAllReady: () => {
        clearTimeout(impatience);
        buffer(pipe(new PassThrough())).then(
          (body) => resolve(new Response(body, { headers, status: failed ? 500 : status })),
          reject,
        );
      },
      onShellError: reject,
      onError: (error: unknown) => {
        failed = true;
        log.error({ error }, "a page could not be rendered");
      },
    });
    const impatience = setTimeout(abort, STREAM_TIMEOUT_MS + 1_000).unref();
  });
}

const policy = (nonce: string) =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'${import.meta.env.DEV ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' 'unsafe-inline'`,
    "img-src 'self' data:",
    "font-src 'self' data:",
    `connect-src 'self'${import.meta.env.DEV ? " ws:" : ""}`,
    "frame-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

/** The viewer's zone, which the root loader tells; UTC where it told nothing (an error page). */
function timeZoneOf(context: EntryContext): string {
  const root: unknown = context.staticHandlerContext.loaderData?.root;
  return typeof root === "object" && root && "timeZone" in root ? String(root.timeZone) : "UTC";
}

/**
 * A fault: logged with a reference number that the error page shows too. An address that leads nowhere, or a method
 * that a page does not take, is none.
 */
export function handleError(error: unknown, { request }: { request: Request }) {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  log.error(
    { error, path: new URL(request.url).pathname, request: request.headers.get("x-request-id") },
    "fault",
  );
}
