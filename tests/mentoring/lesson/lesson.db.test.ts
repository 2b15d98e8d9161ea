import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import {
  contributeLesson,
  reviseLesson,
  withdrawLesson,
} from "#app/mentoring/lesson/contribute-lesson.server.ts";
import {
  lessonTasks,
  listLessonReviews,
  listOwnLessons,
  readLesson,
  readOwnDraft,
  readReview,
} from "#app/mentoring/lesson/lesson.queries.server.ts";
import { type LessonForm, lessonSchema } from "#app/mentoring/lesson/lesson.ts";
import { searchLessons } from "#app/mentoring/lesson/library.queries.server.ts";
import { reviewLesson } from "#app/mentoring/lesson/review-lesson.server.ts";
import { markHelpful, noteOpening } from "#app/mentoring/lesson/use-lesson.server.ts";
import { database } from "#app/platform/database.server.ts";
import { code, events } from "#tests/support/cadre-story.ts";
import { aHeldSession, anEngagement } from "#tests/support/engagement-story.ts";
import { must } from "#tests/support/must.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

const TEXT =
  "When both parties wait for the other to move first, ask each what it would take as proof, and carry that alone between them.";

const form = (changes: Partial<LessonForm> = {}): LessonForm => ({
  ...lessonSchema.parse({
    title: "Carry proof, not promises",
    text: TEXT,
    roleKindCode: "srsg",
    mandateTasks: ["politicalProcess"],
  }),
  ...changes,
});

const publish = { version: 0, decision: "publish" as const, note: "" };
const officer = () => anAccount("secretariat", "Officer");

/** A pair that has met once. */
async function aPair() {
  const pair = await anEngagement();
  await aHeldSession(pair);
  return pair;
}

/** A lesson of the mentor of a pair that has met. */
async function aLesson(changes: Partial<LessonForm> = {}) {
  const pair = await aPair();
  const { engagementId, mentor } = pair;
  const { lessonId } = must(await contributeLesson(mentor, { engagementId, form: form(changes) }));
  return { ...pair, lessonId };
}

/** One published: the pair, its lesson, and who published it. */
async function aPublished(changes: Partial<LessonForm> = {}) {
  const lesson = await aLesson(changes);
  const reviewer = await officer();
  must(await reviewLesson(reviewer, { lessonId: lesson.lessonId, review: publish }));
  return { ...lesson, reviewer };
}

const rowOf = (id: string) => database().lesson.findUniqueOrThrow({ where: { id } });
const tasksOf = async (actor: Actor) => (await lessonTasks(actor)).map(({ to }) => to);

describe("giving a lesson on", () => {
  it("is saved without a word in clear in the record, and waits for the secretariat, who sees the side alone", async () => {
    const { lessonId, mentor, engagementId } = await aLesson();
    expect(await rowOf(lessonId)).toMatchObject({ side: "mentor", authorId: mentor.personId, engagementId });
    const [event] = await events(lessonId, "lesson.contributed");
    expect(event?.canonical).toContain(lessonId);
    expect(event?.canonical).not.toContain("Carry proof");
    const reviewer = await officer();
    expect(await tasksOf(reviewer)).toContain(`/lessons/${lessonId}/review`);
    const review = await readReview(reviewer, lessonId);
    expect(review).toMatchObject({ side: "mentor", mayReview: true });
    const shown = JSON.stringify([review, await listLessonReviews("submitted", 1)]);
    for (const secret of [mentor.personId, engagementId, "Awa"]) expect(shown).not.toContain(secret);
    expect(await readReview(await anAccount("auditor", "Auditor"), lessonId)).toMatchObject({
      mayReview: false,
    });
  });

  it("is refused while it names the other of the pair or a mission, and taken with reasons", async () => {
    const { engagementId, mentee } = await aPair();
    const told = form({ text: `${TEXT} Awa Diallo did so in MINUSCA.` });
    const answer = await contributeLesson(mentee, { engagementId, form: told });
    expect(answer).toMatchObject({ refusal: { code: "lessonIdentifies", field: "text" } });
    expect(answer.ok ? "" : answer.refusal.params.found).toMatch(/Awa Diallo.*MINUSCA/);
    expect(await database().lesson.count({ where: { engagementId } })).toBe(0);
    const kept = [
      { found: "Awa Diallo", reason: "She asks to be named here." },
      { found: "Noor Diallo", reason: "The family name of both of us." },
      { found: "MINUSCA", reason: "Every mission is like this one." },
    ];
    const { lessonId } = must(await contributeLesson(mentee, { engagementId, form: { ...told, kept } }));
    expect((await readReview(await officer(), lessonId))?.kept.map(({ text }) => text)).toContain("MINUSCA");
  });

  it("is for the two of a pair that has met", async () => {
    const fresh = await anEngagement();
    const order = { engagementId: fresh.engagementId, form: form() };
    expect(code(await contributeLesson(fresh.mentor, order))).toBe("lessonTooEarly");
    const stranger = await anEngagement();
    const [auditor, secretary] = [await anAccount("auditor", "Auditor"), await officer()];
    await aHeldSession(fresh);
    for (const actor of [stranger.mentor, stranger.mentee, auditor, secretary])
      expect(code(await contributeLesson(actor, order))).toBe("notFound");
    const unknown = { ...order, form: form({ roleKindCode: "king" }) };
    expect(code(await contributeLesson(fresh.mentor, unknown))).toBe("roleKindUnknown");
    must(await contributeLesson(fresh.mentee, order));
  });
});

