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
  if (writes && fromElsewhere(request)) turnAway(request);
  else if (/%00/.test(request.originalUrl)) leadTo(request, "/not-there");
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
 * Whether a form came from another site, by what the browser says of it: where it does not say so itself, the page
 * that the form stood in is of another host than ours. Remix asks the same of the origin, but takes it for a fault.
 *
 * @param {import("express").Request} request
 */
function fromElsewhere({ headers }) {
  const site = headers["sec-fetch-site"];
  if (site && site !== "same-origin" && site !== "none") return true;
  if (!headers.origin) return false;
  const forwarded = String(headers["x-forwarded-host"] ?? "")
    .split(",")[0]
    ?.trim();
  return !URL.canParse(headers.origin) || new URL(headers.origin).host !== (forwarded || headers.host);
}

/**
 * Has the page that refuses a form from another site answer it, as it would anybody: not as who is signed in, and
 * nothing of the form is read.
 *
 * @param {import("express").Request} request
 */
function turnAway(request) {
  request.headers["x-asked-for"] = request.path;
  request.headers.cookie = (request.headers.cookie ?? "")
    .split(";")
    .filter((pair) => !pair.includes("cadre.session"))
    .join(";");
  request.method = "GET";
  leadTo(request, "/from-elsewhere");
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
 * @param {"/not-there" | "/too-large" | "/from-elsewhere"} page
 */
function leadTo(request, page) {
  const place = request.path.endsWith(".data") ? `${page}.data` : page;
  request.url = place;
  request.originalUrl = place;
}
