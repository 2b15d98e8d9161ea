// @ts-check
/** What stands before every request, whatever it asks for. */
import { randomUUID } from "node:crypto";
import { cutForm, MOST_BYTES } from "./body-limit.mjs";

/** What pages and forms are asked with; nothing here answers another method. */
const METHODS = ["GET", "HEAD", "POST"];

/**
 * What holds for every answer: a number to find it by, headers that browsers obey, no form from another site, and of
 * no body more than a document kept.
 *
 * @type {import("express").RequestHandler}
 */
export function guard(request, response, next) {
  request.headers["x-request-id"] = randomUUID();
  response.set({
    "x-request-id": request.headers["x-request-id"],
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
  });
  if (request.secure) response.set("strict-transport-security", "max-age=31536000; includeSubDomains");
  if (!METHODS.includes(request.method)) {
    response
      .status(405)
      .set("allow", METHODS.join(", "))
      .type("text/plain")
      .send("Nothing answers this method.");
    return;
  }
  const writes = request.method !== "GET" && request.method !== "HEAD";
  const from = request.headers["sec-fetch-site"];
  if (writes && from && from !== "same-origin" && from !== "none") {
    response.status(403).type("text/plain").send("This form came from another site.");
    return;
  }
  if (/%00/.test(request.originalUrl)) leadTo(request, "/not-there");
  else if (writes && tooLarge(request) && !cutForm(request)) leadTo(request, "/too-large");
  next();
}

/**
 * Has nobody keep an answer to somebody signed in, whatever the answer itself asks: what they see is theirs.
 * Stands after the static files, which are everybody's.
 *
 * @type {import("express").RequestHandler}
 */
export function keepPrivate(request, response, next) {
  if (/(?:^|;\s*)(?:__Secure-)?cadre\.session_token=/.test(request.headers.cookie ?? "")) {
    const writeHead = response.writeHead.bind(response);
    response.writeHead = (/** @type {any[]} */ ...head) => {
      response.setHeader("cache-control", "private, no-store");
      return writeHead(.../** @type {Parameters<typeof writeHead>} */ (head));
    };
  }
  next();
}

/**
 * Whether a body is larger than any form of ours, or does not say how large it is.
 *
 * @param {import("express").Request} request
 */
const tooLarge = ({ headers }) =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > MOST_BYTES;

/**
 * Has another page answer in the place asked for, whose body is never read: as a page, or as data for a browser
 * that asked by script. An address with a NUL character is no page's: nothing is found at it.
 *
 * @param {import("express").Request} request
 * @param {"/not-there" | "/too-large"} page
 */
function leadTo(request, page) {
  const place = request.path.endsWith(".data") ? `${page}.data` : page;
  request.url = place;
  request.originalUrl = place;
}
