import autocannon from "autocannon";

/** How long requests took, in milliseconds. */
export interface Latency {
  readonly requests: number;
  readonly p50: number;
  readonly p95: number;
}

/** Requests measured, and those sent before that are not: the first ones find nothing ready. */
export const REQUESTS = 240;
const WARM_UP = 48;

export type Connections = 1 | 8;

interface Asked {
  readonly url: string;
  readonly cookie?: string;
}

/**
 * Asks for a page over so many connections, each asking again as soon as it was answered.
 *
 * @throws where an answer is not a page
 */
export async function measurePage({ url, cookie }: Asked, connections: Connections): Promise<Latency> {
  const headers = { "accept-encoding": "br, gzip", ...(cookie ? { cookie } : {}) };
  await shoot({ url, headers, connections, amount: WARM_UP });
  return shoot({ url, headers, connections, amount: REQUESTS });
}

/** A form that is posted again and again. */
export interface PostedForm {
  readonly path: string;
  readonly contentType: string;
  /** What is posted once it has been saved so often. */
  readonly body: (saved: number) => string;
  saved: number;
}

interface Posts extends Asked {
  /** One for each connection, or more. */
  readonly forms: readonly PostedForm[];
  /** Whether an answer says that the form was saved. */
  readonly wasSaved: (answer: string) => boolean;
}

/**
 * Posts forms over so many connections, each its own, and the next one as soon as the last was saved.
 *
 * @throws where one is refused
 */
export async function measurePosts(posts: Posts, connections: Connections): Promise<Latency> {
  await post(posts, connections, WARM_UP);
  return post(posts, connections, REQUESTS);
}

function post({ url, cookie = "", forms, wasSaved }: Posts, connections: Connections, amount: number) {
  const waiting = forms.slice(0, connections);
  const setupClient = (client: autocannon.Client) => {
    const form = waiting.shift();
    if (!form) throw new Error("There are fewer forms than connections.");
    const { path, contentType, body } = form;
    const headers = { "content-type": contentType, cookie };
    client.setRequests([{ method: "POST", path, headers, body: body(form.saved) }]);
    client.on("response", () => {
      form.saved += 1;
      client.setBody(body(form.saved));
    });
  };
  return shoot({ url, connections, amount, setupClient, verifyBody: (answer) => wasSaved(String(answer)) });
}

function shoot(options: autocannon.Options): Promise<Latency> {
  return new Promise((resolve, reject) => {
    const took: number[] = [];
    const instance = autocannon({ ...options, timeout: 60 }, (fault, result) => {
      const refused = result ? result.non2xx + result.errors + result.mismatches : 0;
      if (fault) reject(fault);
      else if (refused > 0)
        reject(new Error(`${options.url} refused ${refused} of ${took.length} requests.`));
      else resolve({ requests: took.length, p50: percentile(took, 0.5), p95: percentile(took, 0.95) });
    });
    instance.on("response", (_client, _status, _bytes, milliseconds) => took.push(milliseconds));
  });
}

/** The smallest of the values that so large a share of them does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
