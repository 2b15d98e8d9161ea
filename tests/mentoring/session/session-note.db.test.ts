import { describe, expect, it } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { giveFeedback } from "#app/mentoring/session/give-feedback.server.ts";
import { addAction, markAction } from "#app/mentoring/session/keep-action.server.ts";
import { keepAgenda } from "#app/mentoring/session/keep-agenda.server.ts";
import { forgetOwnNotes, keepNote } from "#app/mentoring/session/keep-note.server.ts";
import { sealComments } from "#app/mentoring/session/seal-comments.server.ts";
import { readSession } from "#app/mentoring/session/session.queries.server.ts";
import type { NoteKind } from "#app/mentoring/session/session-note.ts";
import {
  exportOwnNotes,
  readProgrammeNotes,
  readSessionWork,
} from "#app/mentoring/session/session-work.queries.server.ts";
import { readActions } from "#app/mentoring/session/shared-action.queries.server.ts";
import { database, inTransaction } from "#app/platform/database.server.ts";
import { checkData } from "#prisma/check-data.ts";
import { code, events } from "#tests/support/cadre-story.ts";
import { aHeldSession, anEngagement, aSession, hoursOn } from "#tests/support/engagement-story.ts";
import { must } from "#tests/support/must.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

const SECRETS = {
  mine: "I doubt my deputy, whom I may not name.",
  ours: "The two of us will speak of the budget row.",
  programme: "The programme might pay for a second visit.",
  agenda: "How to tell the minister that we leave.",
  action: "Ring the minister before the vote.",
};

const write = (actor: Actor, sessionId: string, kind: NoteKind, body: string, version = 0) =>
  keepNote(actor, { sessionId, note: { kind, version, body } });

const work = async (actor: Actor, sessionId: string, screenShared = false) => {
  const read = await readSessionWork(actor, sessionId, { screenShared });
  if (!read) throw new Error("not readable");
  return read;
};

/** A session on which the mentor has written all that can be written. */
async function aSessionWithNotes() {
  const story = await anEngagement();
  const sessionId = await aSession(story);
  const { mentor, engagementId } = story;
  for (const kind of ["mine", "ours", "programme"] as const)
    must(await write(mentor, sessionId, kind, SECRETS[kind]));
  must(await keepAgenda(mentor, { sessionId, version: 0, agenda: SECRETS.agenda }));
  const action = { text: SECRETS.action, owner: "both" as const };
  must(await hoursOn(1, () => addAction(mentor, { engagementId, action })));
  return { ...story, sessionId };
}

/** Every row of every table, as text. */
async function dump(): Promise<string> {
  const tables = await database().$queryRaw<{ name: string }[]>`
    select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
    where schemaname in ('public', 'graphile_worker')`;
  const rows = await Promise.all(
    tables.map(({ name }) =>
      database().$queryRawUnsafe<{ row: string }[]>(`select t::text as row from ${name} t`),
    ),
  );
  expect(tables.length).toBeGreaterThan(50);
  return rows
    .flat()
    .map(({ row }) => row)
    .join("\n");
}

describe("what a pair writes", () => {
  it("is in no table in clear, but for what is meant for the programme", async () => {
    await aSessionWithNotes();
    const text = await dump();
    expect(text).toContain(SECRETS.programme);
    for (const secret of [SECRETS.mine, SECRETS.ours, SECRETS.agenda, SECRETS.action]) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(Buffer.from(secret).toString("base64url").slice(4, 24));
    }
  });

  it("is read by whom it is for: one's own by oneself, ours by both, the programme's by those who look after it", async () => {
    const { mentor, mentee, sessionId, engagementId } = await aSessionWithNotes();
    expect(await work(mentor, sessionId)).toMatchObject({
      agenda: SECRETS.agenda,
      notes: {
        mine: { body: SECRETS.mine },
        ours: { body: SECRETS.ours },
        theirs: null,
        programme: { body: SECRETS.programme },
      },
    });
    const other = await work(mentee, sessionId);
    expect(other).toMatchObject({
      agenda: SECRETS.agenda,
      notes: { mine: null, ours: null, theirs: { body: SECRETS.ours }, programme: null },
    });
    expect(JSON.stringify(other)).not.toContain(SECRETS.mine);
    expect((await readActions(mentee, engagementId))?.actions).toMatchObject([
      { text: SECRETS.action, owner: null },
    ]);
    for (const role of ["secretariat", "auditor"] as const) {
      const overseer = await anAccount(role, role);
      expect(await readSessionWork(overseer, sessionId, { screenShared: false })).toBeNull();
      expect(await readActions(overseer, engagementId)).toBeNull();
      expect(await readProgrammeNotes(overseer, sessionId)).toMatchObject([
        { author: "Awa Diallo", body: SECRETS.programme },
      ]);
    }
    expect(await readProgrammeNotes(mentee, sessionId)).toEqual([]);
  });

  it("cannot be written or read by anybody else", async () => {
    const { sessionId, engagementId } = await aSessionWithNotes();
    const strangers = [(await anEngagement()).mentor, await anAccount("secretariat", "S")];
    for (const actor of strangers) {
      expect(code(await write(actor, sessionId, "ours", "x"))).toBe("notFound");
      expect(code(await keepAgenda(actor, { sessionId, version: 1, agenda: "x" }))).toBe("notFound");
      expect(code(await addAction(actor, { engagementId, action: { text: "x", owner: "both" } }))).toBe(
        "notFound",
      );
      expect(code(await forgetOwnNotes(actor, engagementId))).toBe("notFound");
    }
  });

  it("does not open under another session, author or key", async () => {
    const { mentor, mentee, sessionId, engagementId } = await aSessionWithNotes();
    const note = { sessionId, authorId: mentor.personId ?? "", kind: "mine" as const };
    const { body } = await database().sessionNote.findUniqueOrThrow({
      where: { sessionId_authorId_kind: note },
    });
    must(await write(mentee, sessionId, "mine", "The mentee's own."));
    await database().sessionNote.updateMany({
      where: { sessionId, authorId: mentee.personId ?? "", kind: "mine" },
      data: { body },
    });
    await expect(work(mentee, sessionId)).rejects.toThrow();
    expect((await work(mentor, sessionId)).notes.mine?.body).toBe(SECRETS.mine);
    await database().engagementKey.deleteMany({ where: { engagementId } });
    expect(await work(mentor, sessionId)).toMatchObject({
      agenda: "",
      notes: { mine: null, ours: null, programme: { body: SECRETS.programme } },
    });
  });
});

