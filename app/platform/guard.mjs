// @ts-check
/** What stands before every request, whatever it asks for. */
import { randomUUID } from "node:crypto";

/** A form with a document of 10 MB, and room for its other fields. */
const MOST_BYTES = 12 * 1024 * 1024;

/**
 * What holds for every answer: a number to find it by, headers that browsers obey, no form from another site, no
 * body larger than a document.
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
  const writes = request.method !== "GET" && request.method !== "HEAD";
  const from = request.headers["sec-fetch-site"];
  if (writes && from && from !== "same-origin" && from !== "none") {
    response.status(403).type("text/plain").send("This form came from another site.");
    return;
  }
  if (writes && tooLarge(request)) leadToRefusal(request);
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
 * Has the page "too large" answer in the form's place, whose body is never read: as a page, or as data for a
 * browser that sent the form by script.
 *
 * @param {import("express").Request} request
 */
function leadToRefusal(request) {
  const place = request.path.endsWith(".data") ? "/too-large.data" : "/too-large";
  request.url = place;
  request.originalUrl = place;
}
