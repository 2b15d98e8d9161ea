// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import type { FormReply } from "#app/access/form-reply.ts";
import { loadMessages } from "#app/i18n/catalogues.ts";
import { LanguageProvider } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { LateDrafts } from "#app/selection/call/late-drafts.tsx";
import type { ListPage } from "#app/selection/nomination/list.queries.server.ts";
import { all, find, render, text } from "#tests/ui/render.tsx";

const messages = await loadMessages("en");

const draft = (id: string, name: string): ListPage["drafts"][number] => ({
  ...{ id, name, version: 3, gender: "woman", nationalities: ["GH"], additional: false, posts: [], gaps: 0 },
  savedAt: "2031-01-01T00:00:00.000Z",
});

const refused = (code: string, reason?: string): FormReply => ({
  lastResult: { initialValue: reason === undefined ? {} : { reason } },
  refusal: { code, params: {}, error: `refusal.${code}`, words: code },
});

const shown = (drafts: ListPage["drafts"], reply?: FormReply) =>
  render(
    <LanguageProvider locale="en" timeZone="UTC" messages={messages}>
      <LateDrafts drafts={drafts} reply={reply} />
    </LanguageProvider>,
  );

describe("the drafts of a call that takes nominations no more", () => {
  it("stay where they were, each a way to its file, also one that nobody has named yet", () => {
    const page = shown([draft("d1", "Ama Sample"), draft("d2", "")]);
    expect(text(page)).toContain("The call takes no nominations any more");
    expect(text(page)).toContain("the drafts stay here as they are");
    expect(all(page, "a").map((link) => [link.getAttribute("href"), text(link)])).toEqual([
      [paths.draft("d1"), "Ama Sample"],
      [paths.draft("d2"), expect.stringMatching(/\w/)],
    ]);
    expect(all(page, "[role=alert]")).toEqual([]);
  });

  it("sent after the hour are said not to be submitted, and the reason typed with them comes back whole", () => {
    const reason = "Nobody else was available.\nAsked twice.";
    const page = shown([draft("d1", "Ama Sample")], refused("callClosed", reason));
    expect(text(find(page, "[role=alert]"))).toContain("your list was not submitted");
    expect(find(page, "dd").textContent).toBe(reason);
    expect(find(shown([], refused("callClosed", reason)), "dd").textContent).toBe(reason);
  });

  it("say nothing where there are none, nor of another refusal", () => {
    expect(shown([]).textContent).toBe("");
    expect(text(shown([draft("d1", "Ama")], refused("listReason", "Because")))).not.toContain("Because");
  });
});