describe("what is noted with feedback", () => {
  const feedback = { usefulness: 3 as const, comment: "He spoke more than he listened." };
  const own = (actor: Actor, sessionId: string) =>
    readSession(actor, sessionId).then((read) => read?.feedback);

  it("is in no table in clear, and opens for its author alone", async () => {
    const story = await anEngagement();
    const sessionId = await aHeldSession(story);
    must(await giveFeedback(story.mentee, { sessionId, feedback }));
    expect(await dump()).not.toContain(feedback.comment);
    expect(await own(story.mentee, sessionId)).toMatchObject(feedback);
    expect(await own(story.mentor, sessionId)).toBeNull();
    expect(await own(await anAccount("secretariat", "S"), sessionId)).toBeNull();
    expect(await exportOwnNotes(story.mentee)).toMatchObject([{ for: "mine", text: feedback.comment }]);
    const clear = database().sessionFeedback.updateMany({
      where: { sessionId },
      data: { clearComment: feedback.comment },
    });
    await expect(clear).rejects.toThrow(/SessionFeedback_comment_sealed/);
  });

  it("is forgotten with one's own notes; the rating stays", async () => {
    const story = await anEngagement();
    const sessionId = await aHeldSession(story);
    for (const side of [story.mentor, story.mentee]) must(await giveFeedback(side, { sessionId, feedback }));
    must(await forgetOwnNotes(story.mentee, story.engagementId));
    expect(await own(story.mentee, sessionId)).toMatchObject({ usefulness: 3, comment: "" });
    expect(await own(story.mentor, sessionId)).toMatchObject(feedback);
  });

  it("from before it was sealed is sealed when the app starts, once, by whichever process comes first", async () => {
    const story = await anEngagement();
    const sessionId = await aHeldSession(story);
    for (const side of [story.mentor, story.mentee])
      must(await giveFeedback(side, { sessionId, feedback: { usefulness: 3, comment: "" } }));
    await inTransaction(async (tx) => {
      await tx.$executeRaw`alter table "SessionFeedback" drop constraint "SessionFeedback_comment_sealed"`;
      await tx.sessionFeedback.updateMany({
        where: { sessionId },
        data: { clearComment: feedback.comment },
      });
      await tx.$executeRaw`alter table "SessionFeedback" add constraint "SessionFeedback_comment_sealed"
        check ("clearComment" is null) not valid`;
    });
    const broken = async () => (await checkData(database())).map(({ rule }) => rule.name);
    expect(await broken()).toContain("feedback-of-the-pair");
    const counts = await Promise.all([sealComments(), sealComments()]);
    expect(counts.toSorted()).toEqual([0, 2]);
    expect(await sealComments()).toBe(0);
    expect(await dump()).not.toContain(feedback.comment);
    for (const side of [story.mentor, story.mentee])
      expect(await own(side, sessionId)).toMatchObject(feedback);
    expect(await broken()).not.toContain("feedback-of-the-pair");
  });
});

describe("a screen that is shared", () => {
  it("shows nothing that is its reader's alone: it is not even loaded", async () => {
    const { mentor, sessionId } = await aSessionWithNotes();
    const shown = await work(mentor, sessionId, true);
    expect(shown).toMatchObject({ screenShared: true, notes: { mine: null, ours: { body: SECRETS.ours } } });
    expect(JSON.stringify(shown)).not.toContain(SECRETS.mine);
  });
});