describe("the review of a lesson", () => {
  it("asks for changes with words, which its contributor finds at home and makes", async () => {
    const { lessonId, mentor, mentee } = await aLesson();
    const reviewer = await officer();
    const review = { version: 0, decision: "askChanges" as const, note: "Say what came of it." };
    must(await reviewLesson(reviewer, { lessonId, review }));
    const mail = await database().outgoingMail.findFirstOrThrow({
      where: { dedupeKey: { contains: lessonId } },
    });
    expect(mail).toMatchObject({ kind: "lessonChangesAsked", params: { note: "Say what came of it." } });
    expect(await tasksOf(mentor)).toEqual([`/lessons/${lessonId}/revise`]);
    expect(await tasksOf(mentee)).toEqual([]);
    expect((await readLesson(mentor, lessonId))?.reviewNote).toBe("Say what came of it.");
    expect(await readLesson(mentee, lessonId)).toBeNull();
    expect(code(await reviewLesson(reviewer, { lessonId, review: { ...publish, version: 1 } }))).toBe(
      "wrongState",
    );
    const better = form({ version: 1, text: `${TEXT} Both moved within a week.` });
    expect(code(await reviseLesson(mentee, { lessonId, form: better }))).toBe("notFound");
    expect(code(await reviseLesson(mentor, { lessonId, form: { ...better, version: 0 } }))).toBe(
      "changedMeanwhile",
    );
    const named = { ...better, text: `${TEXT} In MINUSCA.` };
    expect(code(await reviseLesson(mentor, { lessonId, form: named }))).toBe("lessonIdentifies");
    must(await reviseLesson(mentor, { lessonId, form: better }));
    expect(await tasksOf(mentor)).toEqual([]);
    must(await reviewLesson(reviewer, { lessonId, review: { ...publish, version: 2 } }));
    expect((await readLesson(mentee, lessonId))?.text).toContain("within a week");
  });

  it("publishes without a way back to the pair or to what was flagged, and declines with words", async () => {
    const told = { text: `${TEXT} In Mali.`, kept: [{ found: "Mali", reason: "A name of a street here." }] };
    const { lessonId, reviewer } = await aPublished(told);
    expect(await rowOf(lessonId)).toMatchObject({ state: "published", engagementId: null, kept: [] });
    expect(await events(lessonId, "lesson.reviewed")).toHaveLength(1);
    const other = await aLesson();
    const review = { version: 0, decision: "decline" as const, note: "It is a complaint, not a lesson." };
    must(await reviewLesson(reviewer, { lessonId: other.lessonId, review }));
    expect((await readLesson(other.mentor, other.lessonId))?.reviewNote).toBe(review.note);
    expect(
      code(await reviseLesson(other.mentor, { lessonId: other.lessonId, form: form({ version: 1 }) })),
    ).toBe("wrongState");
  });

  it("is the secretariat's, and of two at once one counts", async () => {
    const { lessonId, mentor } = await aLesson();
    for (const actor of [mentor, await anAccount("auditor", "Auditor")])
      expect(code(await reviewLesson(actor, { lessonId, review: publish }))).toBe("notFound");
    const [one, two] = [await officer(), await officer()];
    const decline = { version: 0, decision: "decline" as const, note: "Not a lesson at all." };
    const answers = await Promise.all([
      reviewLesson(one, { lessonId, review: publish }),
      reviewLesson(two, { lessonId, review: decline }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await events(lessonId, "lesson.reviewed")).toHaveLength(1);
  });

  it("finds a lesson gone that its contributor withdrew, who cannot once it is published", async () => {
    const { lessonId, mentor, mentee } = await aLesson();
    expect(code(await withdrawLesson(mentee, { lessonId }))).toBe("notFound");
    must(await withdrawLesson(mentor, { lessonId }));
    expect(code(await reviewLesson(await officer(), { lessonId, review: { ...publish, version: 1 } }))).toBe(
      "wrongState",
    );
    expect(await readOwnDraft(mentor, lessonId)).toBeNull();
    expect((await listOwnLessons(mentor)).map(({ state }) => state)).toEqual(["withdrawn"]);
    const published = await aPublished();
    expect(code(await withdrawLesson(published.mentor, { lessonId: published.lessonId }))).toBe("wrongState");
  });
});

describe("the library", () => {
  const idsOf = async (question: Parameters<typeof searchLessons>[0]) =>
    (await searchLessons(question, 1)).lessons.map(({ id }) => id);

  it("finds words in any script by how they begin, whatever their accents and capitals", async () => {
    const mark = "Zugzwang";
    const { lessonId } = await aPublished({
      title: "Négocier sans précipiter",
      text: `${TEXT} ${mark}. L'équipe a écouté. МИРОТВОРЧЕСТВО требует времени. الوساطة تحتاج إلى صبر، دائما. 先倾听，再谈判。`,
    });
    for (const q of [
      "zugz",
      "negocier PRECIP",
      "équipe",
      "equipe ecout",
      "миротворч",
      "الوساطة",
      "صبر",
      "谈判",
    ])
      expect({ q, found: await idsOf({ q }) }).toEqual({ q, found: [lessonId] });
    for (const q of ["wang", "zugzwang absent", "判谈x", "' & | ! :* (", "<->"])
      expect(await idsOf({ q })).not.toContain(lessonId);
    expect(await idsOf({ q: "zugzwang", task: "elections" })).toEqual([]);
    expect(await idsOf({ q: "zugzwang", task: "politicalProcess", role: "srsg" })).toEqual([lessonId]);
  });

  it("counts each facet as choosing it would give, and shows nothing that is not published", async () => {
    const word = "Palimpsest";
    await aPublished({ title: `${word} one`, mandateTasks: ["elections", "ruleOfLaw"] });
    await aPublished({ title: `${word} two`, mandateTasks: ["elections"], roleKindCode: "forceCommander" });
    await aLesson({ title: `${word} three` });
    const { total, tasks, roles } = await searchLessons({ q: word, role: "srsg" }, 1);
    expect(total).toBe(1);
    expect(tasks.filter(({ count }) => count > 0)).toEqual([
      { task: "elections", count: 1 },
      { task: "ruleOfLaw", count: 1 },
    ]);
    expect(roles.find((role) => role.code === "forceCommander")?.count).toBe(1);
    const text = JSON.stringify(await searchLessons({ q: word }, 1));
    expect(text).not.toContain("three");
    expect(text).not.toContain("Awa");
  });

  it("is asked through its index, as often for many as for one", async () => {
    const one = await countQueries(() => searchLessons({ q: "proof" }, 1));
    await aPublished();
    await aPublished();
    const many = await countQueries(() => searchLessons({ q: "proof" }, 1));
    expect(many.queries).toBe(one.queries);
    await database().$executeRaw`
      insert into "Lesson" ("id", "state", "side", "title", "text", "roleKindCode", "mandateTasks", "kept", "publishedAt")
      select gen_random_uuid(), 'published', 'mentor', 'Filler ' || n, repeat('padding ' || n || ' ', 30), 'srsg',
        '{elections}', '[]', now() from generate_series(1, 4000) n`;
    await database().$executeRaw`analyze "Lesson"`;
    const plan = await database().$queryRaw<{ "QUERY PLAN": string }[]>`
      explain select "id" from "Lesson" l
      where l."state" = 'published' and lesson_words(l."title", l."text") @@ lesson_query('proof')`;
    expect(plan.map((line) => line["QUERY PLAN"]).join("\n")).toContain("Lesson_words");
  });

  it("counts who opened a lesson and whom it helped, each once and never its contributor", async () => {
    const { lessonId, mentor, mentee, reviewer } = await aPublished();
    const reader = await anEngagement();
    for (const actor of [mentor, mentee, mentee, reader.mentor, reviewer]) await noteOpening(actor, lessonId);
    const answers = await Promise.all([1, 2, 3].map(() => markHelpful(mentee, lessonId)));
    expect(answers.map(code).toSorted()).toEqual(["helpedAlready", "helpedAlready", "ok"]);
    expect(code(await markHelpful(mentor, lessonId))).toBe("ownLesson");
    expect(code(await markHelpful(reviewer, lessonId))).toBe("notFound");
    const unpublished = await aLesson();
    await noteOpening(mentee, unpublished.lessonId);
    expect(code(await markHelpful(mentee, unpublished.lessonId))).toBe("notFound");
    expect(await database().lessonReading.count({ where: { lessonId: unpublished.lessonId } })).toBe(0);
    expect((await readLesson(reviewer, lessonId))?.used).toEqual({ opened: 2, helped: 1 });
    expect((await readLesson(mentee, lessonId))?.used).toBeNull();
    expect(await events(lessonId, "lesson.helped")).toHaveLength(1);
  });

  it("keeps a lesson whose contributor is erased, without them", async () => {
    const author = await database().person.create({
      data: {
        givenName: "Gone",
        familyName: "Person",
        email: `${randomUUID()}@example.org`,
        gender: "notStated",
      },
    });
    const { id } = await database().lesson.create({
      data: {
        ...{ state: "published", side: "mentee", authorId: author.id, publishedAt: new Date() },
        ...{
          title: "Stays behind",
          text: TEXT,
          roleKindCode: "srsg",
          mandateTasks: ["transition"],
          kept: [],
        },
      },
    });
    await database().person.delete({ where: { id: author.id } });
    expect(await rowOf(id)).toMatchObject({ authorId: null, text: TEXT });
    expect(await idsOf({ q: "stays behind" })).toEqual([id]);
  });
});
