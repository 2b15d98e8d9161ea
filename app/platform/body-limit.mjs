// @ts-check
/** How much of what people send is kept: a form with a document of 10 MB has room, of more the rest is let go by. */

/** A form with a document of 10 MB, and room for its other fields. */
export const MOST_BYTES = 12 * 1024 * 1024;
/** Up to here a form is read to its end, so that its page can answer; what is larger gets the error page at once. */
const MOST_LET_GO = 1024 * 1024 * 1024;

/**
 * Keeps the beginning of a form that brings more than any of ours takes and closes it properly; the rest is received
 * and let go by, never held. The file in it is then still larger than any that is taken, and its own page says so
 * beside the field. False where the body is no such form: another page has to answer.
 *
 * @param {import("node:http").IncomingMessage} request
 */
export function cutForm(request) {
  const { "content-type": type = "", "content-length": length = "" } = request.headers;
  const boundary = /^multipart\/form-data;.*\bboundary="?([^";]+)"?/i.exec(type)?.[1];
  if (!boundary || !(Number(length) <= MOST_LET_GO)) return false;
  const push = request.push.bind(request);
  let room = MOST_BYTES - request.readableLength;
  request.push = (chunk) => {
    if (chunk === null) {
      push(Buffer.from(`\r\n--${boundary}--\r\n`));
      return push(null);
    }
    const kept = chunk.subarray(0, room);
    room -= kept.length;
    return kept.length === 0 || push(kept);
  };
  return true;
}

/**
 * Whether a form so large is to be answered by its page: it holds a file that is larger than any that is taken, and so
 * nothing that was cut off can have been meant to be kept without it.
 *
 * @param {FormData} form
 * @param {number} most bytes of a file that is taken
 */
export const holdsTooLarge = (form, most) =>
  [...form.values()].some((value) => typeof value !== "string" && value.size > most);
