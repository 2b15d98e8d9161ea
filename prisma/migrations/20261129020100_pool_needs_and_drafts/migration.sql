-- Mentors. Who is available or resting today confirmed their profile by being so: they stay in the pool, their profile
-- counts as checked when it was last changed, and the code of conduct is put before them on their own page.
ALTER TABLE "Mentor" ADD COLUMN     "acceptsSameState" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "checkAskedAt" TIMESTAMPTZ(3),
ADD COLUMN     "checkedAt" TIMESTAMPTZ(3),
ADD COLUMN     "hoursFrom" INTEGER NOT NULL DEFAULT 480,
ADD COLUMN     "hoursTo" INTEGER NOT NULL DEFAULT 1080,
ADD COLUMN     "wishedLanguages" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "wishedMandates" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "wishedRoleKinds" TEXT[] DEFAULT ARRAY[]::TEXT[];
-- Who rested without ever having said what they can help with had confirmed nothing.
UPDATE "Mentor" SET "state" = 'pledged' WHERE "state" = 'resting' AND cardinality("topics") = 0;
UPDATE "Mentor" SET "checkedAt" = "updatedAt" WHERE "state" <> 'pledged';
ALTER TABLE "Mentor" ADD CONSTRAINT "Mentor_hours" CHECK ("hoursFrom" BETWEEN 0 AND 1439 AND "hoursTo" BETWEEN 1 AND 1440 AND "hoursFrom" < "hoursTo");
CREATE INDEX "Mentor_checkedAt_idx" ON "Mentor"("checkedAt");

