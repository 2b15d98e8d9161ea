/**
 * Answers for the server where the network is gone, and only there: with the score sheet as its page had it kept, and
 * with the files that the page is made of. What is kept, and when it is thrown away, the page says (kept-sheet.tsx).
 */
const A_DAY = 86_400_000;

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const ours = origin === location.origin && /^\/(assets\/|panels\/[^/]+\/sheets\/)/.test(pathname);
  if (ours && request.method === "GET") event.respondWith(fetch(request).catch(() => keptAnswer(request)));
});

async function keptAnswer(request) {
  const kept = await caches.match(request, { ignoreVary: true });
  const fresh = Date.now() - Date.parse(kept?.headers.get("date") ?? "") < A_DAY;
  return kept && (fresh || request.mode !== "navigate") ? kept : Response.error();
}
