import { expect, it } from "vitest";
import { SCREEN_COOKIE } from "#app/access/screen-sharing.ts";
import { publishCode } from "#app/mentoring/pool/publish-standard.server.ts";
import { keepNote } from "#app/mentoring/session/keep-note.server.ts";
import { paths } from "#app/paths.ts";
import { action as publish } from "#app/routes/mentor-standards_.code.tsx";
import { loader as notesPage } from "#app/routes/my-notes._index.tsx";
import { loader as notesFile } from "#app/routes/my-notes[.]json.tsx";
import { action as writeNote } from "#app/routes/sessions.$sessionId_.notes.tsx";
import { anEngagement, aSession } from "#tests/support/engagement-story.ts";
import { must } from "#tests/support/must.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { asked, browserOf } from "#tests/support/signed-in.ts";

const posted = (
  path: string,
  headers: Headers,
  fields: Record<string, string>,
  params: Record<string, string> = {},
) => ({
  ...asked(path, headers, params),
  request: new Request(new URL(path, "http://localhost"), {
    method: "POST",
    headers,
    body: new URLSearchParams(fields),
  }),
});

/** The status of what a route answered, or threw. */
const statusOf = async (work: Promise<unknown>): Promise<number> => {
  const answer = await work.catch((thrown: unknown) => thrown);
  if (answer instanceof Response) return answer.status;
  if (answer instanceof Error) throw answer;
  const { init } = Object(answer);
  return init?.status ?? 200;
};

it("a note that is refused answers 422, and another pair's session is not there", async () => {
  const story = await anEngagement();
  const sessionId = await aSession(story);
  const path = paths.sessionNotes(sessionId);
  const write = async (actor: typeof story.mentor, fields: Record<string, string>) =>
    statusOf(writeNote(posted(path, await browserOf(actor), fields, { sessionId })));
  const note = { kind: "mine", version: "0", body: "First." };
  expect(await write(story.mentee, note)).toBe(302);
  expect(await write(story.mentee, note)).toBe(422);
  expect(await write(story.mentee, { ...note, kind: "everybody's" })).toBe(422);
  expect(await write(story.mentee, { ...note, version: "1", body: "x".repeat(8001) })).toBe(422);
  expect(await write((await anEngagement()).mentee, note)).toBe(404);
  expect(await write(await anAccount("secretariat", "S"), note)).toBe(404);
});

it("a copy of one's notes is not given while the screen is shared, and the page says so", async () => {
  const story = await anEngagement();
  const sessionId = await aSession(story);
  const note = { kind: "mine" as const, version: 0, body: "Not for the room." };
  must(await keepNote(story.mentee, { sessionId, note }));
  const alone = await browserOf(story.mentee);
  const shared = new Headers({ cookie: `${alone.get("cookie")}; ${SCREEN_COOKIE}=on` });
  const given = await notesFile(asked(paths.notesFile(), alone));
  expect(await given.text()).toContain(note.body);
  const refused = await notesFile(asked(paths.notesFile(), shared));
  expect([refused.status, refused.headers.get("location")]).toEqual([302, paths.myNotes()]);
  expect(await statusOf(notesPage(asked(paths.myNotes(), shared)))).toBe(403);
  expect(await statusOf(notesPage(asked(paths.myNotes(), alone)))).toBe(200);
  const officer = await browserOf(await anAccount("secretariat", "S"));
  expect(await statusOf(notesPage(asked(paths.myNotes(), officer)))).toBe(404);
});

it("the code of conduct is published by the secretariat's form once; the same form again is refused", async () => {
  const officer = await anAccount("secretariat", "S");
  const fields = { version: "1", dueOn: "2099-01-01", textEn: "One.\r\nTwo.", textFr: "Un.\r\nDeux." };
  const post = async (actor: typeof officer, changes: Record<string, string> = {}) =>
    statusOf(publish(posted(paths.codeOfConduct(), await browserOf(actor), { ...fields, ...changes })));
  expect(await post(await anAccount("auditor", "A"))).toBe(404);
  expect(await post((await anEngagement()).mentor)).toBe(404);
  expect(await post(officer, { dueOn: "2020-01-01" })).toBe(422);
  expect(await post(officer, { textFr: "Un." })).toBe(422);
  expect(await post(officer)).toBe(302);
  expect(await post(officer)).toBe(422);
  const late = { version: 1, dueOn: "2099-01-01", textEn: "Three.", textFr: "Trois." };
  expect(await publishCode(officer, late)).toMatchObject({ refusal: { code: "changedMeanwhile" } });
});