describe("keepNote", () => {
  it("changes and takes away a note, and loses nothing to a page gone stale", async () => {
    const { mentor, sessionId } = await aSessionWithNotes();
    must(await write(mentor, sessionId, "ours", "Second.", 1));
    expect(code(await write(mentor, sessionId, "ours", "Stale.", 1))).toBe("changedMeanwhile");
    expect(code(await write(mentor, sessionId, "ours", "Thought new.", 0))).toBe("changedMeanwhile");
    expect((await work(mentor, sessionId)).notes.ours).toMatchObject({ body: "Second.", version: 2 });
    must(await write(mentor, sessionId, "ours", "", 2));
    expect((await work(mentor, sessionId)).notes.ours).toBeNull();
    expect(code(await write(mentor, sessionId, "ours", "", 0))).toBe("ok");
  });

  it("lets one of two pages through that write at once, and makes one key for both sides", async () => {
    const story = await anEngagement();
    const sessionId = await aSession(story);
    const answers = await Promise.all([
      ...["A", "B"].map((body) => write(story.mentor, sessionId, "ours", body)),
      write(story.mentee, sessionId, "ours", "C"),
    ]);
    expect(answers.map(code).toSorted()).toEqual(["changedMeanwhile", "ok", "ok"]);
    expect((await work(story.mentor, sessionId)).notes.theirs?.body).toBe("C");
  });

  it("has the record learn for whom it was, and nothing of what it says", async () => {
    const { sessionId } = await aSessionWithNotes();
    const kept = await events(sessionId, "note.kept");
    expect(kept.map(({ canonical }) => JSON.parse(canonical).facts.for)).toEqual([
      "mine",
      "ours",
      "programme",
    ]);
    expect(kept.every(({ canonical }) => JSON.parse(canonical).commitment === undefined)).toBe(true);
  });
});

describe("keepAgenda", () => {
  it("refuses a page gone stale", async () => {
    const { mentee, sessionId } = await aSessionWithNotes();
    expect(code(await keepAgenda(mentee, { sessionId, version: 0, agenda: "x" }))).toBe("changedMeanwhile");
    must(await keepAgenda(mentee, { sessionId, version: 1, agenda: "" }));
    expect(await work(mentee, sessionId)).toMatchObject({ agenda: "", agendaVersion: 2 });
  });
});

describe("one's own notes", () => {
  it("are in one's own copy, whatever the other wrote stays out of it", async () => {
    const { mentor, mentee, sessionId } = await aSessionWithNotes();
    must(await write(mentee, sessionId, "mine", "The mentee's own."));
    expect((await exportOwnNotes(mentor)).map((note) => [note.for, note.text])).toEqual([
      ["mine", SECRETS.mine],
      ["ours", SECRETS.ours],
      ["programme", SECRETS.programme],
    ]);
    expect(await exportOwnNotes(mentee)).toMatchObject([{ for: "mine", text: "The mentee's own." }]);
    expect(await exportOwnNotes(await anAccount("secretariat", "S"))).toEqual([]);
  });

  it("are forgotten with their key: a copy of the rows cannot be read again, the other's stay", async () => {
    const { mentor, mentee, sessionId, engagementId } = await aSessionWithNotes();
    must(await write(mentee, sessionId, "mine", "The mentee's own."));
    const note = { sessionId, authorId: mentor.personId ?? "", kind: "mine" as const };
    const copy = await database().sessionNote.findUniqueOrThrow({ where: { sessionId_authorId_kind: note } });
    must(await forgetOwnNotes(mentor, engagementId));
    expect((await work(mentor, sessionId)).notes).toMatchObject({ mine: null, ours: { body: SECRETS.ours } });
    await database().sessionNote.create({ data: copy });
    expect((await work(mentor, sessionId)).notes.mine).toBeNull();
    must(await write(mentor, sessionId, "mine", "Begun anew.", copy.version));
    expect((await work(mentor, sessionId)).notes.mine?.body).toBe("Begun anew.");
    expect((await work(mentee, sessionId)).notes.mine?.body).toBe("The mentee's own.");
  });
});

describe("markAction", () => {
  it("is said by either, twice or taken back, and not of another pair's action", async () => {
    const { mentor, mentee, engagementId } = await aSessionWithNotes();
    const only = async () => (await readActions(mentor, engagementId))?.actions[0];
    const actionId = (await only())?.id ?? "";
    const mark = (actor: Actor, done: boolean) => markAction(actor, { engagementId, actionId, done });
    const answers = await Promise.all([mentor, mentee].map((actor) => mark(actor, true)));
    expect(answers.map(code)).toEqual(["ok", "ok"]);
    expect(await events(engagementId, "action.done")).toHaveLength(1);
    expect((await only())?.doneOn).not.toBeNull();
    must(await mark(mentee, false));
    expect((await only())?.doneOn).toBeNull();
    const other = await anEngagement();
    const order = { engagementId: other.engagementId, actionId, done: true };
    expect(code(await markAction(other.mentor, order))).toBe("notFound");
  });

  it("takes no day that has passed", async () => {
    const { mentor, engagementId } = await anEngagement();
    const add = (dueOn: string) =>
      hoursOn(1, () => addAction(mentor, { engagementId, action: { text: "x", owner: "mentor", dueOn } }));
    expect(code(await add("2027-01-14"))).toBe("actionInPast");
    expect(code(await add("2027-01-15"))).toBe("ok");
  });
});
