-- Search of names: whatever the script, without accents, in small letters, by any part of a name.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- CreateEnum
CREATE TYPE "ScreeningBasis" AS ENUM ('single', 'consensus', 'majority');

-- CreateEnum
CREATE TYPE "ClearanceStepKind" AS ENUM ('requested', 'assigned', 'recorded', 'requestedAgain');

-- AlterEnum: made anew, since a value added to a type cannot be used in the transaction that adds it.
ALTER TYPE "ClearanceKind" RENAME TO "ClearanceKind_old";
CREATE TYPE "ClearanceKind" AS ENUM ('humanRights', 'conduct', 'references', 'medical', 'hostState');
ALTER TABLE "Clearance" ALTER COLUMN "kind" TYPE "ClearanceKind" USING ("kind"::text::"ClearanceKind");
DROP TYPE "ClearanceKind_old";

-- AlterTable
ALTER TABLE "Candidacy" ADD COLUMN     "screeningRound" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Screening" ADD COLUMN     "basis" "ScreeningBasis" NOT NULL DEFAULT 'single',
ADD COLUMN     "reasonCodes" TEXT[];

UPDATE "Screening" SET "reasonCodes" = CASE
  WHEN "reasonCode" IS NULL THEN ARRAY[]::TEXT[]
  WHEN "reasonCode" = 'incompleteFile' THEN ARRAY['fileIncomplete']
  ELSE ARRAY["reasonCode"] END;

ALTER TABLE "Screening" DROP COLUMN "reasonCode";

-- AlterTable
ALTER TABLE "Clearance" ADD COLUMN     "dueOn" DATE,
ADD COLUMN     "note" TEXT,
ADD COLUMN     "ownerId" TEXT,
ADD COLUMN     "receivedOn" DATE;

UPDATE "Clearance" SET "dueOn" = ("requestedAt" AT TIME ZONE 'UTC')::date + 30;
ALTER TABLE "Clearance" ALTER COLUMN "dueOn" SET NOT NULL;

