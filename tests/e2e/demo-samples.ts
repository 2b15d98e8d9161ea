import { Client } from "pg";
import { ROLES, type Role } from "#app/access/actor.ts";

/** The first thing of each kind that the demonstration holds, and who may see it. */
const SAMPLES = {
  grant: `SELECT id, "userId" AS account FROM "RoleGrant" WHERE role = 'panelMember' AND "revokedAt" IS NULL ORDER BY id`,
  openCall: `SELECT v.id, v.reference, v."callId" AS call FROM "Vacancy" v JOIN "Call" c ON c.id = v."callId"
    WHERE v.state = 'open' AND c."targetedStateCodes" = '{}' ORDER BY v.reference`,
  globalCall: `SELECT id, reference FROM "Call" WHERE kind = 'global' AND state = 'open' AND "selfNomination"`,
  forCadre: `SELECT r."nominationId" AS id, c.reference, p."userId" AS candidate FROM "PoolReview" r
    JOIN "Nomination" n ON n.id = r."nominationId" JOIN "Call" c ON c.id = n."callId"
    JOIN "Person" p ON p.id = n."personId" WHERE r.state = 'consented' AND n.state = 'submitted'
    AND NOT EXISTS (SELECT FROM "PoolSheet" s WHERE s."nominationId" = n.id) ORDER BY n.id`,
  nomineeDraft: `SELECT d.id, d."stateCode" AS state, f.id AS document, g."userId" AS "focalPoint" FROM "NomineeDraft" d
    JOIN "DraftDocument" f ON f."draftId" = d.id
    JOIN "RoleGrant" g ON g."stateCode" = d."stateCode" WHERE d."submittedAt" IS NULL ORDER BY d.id, f.id`,
  ownDraft: `SELECT id, "createdById" AS candidate FROM "NomineeDraft"
    WHERE "stateCode" IS NULL AND "submittedAt" IS NULL ORDER BY id`,
  sheet: `SELECT i.id, g."userId" AS "focalPoint" FROM "NominationImport" i
    JOIN "RoleGrant" g ON g."stateCode" = i."stateCode" ORDER BY i.id`,
  pair: `SELECT id FROM "DuplicatePair" WHERE state = 'suspected' ORDER BY id`,
  mergedPair: `SELECT id FROM "DuplicatePair" WHERE state = 'merged' ORDER BY id`,
  ownDocument: `SELECT d.id, p."userId" AS candidate FROM "CandidacyDocument" d
    JOIN "Candidacy" c ON c.id = d."candidacyId" JOIN "Person" p ON p.id = c."personId"
    WHERE d."ofCandidate" AND d."removedAt" IS NULL ORDER BY d.id`,
  draft: `SELECT id, "postId" FROM "Vacancy" WHERE state = 'draft'`,
  rubric: `SELECT id FROM "Rubric" WHERE tailored AND "frozenAt" IS NULL`,
  published: `SELECT id FROM "Rubric" WHERE "vacancyId" IS NOT NULL AND "frozenAt" IS NOT NULL ORDER BY id`,
  decided: `SELECT v.id, v.reference FROM "Vacancy" v JOIN "Decision" d ON d."vacancyId" = v.id ORDER BY v.reference`,
  letter: `SELECT id FROM "Letter" WHERE state = 'awaitingReview' ORDER BY id`,
  feedback: `SELECT f."candidacyId" AS id, m."userId" AS member FROM "Feedback" f
    JOIN "Panel" p ON p."vacancyId" = f."vacancyId" JOIN "PanelMember" m ON m."panelId" = p.id AND m.chair
    ORDER BY f.state = 'awaitingReview' DESC, f."candidacyId"`,
  ownFeedback: `SELECT f."candidacyId" AS id, p."userId" AS candidate FROM "Feedback" f
    JOIN "Candidacy" c ON c.id = f."candidacyId" JOIN "Person" p ON p.id = c."personId"
    JOIN "RoleGrant" g ON g."userId" = p."userId" AND g.role = 'candidate'
    WHERE f.state = 'released' ORDER BY f."candidacyId"`,
  panel: `SELECT p.id, v.id AS vacancy, m."userId" AS member, s."candidacyId" AS candidacy
    FROM "Panel" p JOIN "Vacancy" v ON v.id = p."vacancyId" JOIN "PanelMember" m ON m."panelId" = p.id
    JOIN "ScoreSheet" s ON s."memberId" = m.id WHERE p.phase = 'desk' AND m.chair AND NOT p.blind ORDER BY s."candidacyId"`,
  reported: `SELECT p.id, v.id AS vacancy, m."userId" AS member, c.id AS candidacy
    FROM "Panel" p JOIN "Vacancy" v ON v.id = p."vacancyId" JOIN "PanelMember" m ON m."panelId" = p.id
    JOIN "Candidacy" c ON c."vacancyId" = v.id AND c.state = 'recommended'
    WHERE v.state = 'reported' AND m.chair ORDER BY c.id`,
  interview: `SELECT p.id, v.id AS vacancy, m."userId" AS member, c.id AS candidacy, o."userId" AS candidate
    FROM "Panel" p JOIN "Vacancy" v ON v.id = p."vacancyId" JOIN "PanelMember" m ON m."panelId" = p.id AND m.chair
    JOIN "Candidacy" c ON c."vacancyId" = v.id JOIN "Person" o ON o.id = c."personId"
    JOIN "InterviewSlot" t ON t."candidacyId" = c.id WHERE p.phase = 'interview' ORDER BY c.id`,
  trial: `SELECT p.id, m."userId" AS member FROM "Panel" p JOIN "Calibration" k ON k."panelId" = p.id
    JOIN "PanelMember" m ON m."panelId" = p.id AND m.chair WHERE p.phase = 'calibration' AND k."openedAt" IS NULL`,
  agreed: `SELECT p.id, m."userId" AS member FROM "Panel" p JOIN "Calibration" k ON k."panelId" = p.id
    JOIN "PanelMember" m ON m."panelId" = p.id AND m.chair WHERE k."openedAt" IS NOT NULL`,
  question: `SELECT id FROM "InterviewQuestion" WHERE "retiredAt" IS NULL ORDER BY id`,
  nomination: `SELECT n.id, n."vacancyId" AS vacancy, g."userId" AS "focalPoint", c.id AS candidacy, p."userId" AS candidate
    FROM "Nomination" n JOIN "Candidacy" c ON c."nominationId" = n.id JOIN "Vacancy" v ON v.id = n."vacancyId"
    JOIN "RoleGrant" g ON g."stateCode" = n."stateCode" JOIN "Person" p ON p.id = n."personId"
    WHERE v.state = 'open' AND c.state = 'consented' ORDER BY n.id`,
  invited: `SELECT c.id, p."userId" AS candidate FROM "Candidacy" c JOIN "Person" p ON p.id = c."personId"
    JOIN "Vacancy" v ON v.id = c."vacancyId" WHERE c.state = 'nominated' AND v.state = 'open' ORDER BY c.id`,
  document: `SELECT d.id, p."userId" AS candidate FROM "CandidacyDocument" d JOIN "Candidacy" c ON c.id = d."candidacyId"
    JOIN "Person" p ON p.id = c."personId" JOIN "Vacancy" v ON v.id = c."vacancyId" WHERE v.state = 'open' ORDER BY d.id`,
  suitable: `SELECT id FROM "Candidacy" WHERE state = 'suitable' ORDER BY id`,
  conflict: `SELECT id FROM "KnownConflict" ORDER BY id`,
  clearance: `SELECT id FROM "Clearance" WHERE outcome = 'pending' AND kind = 'medical' ORDER BY id`,
  references: `SELECT k.id, k."candidacyId" AS candidacy FROM "Clearance" k JOIN "Reference" r ON r."clearanceId" = k.id
    WHERE k.outcome = 'pending' AND r."answeredAt" IS NOT NULL ORDER BY k.id`,
  toScreen: `SELECT c.id FROM "Candidacy" c JOIN "Vacancy" v ON v.id = c."vacancyId"
    WHERE v.state = 'screening' AND c.state = 'consented'
    AND NOT EXISTS (SELECT FROM "ScreeningSheet" s WHERE s."candidacyId" = c.id)
    AND NOT EXISTS (SELECT FROM "FileRequest" f WHERE f."candidacyId" = c.id) ORDER BY c.id`,
  member: `SELECT m.id, p."userId" AS candidate FROM "CadreMembership" m JOIN "Person" p ON p.id = m."personId"
    WHERE m.state = 'active' ORDER BY m.id`,
  course: `SELECT c.id, n.id AS nomination, g."userId" AS "focalPoint", p."userId" AS candidate FROM "Course" c
    JOIN "CourseNomination" n ON n."courseId" = c.id JOIN "Person" p ON p.id = n."personId"
    JOIN "RoleGrant" g ON g."stateCode" = n."stateCode" WHERE n.state = 'waiting' AND c."closesOn" > now() ORDER BY n.id`,
  compact: `SELECT c.id, p."userId" AS leader FROM "Compact" c JOIN "Appointment" a ON a.id = c."appointmentId"
    JOIN "Person" p ON p.id = a."personId" WHERE c."leaderSignedAt" IS NULL ORDER BY c.id`,
  statePledge: `SELECT id FROM "StatePledge" WHERE "stateCode" = 'GH' AND level = 'verified' ORDER BY id`,
  mentor: `SELECT m.id, g."userId" AS "focalPoint", p."userId" AS mentor FROM "Mentor" m
    JOIN "Person" p ON p.id = m."personId" JOIN "RoleGrant" g ON g."stateCode" = m."pledgedByCode" ORDER BY m.id`,
  need: `SELECT n.id, p."userId" AS mentee FROM "MentorshipNeed" n JOIN "Person" p ON p.id = n."personId"
    WHERE n.state = 'offered' ORDER BY n.id`,
  run: `SELECT id FROM "MatchRun" WHERE state = 'published' ORDER BY id`,
  proposal: `SELECT r.id, a."userId" AS mentor, b."userId" AS mentee FROM "MatchProposal" r
    JOIN "Mentor" m ON m.id = r."mentorId" JOIN "Person" a ON a.id = m."personId"
    JOIN "MentorshipNeed" n ON n.id = r."needId" JOIN "Person" b ON b.id = n."personId"
    WHERE r.state = 'proposed' ORDER BY r.id`,
  session: `SELECT s.id, e.id AS engagement, a."userId" AS mentor, b."userId" AS mentee
    FROM "MentoringSession" s JOIN "Engagement" e ON e.id = s."engagementId"
    JOIN "Mentor" m ON m.id = e."mentorId" JOIN "Person" a ON a.id = m."personId"
    JOIN "Person" b ON b.id = e."menteeId" WHERE s.state = 'scheduled' ORDER BY s.id`,
  pledgeCall: `SELECT c.id, g."userId" AS "focalPoint" FROM "PledgeCall" c
    JOIN "PledgeCallAddressee" a ON a."callId" = c.id JOIN "RoleGrant" g ON g."stateCode" = a."stateCode"
    WHERE c.state = 'sent' ORDER BY c.id, g.id`,
  lesson: `SELECT id FROM "Lesson" WHERE state = 'published' ORDER BY id`,
  ownLesson: `SELECT l.id, l.side, p."userId" AS author FROM "Lesson" l JOIN "Person" p ON p.id = l."authorId"
    WHERE l.state = 'changesAsked' ORDER BY l.id`,
  concern: `SELECT c.id, c."handlerId" AS officer, p."userId" AS mentee FROM "Concern" c
    JOIN "Person" p ON p.id = c."personId" ORDER BY c.id`,
  slots: `SELECT o.id, a."userId" AS mentor, b."userId" AS mentee FROM "SlotOffer" o
    JOIN "Engagement" e ON e.id = o."engagementId" JOIN "Mentor" m ON m.id = e."mentorId"
    JOIN "Person" a ON a.id = m."personId" JOIN "Person" b ON b.id = e."menteeId"
    WHERE o.state = 'open' AND o."offeredById" = m."personId" ORDER BY o.id`,
  series: `SELECT r.id, a."userId" AS mentor, b."userId" AS mentee FROM "SessionSeries" r
    JOIN "Engagement" e ON e.id = r."engagementId" JOIN "Mentor" m ON m.id = e."mentorId"
    JOIN "Person" a ON a.id = m."personId" JOIN "Person" b ON b.id = e."menteeId" ORDER BY r.id`,
  target: `SELECT id FROM "Target" ORDER BY due, subject`,
  figures: `SELECT id FROM "UniformedImport" WHERE state = 'checked' ORDER BY id`,
  mail: `SELECT id FROM "OutgoingMail" ORDER BY "createdAt"`,
  event: `SELECT e.id, e."actorId" AS actor FROM "RecordEvent" e
    JOIN "RoleGrant" g ON g."userId" = e."actorId" AND g.role = 'secretariat' ORDER BY e.sequence`,
} as const;

