-- The candidate's side of a case (corrections, consents over time, attestations, documents that come and go), and people
-- who are on file twice.
ALTER TYPE "CandidacyState" ADD VALUE 'merged';

CREATE TYPE "FileAuthor" AS ENUM ('state', 'candidate');
CREATE TYPE "DuplicateState" AS ENUM ('suspected', 'merged', 'different');

ALTER TABLE "Person" ADD COLUMN "birthDate" DATE,
ADD COLUMN "mergedIntoId" UUID;
CREATE INDEX "Person_mergedIntoId_idx" ON "Person"("mergedIntoId");
ALTER TABLE "Person" ADD CONSTRAINT "Person_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Candidacy" ADD COLUMN "withdrawnAt" TIMESTAMPTZ(3),
ADD COLUMN "withdrawalReason" TEXT,
ADD COLUMN "mergedIntoId" UUID,
ADD COLUMN "mergedFrom" "CandidacyState";
CREATE INDEX "Candidacy_mergedIntoId_idx" ON "Candidacy"("mergedIntoId");
ALTER TABLE "Candidacy" ADD CONSTRAINT "Candidacy_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Candidacy"("id") ON DELETE SET NULL ON UPDATE CASCADE;
-- Until now nobody noted when a case was withdrawn: its last change is when.
UPDATE "Candidacy" SET "withdrawnAt" = "updatedAt" WHERE "state" = 'withdrawn';

ALTER TABLE "StoredFile" ADD COLUMN "place" TEXT NOT NULL DEFAULT 'database',
ALTER COLUMN "bytes" DROP NOT NULL;
CREATE INDEX "StoredFile_createdAt_idx" ON "StoredFile"("createdAt");

ALTER TABLE "CandidacyDocument" ALTER COLUMN "fileId" DROP NOT NULL,
ADD COLUMN "ofCandidate" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "replacesId" UUID,
ADD COLUMN "removedAt" TIMESTAMPTZ(3);
CREATE UNIQUE INDEX "CandidacyDocument_replacesId_key" ON "CandidacyDocument"("replacesId");
CREATE INDEX "CandidacyDocument_fileId_idx" ON "CandidacyDocument"("fileId");
CREATE INDEX "CandidacyDocument_sha256_idx" ON "CandidacyDocument"("sha256");
ALTER TABLE "CandidacyDocument" ADD CONSTRAINT "CandidacyDocument_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "CandidacyDocument" ADD CONSTRAINT "CandidacyDocument_replacesId_fkey" FOREIGN KEY ("replacesId") REFERENCES "CandidacyDocument"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TABLE "ConsentChange" (
    "id" UUID NOT NULL,
    "candidacyId" UUID NOT NULL,
    "purpose" "ConsentPurpose" NOT NULL,
    "given" BOOLEAN NOT NULL,
    "textVersion" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "ConsentChange_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "ConsentChange_candidacyId_changedAt_idx" ON "ConsentChange"("candidacyId", "changedAt");
ALTER TABLE "ConsentChange" ADD CONSTRAINT "ConsentChange_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "Candidacy"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- The consents there are begin their history.
INSERT INTO "ConsentChange" ("id", "candidacyId", "purpose", "given", "textVersion", "changedAt")
SELECT gen_random_uuid(), "candidacyId", "purpose", "given", "textVersion", "givenAt" FROM "Consent";

CREATE TABLE "Attestation" (
    "id" UUID NOT NULL,
    "candidacyId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "textVersion" TEXT NOT NULL,
    "unable" TEXT[],
    "explanation" TEXT,
    "signedName" TEXT NOT NULL,
    "attestedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Attestation_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Attestation_candidacyId_number_key" ON "Attestation"("candidacyId", "number");
ALTER TABLE "Attestation" ADD CONSTRAINT "Attestation_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "Candidacy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "FileVersion" (
    "id" UUID NOT NULL,
    "candidacyId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "author" "FileAuthor" NOT NULL,
    "content" JSONB NOT NULL,
    "writtenById" TEXT,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "FileVersion_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "FileVersion_candidacyId_number_key" ON "FileVersion"("candidacyId", "number");
ALTER TABLE "FileVersion" ADD CONSTRAINT "FileVersion_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "Candidacy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "LikenessKey" (
    "personId" UUID NOT NULL,
    "latin" TEXT NOT NULL,
    "skeleton" TEXT NOT NULL,
    "mailbox" TEXT NOT NULL,
    "checkedAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "LikenessKey_pkey" PRIMARY KEY ("personId")
);
CREATE INDEX "LikenessKey_latin_idx" ON "LikenessKey" USING GIN ("latin" gin_trgm_ops);
CREATE INDEX "LikenessKey_skeleton_idx" ON "LikenessKey"("skeleton");
CREATE INDEX "LikenessKey_mailbox_idx" ON "LikenessKey"("mailbox");
ALTER TABLE "LikenessKey" ADD CONSTRAINT "LikenessKey_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "DuplicatePair" (
    "id" UUID NOT NULL,
    "firstId" UUID NOT NULL,
    "secondId" UUID NOT NULL,
    "state" "DuplicateState" NOT NULL DEFAULT 'suspected',
    "likeness" INTEGER NOT NULL,
    "reasons" TEXT[],
    "keptId" UUID,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "foundAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "DuplicatePair_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "DuplicatePair_two" CHECK ("firstId" < "secondId")
);
CREATE UNIQUE INDEX "DuplicatePair_firstId_secondId_key" ON "DuplicatePair"("firstId", "secondId");
CREATE INDEX "DuplicatePair_state_likeness_id_idx" ON "DuplicatePair"("state", "likeness" DESC, "id");
CREATE INDEX "DuplicatePair_secondId_idx" ON "DuplicatePair"("secondId");
ALTER TABLE "DuplicatePair" ADD CONSTRAINT "DuplicatePair_firstId_fkey" FOREIGN KEY ("firstId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "DuplicatePair" ADD CONSTRAINT "DuplicatePair_secondId_fkey" FOREIGN KEY ("secondId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
