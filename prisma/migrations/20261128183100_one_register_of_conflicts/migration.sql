-- CreateEnum
CREATE TYPE "ConflictStanding" AS ENUM ('found', 'suspected', 'declared');

-- CreateEnum
CREATE TYPE "ConflictPin" AS ENUM ('none', 'stands', 'setAside');

-- CreateTable
CREATE TABLE "KnownConflict" (
    "id" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "source" "ConflictSource" NOT NULL,
    "detail" TEXT NOT NULL,
    "standing" "ConflictStanding" NOT NULL,
    "foundAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresOn" DATE,
    "endedAt" TIMESTAMPTZ(3),
    "pin" "ConflictPin" NOT NULL DEFAULT 'none',
    "pinReason" TEXT,
    "pinnedById" TEXT,
    "pinnedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "KnownConflict_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "KnownConflict_userId_personId_source_key" ON "KnownConflict"("userId", "personId", "source");

-- CreateIndex
CREATE INDEX "KnownConflict_personId_idx" ON "KnownConflict"("personId");

-- CreateIndex
CREATE INDEX "KnownConflict_foundAt_idx" ON "KnownConflict"("foundAt");

-- AddForeignKey
ALTER TABLE "KnownConflict" ADD CONSTRAINT "KnownConflict_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "Conflict" ADD COLUMN "knownId" UUID;

-- CreateIndex
CREATE INDEX "Conflict_knownId_idx" ON "Conflict"("knownId");

-- AddForeignKey
ALTER TABLE "Conflict" ADD CONSTRAINT "Conflict_knownId_fkey" FOREIGN KEY ("knownId") REFERENCES "KnownConflict"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "ScoreSheet" ADD COLUMN "withdrawnAt" TIMESTAMPTZ(3);

-- The recusals there are stand in the register too, once for each two people and source.
INSERT INTO "KnownConflict" ("id", "userId", "personId", "source", "detail", "standing", "foundAt")
SELECT DISTINCT ON (m."userId", c."personId", x."source") gen_random_uuid(), m."userId", c."personId", x."source", x."note",
  CASE x."source" WHEN 'declared' THEN 'declared'::"ConflictStanding" ELSE 'found'::"ConflictStanding" END, x."createdAt"
FROM "Conflict" x JOIN "PanelMember" m ON m."id" = x."memberId" JOIN "Candidacy" c ON c."id" = x."candidacyId"
ORDER BY m."userId", c."personId", x."source", x."createdAt";

-- Whoever mentored somebody does not judge them later, nor the other way round.
INSERT INTO "KnownConflict" ("id", "userId", "personId", "source", "detail", "standing", "foundAt")
SELECT DISTINCT ON (b."userId", b."personId") gen_random_uuid(), b."userId", b."personId", 'pairing', '', 'found', b."createdAt"
FROM (
  SELECT p."userId", e."menteeId" AS "personId", e."createdAt" FROM "Engagement" e
  JOIN "Mentor" m ON m."id" = e."mentorId" JOIN "Person" p ON p."id" = m."personId"
  UNION ALL
  SELECT p."userId", m."personId", e."createdAt" FROM "Engagement" e
  JOIN "Mentor" m ON m."id" = e."mentorId" JOIN "Person" p ON p."id" = e."menteeId"
) b WHERE b."userId" IS NOT NULL ORDER BY b."userId", b."personId", b."createdAt";

UPDATE "Conflict" x SET "knownId" = k."id" FROM "PanelMember" m, "Candidacy" c, "KnownConflict" k
WHERE m."id" = x."memberId" AND c."id" = x."candidacyId"
  AND k."userId" = m."userId" AND k."personId" = c."personId" AND k."source" = x."source";

-- A sheet of somebody recused since it was begun counts for nothing from then on.
UPDATE "ScoreSheet" s SET "withdrawnAt" = x."createdAt" FROM "Conflict" x
WHERE x."memberId" = s."memberId" AND x."candidacyId" = s."candidacyId";
