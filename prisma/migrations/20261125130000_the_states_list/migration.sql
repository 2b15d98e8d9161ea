-- CreateEnum
CREATE TYPE "Service" AS ENUM ('civilian', 'military', 'police');

-- CreateEnum
CREATE TYPE "Nominator" AS ENUM ('state', 'self');

-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('checking', 'ready', 'refused', 'running', 'done', 'failed');

-- AlterTable: whoever came first to keep the day of birth, it is kept once.
ALTER TABLE "Person" ADD COLUMN IF NOT EXISTS "birthDate" DATE;
ALTER TABLE "Person" ADD COLUMN     "rank" TEXT,
ADD COLUMN     "service" "Service";

-- AlterTable
ALTER TABLE "CareerPost" ADD COLUMN     "budgetThousands" INTEGER,
ADD COLUMN     "supervisor" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "FieldService" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "mission" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "startYear" INTEGER NOT NULL,
    "endYear" INTEGER,

    CONSTRAINT "FieldService_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Education" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "degree" TEXT NOT NULL,
    "institution" TEXT NOT NULL,
    "year" INTEGER,

    CONSTRAINT "Education_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LeadershipCourse" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "organiser" TEXT NOT NULL,
    "year" INTEGER,

    CONSTRAINT "LeadershipCourse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NomineeDraft" (
    "id" UUID NOT NULL,
    "callId" UUID NOT NULL,
    "stateCode" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "content" JSONB NOT NULL,
    "createdById" TEXT NOT NULL,
    "updatedById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submittedAt" TIMESTAMPTZ(3),

    CONSTRAINT "NomineeDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DraftDocument" (
    "id" UUID NOT NULL,
    "draftId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "fileId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "addedById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DraftDocument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ListSubmission" (
    "id" UUID NOT NULL,
    "callId" UUID NOT NULL,
    "stateCode" TEXT NOT NULL,
    "women" INTEGER NOT NULL,
    "men" INTEGER NOT NULL,
    "another" INTEGER NOT NULL,
    "notStated" INTEGER NOT NULL,
    "added" INTEGER NOT NULL,
    "ruleMet" BOOLEAN NOT NULL,
    "reason" TEXT,
    "submittedById" TEXT NOT NULL,
    "submissionKey" TEXT NOT NULL,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ListSubmission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NominationImport" (
    "id" UUID NOT NULL,
    "callId" UUID NOT NULL,
    "stateCode" TEXT,
    "state" "ImportState" NOT NULL DEFAULT 'checking',
    "fileId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "format" TEXT,
    "encoding" TEXT,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "problemCount" INTEGER NOT NULL DEFAULT 0,
    "problems" JSONB NOT NULL DEFAULT '[]',
    "startedById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "NominationImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportProgress" (
    "importId" UUID NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ImportProgress_pkey" PRIMARY KEY ("importId")
);

-- What a state said of its own nomination is from now on said of its list, as it stood when it was said.
INSERT INTO "ListSubmission" ("id", "callId", "stateCode", "women", "men", "another", "notStated", "added",
    "ruleMet", "reason", "submittedById", "submissionKey", "submittedAt")
SELECT gen_random_uuid(), n."callId", n."stateCode",
    count(*) FILTER (WHERE p."gender" = 'woman'), count(*) FILTER (WHERE p."gender" = 'man'),
    count(*) FILTER (WHERE p."gender" = 'another'), count(*) FILTER (WHERE p."gender" = 'notStated'),
    count(*), max(n."balanceReason") IS NULL, max(n."balanceReason"), min(n."nominatedById"),
    'before:' || n."callId" || ':' || n."stateCode", max(n."submittedAt")
FROM "Nomination" n JOIN "Person" p ON p."id" = n."personId"
GROUP BY n."callId", n."stateCode";

-- AlterTable
ALTER TABLE "Nomination" DROP COLUMN "balanceReason",
ADD COLUMN     "additional" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "disclosure" TEXT,
ADD COLUMN     "draftId" UUID,
ADD COLUMN     "importId" UUID,
ADD COLUMN     "nominator" "Nominator" NOT NULL DEFAULT 'state',
ADD COLUMN     "withdrawnAt" TIMESTAMPTZ(3),
ADD COLUMN     "withdrawnReason" TEXT,
ALTER COLUMN "stateCode" DROP NOT NULL;

-- A state nominates, or somebody nominates themself.
ALTER TABLE "Nomination" ADD CONSTRAINT "Nomination_nominator_check"
    CHECK (("nominator" = 'state') = ("stateCode" IS NOT NULL));

-- CreateIndex
CREATE INDEX "FieldService_personId_idx" ON "FieldService"("personId");

-- CreateIndex
CREATE INDEX "Education_personId_idx" ON "Education"("personId");

-- CreateIndex
CREATE INDEX "LeadershipCourse_personId_idx" ON "LeadershipCourse"("personId");

-- CreateIndex
CREATE INDEX "NomineeDraft_callId_stateCode_submittedAt_idx" ON "NomineeDraft"("callId", "stateCode", "submittedAt");

-- CreateIndex
CREATE INDEX "NomineeDraft_stateCode_submittedAt_idx" ON "NomineeDraft"("stateCode", "submittedAt");

-- CreateIndex
CREATE INDEX "NomineeDraft_createdById_callId_idx" ON "NomineeDraft"("createdById", "callId");

-- CreateIndex
CREATE INDEX "DraftDocument_fileId_idx" ON "DraftDocument"("fileId");

-- CreateIndex
CREATE UNIQUE INDEX "DraftDocument_draftId_kind_key" ON "DraftDocument"("draftId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "ListSubmission_submissionKey_key" ON "ListSubmission"("submissionKey");

-- CreateIndex
CREATE INDEX "ListSubmission_stateCode_submittedAt_idx" ON "ListSubmission"("stateCode", "submittedAt");

-- CreateIndex
CREATE INDEX "ListSubmission_callId_stateCode_submittedAt_idx" ON "ListSubmission"("callId", "stateCode", "submittedAt");

-- CreateIndex
CREATE INDEX "NominationImport_startedById_createdAt_idx" ON "NominationImport"("startedById", "createdAt");

-- CreateIndex
CREATE INDEX "NominationImport_callId_createdAt_idx" ON "NominationImport"("callId", "createdAt");

-- CreateIndex
CREATE INDEX "NominationImport_fileId_idx" ON "NominationImport"("fileId");

-- CreateIndex
CREATE INDEX "Nomination_draftId_idx" ON "Nomination"("draftId");

-- CreateIndex
CREATE INDEX "Nomination_importId_idx" ON "Nomination"("importId");

-- AddForeignKey
ALTER TABLE "FieldService" ADD CONSTRAINT "FieldService_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Education" ADD CONSTRAINT "Education_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LeadershipCourse" ADD CONSTRAINT "LeadershipCourse_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NomineeDraft" ADD CONSTRAINT "NomineeDraft_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NomineeDraft" ADD CONSTRAINT "NomineeDraft_stateCode_fkey" FOREIGN KEY ("stateCode") REFERENCES "State"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftDocument" ADD CONSTRAINT "DraftDocument_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "NomineeDraft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftDocument" ADD CONSTRAINT "DraftDocument_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListSubmission" ADD CONSTRAINT "ListSubmission_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListSubmission" ADD CONSTRAINT "ListSubmission_stateCode_fkey" FOREIGN KEY ("stateCode") REFERENCES "State"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NominationImport" ADD CONSTRAINT "NominationImport_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NominationImport" ADD CONSTRAINT "NominationImport_stateCode_fkey" FOREIGN KEY ("stateCode") REFERENCES "State"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NominationImport" ADD CONSTRAINT "NominationImport_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportProgress" ADD CONSTRAINT "ImportProgress_importId_fkey" FOREIGN KEY ("importId") REFERENCES "NominationImport"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nomination" ADD CONSTRAINT "Nomination_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "NomineeDraft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nomination" ADD CONSTRAINT "Nomination_importId_fkey" FOREIGN KEY ("importId") REFERENCES "NominationImport"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AlterForeignKey: the state of a nomination is optional now.
ALTER TABLE "Nomination" DROP CONSTRAINT "Nomination_stateCode_fkey";
ALTER TABLE "Nomination" ADD CONSTRAINT "Nomination_stateCode_fkey" FOREIGN KEY ("stateCode") REFERENCES "State"("code") ON DELETE RESTRICT ON UPDATE CASCADE;