-- CreateTable
CREATE TABLE "ScreeningSheet" (
    "id" UUID NOT NULL,
    "candidacyId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "seat" INTEGER NOT NULL,
    "screenerId" TEXT NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "findings" JSONB NOT NULL,
    "reasonCodes" TEXT[],
    "note" TEXT NOT NULL,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersededAt" TIMESTAMPTZ(3),

    CONSTRAINT "ScreeningSheet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FileRequest" (
    "id" UUID NOT NULL,
    "candidacyId" UUID NOT NULL,
    "askedById" TEXT NOT NULL,
    "fields" TEXT[],
    "question" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answeredAt" TIMESTAMPTZ(3),
    "changes" JSONB,

    CONSTRAINT "FileRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClearanceStep" (
    "id" UUID NOT NULL,
    "clearanceId" UUID NOT NULL,
    "kind" "ClearanceStepKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "byId" TEXT,
    "ownerId" TEXT,
    "outcome" "ClearanceOutcome",
    "receivedOn" DATE,
    "validUntil" DATE,

    CONSTRAINT "ClearanceStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reference" (
    "id" UUID NOT NULL,
    "clearanceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "relation" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "addedById" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "remindedAt" TIMESTAMPTZ(3),
    "answeredAt" TIMESTAMPTZ(3),
    "answers" TEXT,

    CONSTRAINT "Reference_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NominationListing" (
    "nominationId" UUID NOT NULL,
    "candidacyId" UUID,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,
    "stateCode" TEXT,
    "stage" TEXT NOT NULL,
    "gender" "Gender" NOT NULL,
    "roleKindCode" TEXT,
    "searchName" TEXT NOT NULL,

    CONSTRAINT "NominationListing_pkey" PRIMARY KEY ("nominationId")
);

-- CreateIndex
CREATE INDEX "ScreeningSheet_screenerId_idx" ON "ScreeningSheet"("screenerId");

-- CreateIndex
CREATE UNIQUE INDEX "ScreeningSheet_candidacyId_round_screenerId_key" ON "ScreeningSheet"("candidacyId", "round", "screenerId");

-- CreateIndex
CREATE UNIQUE INDEX "ScreeningSheet_candidacyId_round_seat_key" ON "ScreeningSheet"("candidacyId", "round", "seat");

-- CreateIndex
CREATE UNIQUE INDEX "FileRequest_tokenHash_key" ON "FileRequest"("tokenHash");

-- CreateIndex
CREATE INDEX "FileRequest_candidacyId_answeredAt_idx" ON "FileRequest"("candidacyId", "answeredAt");

-- CreateIndex
CREATE INDEX "ClearanceStep_clearanceId_at_idx" ON "ClearanceStep"("clearanceId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Reference_tokenHash_key" ON "Reference"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "Reference_clearanceId_email_key" ON "Reference"("clearanceId", "email");

-- CreateIndex
CREATE INDEX "NominationListing_submittedAt_nominationId_idx" ON "NominationListing"("submittedAt" DESC, "nominationId" DESC);

-- CreateIndex
CREATE INDEX "NominationListing_stateCode_submittedAt_nominationId_idx" ON "NominationListing"("stateCode", "submittedAt" DESC, "nominationId" DESC);

-- CreateIndex
CREATE INDEX "NominationListing_stage_submittedAt_nominationId_idx" ON "NominationListing"("stage", "submittedAt" DESC, "nominationId" DESC);

-- CreateIndex
CREATE INDEX "NominationListing_roleKindCode_submittedAt_nominationId_idx" ON "NominationListing"("roleKindCode", "submittedAt" DESC, "nominationId" DESC);

-- CreateIndex
CREATE INDEX "NominationListing_searchName_idx" ON "NominationListing" USING GIN ("searchName" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Nomination_personId_idx" ON "Nomination"("personId");

-- CreateIndex
CREATE INDEX "Clearance_ownerId_outcome_idx" ON "Clearance"("ownerId", "outcome");

-- AddForeignKey
ALTER TABLE "ScreeningSheet" ADD CONSTRAINT "ScreeningSheet_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "Candidacy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FileRequest" ADD CONSTRAINT "FileRequest_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "Candidacy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClearanceStep" ADD CONSTRAINT "ClearanceStep_clearanceId_fkey" FOREIGN KEY ("clearanceId") REFERENCES "Clearance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reference" ADD CONSTRAINT "Reference_clearanceId_fkey" FOREIGN KEY ("clearanceId") REFERENCES "Clearance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NominationListing" ADD CONSTRAINT "NominationListing_nominationId_fkey" FOREIGN KEY ("nominationId") REFERENCES "Nomination"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- The screenings made so far become sheets of their one screener.
INSERT INTO "ScreeningSheet" ("id", "candidacyId", "round", "seat", "screenerId", "passed", "findings", "reasonCodes", "note", "submittedAt")
SELECT gen_random_uuid(), "candidacyId", 1, 1, "screenedById", "passed", "findings", "reasonCodes", "note", "createdAt" FROM "Screening";

-- Whoever is under way is asked for the host state's view as well; those whose case has ended are not.
INSERT INTO "Clearance" ("id", "candidacyId", "kind", "requestedAt", "dueOn")
SELECT gen_random_uuid(), c."id", 'hostState', now(), (now() AT TIME ZONE 'UTC')::date + 30
FROM "Candidacy" c JOIN "Vacancy" v ON v."id" = c."vacancyId"
WHERE c."state" IN ('screenedIn', 'recommended', 'suitable', 'selected') AND v."state" <> 'closed'
  AND EXISTS (SELECT FROM "Clearance" k WHERE k."candidacyId" = c."id");

-- The history of the gates begins with what is known of them.
INSERT INTO "ClearanceStep" ("id", "clearanceId", "kind", "at")
SELECT gen_random_uuid(), "id", 'requested', "requestedAt" FROM "Clearance";
INSERT INTO "ClearanceStep" ("id", "clearanceId", "kind", "at", "byId", "outcome", "validUntil")
SELECT gen_random_uuid(), "id", 'recorded', "answeredAt", "answeredById", "outcome", "validUntil"
FROM "Clearance" WHERE "answeredAt" IS NOT NULL;

-- What a name is looked for by. Names keep their script; accents, case and compatibility forms do not matter.
CREATE FUNCTION name_search_key(name TEXT) RETURNS TEXT LANGUAGE sql STABLE AS
$$ SELECT lower(unaccent(normalize(name, NFKC))) $$;

CREATE FUNCTION list_nominations(wanted UUID[]) RETURNS VOID LANGUAGE sql AS $$
  INSERT INTO "NominationListing"
    ("nominationId", "candidacyId", "submittedAt", "stateCode", "stage", "gender", "roleKindCode", "searchName")
  SELECT n."id", c."id", n."submittedAt", n."stateCode",
    coalesce(c."state"::text, CASE n."state"::text WHEN 'withdrawn' THEN 'withdrawn' ELSE 'nominated' END),
    p."gender", post."roleKindCode", name_search_key(p."familyName" || ' ' || p."givenName")
  FROM "Nomination" n
  JOIN "Person" p ON p."id" = n."personId"
  LEFT JOIN "Candidacy" c ON c."nominationId" = n."id"
  LEFT JOIN "Vacancy" v ON v."id" = n."vacancyId"
  LEFT JOIN "Post" post ON post."id" = v."postId"
  WHERE n."id" = ANY (wanted)
  ON CONFLICT ("nominationId") DO UPDATE SET
    "candidacyId" = excluded."candidacyId", "submittedAt" = excluded."submittedAt",
    "stateCode" = excluded."stateCode", "stage" = excluded."stage", "gender" = excluded."gender",
    "roleKindCode" = excluded."roleKindCode", "searchName" = excluded."searchName"
$$;

-- Once a statement, however many rows it writes: an import of thousands lists them in one go.
CREATE FUNCTION list_written_nominations() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM list_nominations(ARRAY(SELECT "id" FROM written));
  RETURN NULL;
END $$;

CREATE FUNCTION list_written_candidacies() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM list_nominations(ARRAY(SELECT "nominationId" FROM written));
  RETURN NULL;
END $$;

CREATE FUNCTION list_written_people() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM list_nominations(ARRAY(SELECT n."id" FROM "Nomination" n JOIN written w ON w."id" = n."personId"));
  RETURN NULL;
END $$;

CREATE TRIGGER list_new_nominations AFTER INSERT ON "Nomination" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION list_written_nominations();
CREATE TRIGGER list_changed_nominations AFTER UPDATE ON "Nomination" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION list_written_nominations();
CREATE TRIGGER list_new_candidacies AFTER INSERT ON "Candidacy" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION list_written_candidacies();
CREATE TRIGGER list_changed_candidacies AFTER UPDATE ON "Candidacy" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION list_written_candidacies();
CREATE TRIGGER list_changed_people AFTER UPDATE ON "Person" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION list_written_people();

SELECT list_nominations(ARRAY(SELECT "id" FROM "Nomination"));
