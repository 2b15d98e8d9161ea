import { chromium, type Request } from "@playwright/test";
import { BROWSER_FLAGS, ensureChromium } from "#tests/support/browser.mjs";

/** Bytes of a page's first load as they are sent, compressed where the server compresses. */
export interface FirstLoad {
  readonly html: number;
  readonly css: number;
  readonly js: number;
  readonly fonts: number;
}

interface Page {
  readonly url: string;
  readonly cookie?: string;
}

const KINDS = { document: "html", stylesheet: "css", script: "js", font: "fonts" } as const;

/** What a browser that was never here loads for each of the pages, everything that its scripts ask for included. */
export async function measureFirstLoads(
  pages: readonly Page[],
  say: (line: string) => void,
): Promise<readonly FirstLoad[]> {
  const browser = await chromium.launch({ executablePath: ensureChromium(say), args: [...BROWSER_FLAGS] });
  try {
    const loads: FirstLoad[] = [];
    for (const { url, cookie } of pages) {
      // What a worker of the page answers is not sent by the server, and would be counted as nothing.
      const context = await browser.newContext({ serviceWorkers: "block" });
      if (cookie) await context.addCookies(cookies(cookie, url));
      const page = await context.newPage();
      // Kept as they come: the page itself remembers the last hundred alone.
      const requests: Request[] = [];
      page.on("request", (request) => requests.push(request));
      await page.goto(url, { waitUntil: "networkidle" });
      const load = { html: 0, css: 0, js: 0, fonts: 0 };
      for (const request of requests) {
        const kind = KINDS[request.resourceType() as keyof typeof KINDS];
        if (kind) load[kind] += (await request.sizes()).responseBodySize;
      }
      loads.push(load);
      await context.close();
    }
    return loads;
  } finally {
    await browser.close();
  }
}

const cookies = (cookie: string, url: string) =>
  cookie.split("; ").map((pair) => {
    const at = pair.indexOf("=");
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
  });
