-- What a decision means for somebody, as it is written to them: nobody is told before an officer has read it. Decisions made before
-- were told at once, and have none.
CREATE TYPE "LetterAudience" AS ENUM ('candidate', 'state');
CREATE TYPE "LetterOutcome" AS ENUM ('selected', 'suitable', 'notSelected');
CREATE TYPE "LetterState" AS ENUM ('awaitingReview', 'sent', 'superseded');

CREATE TABLE "Letter" (
    "id" UUID NOT NULL,
    "vacancyId" UUID NOT NULL,
    "candidacyId" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "audience" "LetterAudience" NOT NULL,
    "outcome" "LetterOutcome" NOT NULL,
    "state" "LetterState" NOT NULL DEFAULT 'awaitingReview',
    "locale" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "draftedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),
    "sentById" TEXT,
    "supersededAt" TIMESTAMPTZ(3),
    CONSTRAINT "Letter_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Letter_sent_by_somebody" CHECK (("state" = 'sent') = ("sentAt" IS NOT NULL AND "sentById" IS NOT NULL)),
    CONSTRAINT "Letter_superseded_once" CHECK (("state" = 'superseded') = ("supersededAt" IS NOT NULL))
);
CREATE UNIQUE INDEX "Letter_candidacyId_decisionId_audience_key" ON "Letter"("candidacyId", "decisionId", "audience");
CREATE INDEX "Letter_state_draftedAt_id_idx" ON "Letter"("state", "draftedAt", "id");
CREATE INDEX "Letter_vacancyId_idx" ON "Letter"("vacancyId");
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_vacancyId_fkey" FOREIGN KEY ("vacancyId") REFERENCES "Vacancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "Candidacy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
