-- A call is a thing of its own: for one vacancy, several, or the cadre at large.
CREATE TYPE "CallKind" AS ENUM ('vacancies', 'global');
CREATE TYPE "CallState" AS ENUM ('draft', 'open', 'closed');
CREATE TYPE "ListRule" AS ENUM ('none', 'parity2017', 'parityPlus2021', 'parityPlus2024', 'own');
CREATE TYPE "CallNoticeKind" AS ENUM ('addendum', 'extension', 'correction');

CREATE TABLE "Call" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "kind" "CallKind" NOT NULL,
    "state" "CallState" NOT NULL DEFAULT 'draft',
    "title" JSONB,
    "description" JSONB,
    "requirements" JSONB NOT NULL DEFAULT '[]',
    "roleKindCodes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "listRule" "ListRule" NOT NULL DEFAULT 'none',
    "listNumbers" JSONB,
    "targetedStateCodes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "selfNomination" BOOLEAN NOT NULL DEFAULT false,
    "opensAt" TIMESTAMPTZ(3),
    "closesAt" TIMESTAMPTZ(3),
    "timeZone" TEXT NOT NULL DEFAULT 'America/New_York',
    "graceMinutes" INTEGER NOT NULL DEFAULT 0,
    "takesUntil" TIMESTAMPTZ(3),
    "publishedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "createdById" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Call_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "CallNotice" (
    "id" UUID NOT NULL,
    "callId" UUID NOT NULL,
    "kind" "CallNoticeKind" NOT NULL,
    "text" JSONB NOT NULL,
    "previousClosesAt" TIMESTAMPTZ(3),
    "newClosesAt" TIMESTAMPTZ(3),
    "givenById" TEXT NOT NULL,
    "submissionKey" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CallNotice_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "CallStart" (
    "callId" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "stateCode" TEXT,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CallStart_pkey" PRIMARY KEY ("callId", "userId")
);

CREATE UNIQUE INDEX "Call_reference_key" ON "Call"("reference");
CREATE INDEX "Call_state_takesUntil_idx" ON "Call"("state", "takesUntil");
CREATE UNIQUE INDEX "CallNotice_submissionKey_key" ON "CallNotice"("submissionKey");
CREATE INDEX "CallNotice_callId_createdAt_idx" ON "CallNotice"("callId", "createdAt");
ALTER TABLE "CallNotice" ADD CONSTRAINT "CallNotice_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "CallStart" ADD CONSTRAINT "CallStart_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Vacancy" ADD COLUMN "callId" UUID;
ALTER TABLE "Nomination" ADD COLUMN "callId" UUID, ADD COLUMN "inGrace" BOOLEAN NOT NULL DEFAULT false;

-- Every vacancy published so far had a call of its own, addressed to every state, by no rule and without grace.
INSERT INTO "Call" ("id", "reference", "kind", "state", "roleKindCodes", "targetedStateCodes", "opensAt", "closesAt", "takesUntil", "timeZone", "publishedAt", "closedAt", "createdById", "createdAt", "updatedAt")
SELECT gen_random_uuid(), v."reference", 'vacancies', (CASE WHEN v."state" = 'open' THEN 'open' ELSE 'closed' END)::"CallState",
       '{}', '{}', v."opensAt", v."closesAt", v."closesAt", v."timeZone", v."opensAt",
       CASE WHEN v."state" = 'open' THEN NULL ELSE coalesce(
         (SELECT max(e."at") FROM "RecordEvent" e WHERE e."kind" = 'call.closed' AND e."subjectId" = v."id"::text),
         v."closesAt") END,
       v."createdById", v."createdAt", v."updatedAt"
FROM "Vacancy" v WHERE v."state" <> 'draft';
UPDATE "Vacancy" v SET "callId" = c."id" FROM "Call" c WHERE c."reference" = v."reference";
UPDATE "Nomination" n SET "callId" = v."callId" FROM "Vacancy" v WHERE v."id" = n."vacancyId";
INSERT INTO "CallStart" ("callId", "userId", "stateCode", "startedAt")
SELECT "callId", "nominatedById", min("stateCode"), min("submittedAt") FROM "Nomination" GROUP BY 1, 2;

ALTER TABLE "Nomination" ALTER COLUMN "callId" SET NOT NULL, ALTER COLUMN "vacancyId" DROP NOT NULL;
DROP INDEX "Vacancy_state_closesAt_idx";
ALTER TABLE "Vacancy" DROP COLUMN "opensAt", DROP COLUMN "closesAt", DROP COLUMN "timeZone";

CREATE INDEX "Vacancy_state_idx" ON "Vacancy"("state");
CREATE INDEX "Vacancy_callId_idx" ON "Vacancy"("callId");
CREATE INDEX "Nomination_callId_stateCode_idx" ON "Nomination"("callId", "stateCode");
ALTER TABLE "Vacancy" ADD CONSTRAINT "Vacancy_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Nomination" ADD CONSTRAINT "Nomination_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Vacancy" ADD CONSTRAINT "Vacancy_published_by_a_call" CHECK ("state" = 'draft' OR "callId" IS NOT NULL);
ALTER TABLE "Call" ADD CONSTRAINT "Call_dated" CHECK ("state" = 'draft' OR ("opensAt" < "closesAt" AND "publishedAt" IS NOT NULL));
ALTER TABLE "Call" ADD CONSTRAINT "Call_takes_until" CHECK ("takesUntil" IS NOT DISTINCT FROM "closesAt" + make_interval(mins => "graceMinutes"));
ALTER TABLE "Call" ADD CONSTRAINT "Call_grace" CHECK ("graceMinutes" BETWEEN 0 AND 1440);
-- A person is nominated once for the cadre at large.
CREATE UNIQUE INDEX "Nomination_once_without_vacancy" ON "Nomination" ("callId", "personId") WHERE "vacancyId" IS NULL;