export type Sample = Readonly<Record<string, string>>;
export type Samples = Readonly<Record<keyof typeof SAMPLES, Sample>>;

/** What the tests of every route ask the demonstration's database. */
export interface Demo {
  readonly samples: Samples;
  /** Two accounts of each role: who wears it by default, and a stranger who sits on no panel and owns nothing here. */
  readonly accounts: Readonly<Record<Role, readonly [string, string | undefined]>>;
}

/** Reads the samples and the accounts of the demonstration that the browser tests are served with. */
export async function readDemo(connectionString = process.env.E2E_DATABASE_URL): Promise<Demo> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    const samples: Record<string, Sample> = {};
    for (const [kind, sql] of Object.entries(SAMPLES)) {
      const { rows } = await client.query(`${sql} LIMIT 1`);
      samples[kind] = first<Sample>(rows, kind);
    }
    const accounts: Partial<Record<Role, readonly [string, string | undefined]>> = {};
    for (const role of ROLES) {
      const { rows } = await client.query<{ userId: string }>(
        `SELECT "userId" FROM "RoleGrant" g WHERE role::text = $1 ORDER BY (
          SELECT count(*) FROM "PanelMember" m JOIN "Panel" p ON p.id = m."panelId"
          WHERE m."userId" = g."userId" AND p.phase IN ('desk', 'interview', 'reported')
        ) DESC, "grantedAt", id`,
        [role],
      );
      accounts[role] = [first(rows, role).userId, rows.slice(1).at(-1)?.userId];
    }
    return { samples: samples as Samples, accounts: accounts as Demo["accounts"] };
  } finally {
    await client.end();
  }
}

function first<T>(rows: readonly T[], what: string): T {
  const [row] = rows;
  if (!row) throw new Error(`The demo has no ${what}`);
  return row;
}