CREATE TABLE "MentorBlackout" (
    "mentorId" UUID NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,

    CONSTRAINT "MentorBlackout_pkey" PRIMARY KEY ("mentorId","startsOn")
);
ALTER TABLE "MentorBlackout" ADD CONSTRAINT "MentorBlackout_in_order" CHECK ("startsOn" <= "endsOn");
ALTER TABLE "MentorBlackout" ADD CONSTRAINT "MentorBlackout_mentorId_fkey" FOREIGN KEY ("mentorId") REFERENCES "Mentor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "InductionStep" (
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "titleEn" TEXT NOT NULL,
    "titleFr" TEXT NOT NULL,
    "textEn" TEXT NOT NULL,
    "textFr" TEXT NOT NULL,

    CONSTRAINT "InductionStep_pkey" PRIMARY KEY ("code")
);
CREATE TABLE "InductionDone" (
    "mentorId" UUID NOT NULL,
    "stepCode" TEXT NOT NULL,
    "doneOn" DATE NOT NULL,
    "markedById" TEXT NOT NULL,
    "byMentor" BOOLEAN NOT NULL,
    "markedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "InductionDone_pkey" PRIMARY KEY ("mentorId","stepCode")
);
ALTER TABLE "InductionDone" ADD CONSTRAINT "InductionDone_mentorId_fkey" FOREIGN KEY ("mentorId") REFERENCES "Mentor"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "InductionDone" ADD CONSTRAINT "InductionDone_stepCode_fkey" FOREIGN KEY ("stepCode") REFERENCES "InductionStep"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "CodeOfConduct" (
    "version" INTEGER NOT NULL,
    "textEn" TEXT NOT NULL,
    "textFr" TEXT NOT NULL,
    "publishedOn" DATE NOT NULL,

    CONSTRAINT "CodeOfConduct_pkey" PRIMARY KEY ("version")
);
CREATE TABLE "CodeAcknowledgement" (
    "mentorId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "acknowledgedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CodeAcknowledgement_pkey" PRIMARY KEY ("mentorId","version")
);
ALTER TABLE "CodeAcknowledgement" ADD CONSTRAINT "CodeAcknowledgement_mentorId_fkey" FOREIGN KEY ("mentorId") REFERENCES "Mentor"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "CodeAcknowledgement" ADD CONSTRAINT "CodeAcknowledgement_version_fkey" FOREIGN KEY ("version") REFERENCES "CodeOfConduct"("version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Needs. A language chosen so far had no level of its own: the level on file is taken, and at least one that serves for work.
ALTER TABLE "MentorshipNeed" ADD COLUMN     "acceptsSameState" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "findingTopics" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "findingsAgreedAt" TIMESTAMPTZ(3),
ADD COLUMN     "hoursFrom" INTEGER NOT NULL DEFAULT 480,
ADD COLUMN     "hoursTo" INTEGER NOT NULL DEFAULT 1080,
ADD COLUMN     "wishedMentorIds" TEXT[] DEFAULT ARRAY[]::TEXT[];
ALTER TABLE "MentorshipNeed" ADD CONSTRAINT "MentorshipNeed_hours" CHECK ("hoursFrom" BETWEEN 0 AND 1439 AND "hoursTo" BETWEEN 1 AND 1440 AND "hoursFrom" < "hoursTo");
ALTER TABLE "MentorshipNeed" ADD CONSTRAINT "MentorshipNeed_findings_by_agreement" CHECK ("findingsAgreedAt" IS NOT NULL OR cardinality("findingTopics") = 0);

CREATE TABLE "NeedLanguage" (
    "needId" UUID NOT NULL,
    "languageCode" TEXT NOT NULL,
    "level" INTEGER NOT NULL,

    CONSTRAINT "NeedLanguage_pkey" PRIMARY KEY ("needId","languageCode")
);
ALTER TABLE "NeedLanguage" ADD CONSTRAINT "NeedLanguage_level" CHECK ("level" BETWEEN 1 AND 3);
ALTER TABLE "NeedLanguage" ADD CONSTRAINT "NeedLanguage_needId_fkey" FOREIGN KEY ("needId") REFERENCES "MentorshipNeed"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "NeedLanguage" ADD CONSTRAINT "NeedLanguage_languageCode_fkey" FOREIGN KEY ("languageCode") REFERENCES "Language"("code") ON DELETE RESTRICT ON UPDATE CASCADE;
INSERT INTO "NeedLanguage" ("needId", "languageCode", "level")
SELECT n."id", l."code", GREATEST(2, COALESCE(p."level", 0))
FROM "MentorshipNeed" n
CROSS JOIN LATERAL (SELECT DISTINCT unnest(n."languages") AS "code") chosen
JOIN "Language" l ON l."code" = chosen."code"
LEFT JOIN "PersonLanguage" p ON p."personId" = n."personId" AND p."languageCode" = l."code";
ALTER TABLE "MentorshipNeed" DROP COLUMN "languages";

-- Weights, and pairs wanted or not.
CREATE TABLE "MatchWeights" (
    "id" UUID NOT NULL,
    "role" INTEGER NOT NULL,
    "mission" INTEGER NOT NULL,
    "needs" INTEGER NOT NULL,
    "language" INTEGER NOT NULL,
    "hours" INTEGER NOT NULL,
    "preferences" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "setById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MatchWeights_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "MatchWeights" ADD CONSTRAINT "MatchWeights_weigh" CHECK (LEAST("role", "mission", "needs", "language", "hours", "preferences") >= 0 AND GREATEST("role", "mission", "needs", "language", "hours", "preferences") BETWEEN 1 AND 100);
CREATE INDEX "MatchWeights_createdAt_idx" ON "MatchWeights"("createdAt");

CREATE TYPE "PairOrderKind" AS ENUM ('pin', 'forbid');
CREATE TABLE "PairOrder" (
    "id" UUID NOT NULL,
    "needId" UUID NOT NULL,
    "mentorId" UUID NOT NULL,
    "kind" "PairOrderKind" NOT NULL,
    "reason" TEXT NOT NULL,
    "setById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "liftedAt" TIMESTAMPTZ(3),
    "liftedById" TEXT,

    CONSTRAINT "PairOrder_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "PairOrder_needId_mentorId_idx" ON "PairOrder"("needId", "mentorId");
CREATE INDEX "PairOrder_liftedAt_createdAt_idx" ON "PairOrder"("liftedAt", "createdAt");
CREATE UNIQUE INDEX "PairOrder_one_live" ON "PairOrder" ("needId", "mentorId") WHERE "liftedAt" IS NULL;
ALTER TABLE "PairOrder" ADD CONSTRAINT "PairOrder_needId_fkey" FOREIGN KEY ("needId") REFERENCES "MentorshipNeed"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PairOrder" ADD CONSTRAINT "PairOrder_mentorId_fkey" FOREIGN KEY ("mentorId") REFERENCES "Mentor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Runs: those so far were published as they were solved.
CREATE TYPE "MatchRunState" AS ENUM ('waiting', 'solving', 'draft', 'published', 'discarded', 'refused', 'failed');
ALTER TABLE "MatchRun" ADD COLUMN     "checkedAt" TIMESTAMPTZ(3),
ADD COLUMN     "placed" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "problemHash" TEXT,
ADD COLUMN     "publishedAt" TIMESTAMPTZ(3),
ADD COLUMN     "publishedById" TEXT,
ADD COLUMN     "refusal" JSONB,
ADD COLUMN     "state" "MatchRunState" NOT NULL DEFAULT 'published',
ADD COLUMN     "toPlace" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "weightsId" UUID;
UPDATE "MatchRun" SET "checkedAt" = "createdAt", "publishedAt" = "createdAt", "publishedById" = "ranById";
CREATE INDEX "MatchRun_createdAt_idx" ON "MatchRun"("createdAt");
ALTER TABLE "MatchRun" ADD CONSTRAINT "MatchRun_weightsId_fkey" FOREIGN KEY ("weightsId") REFERENCES "MatchWeights"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "MatchProposal_runId_idx" ON "MatchProposal"("runId");
