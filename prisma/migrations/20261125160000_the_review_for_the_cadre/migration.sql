-- CreateEnum
CREATE TYPE "PoolReviewState" AS ENUM ('asked', 'consented', 'entered', 'notTaken', 'declined');

-- CreateTable
CREATE TABLE "PoolReview" (
    "nominationId" UUID NOT NULL,
    "state" "PoolReviewState" NOT NULL DEFAULT 'asked',
    "answeredAt" TIMESTAMPTZ(3),
    "textVersion" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" TEXT,
    "reasonCodes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "note" TEXT,
    "membershipId" UUID,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "PoolReview_pkey" PRIMARY KEY ("nominationId")
);

-- CreateTable
CREATE TABLE "PoolInvitation" (
    "id" UUID NOT NULL,
    "nominationId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PoolInvitation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PoolReview_state_answeredAt_idx" ON "PoolReview"("state", "answeredAt");

-- CreateIndex
CREATE UNIQUE INDEX "PoolInvitation_tokenHash_key" ON "PoolInvitation"("tokenHash");

-- CreateIndex
CREATE INDEX "PoolInvitation_nominationId_idx" ON "PoolInvitation"("nominationId");

-- AddForeignKey
ALTER TABLE "PoolReview" ADD CONSTRAINT "PoolReview_nominationId_fkey" FOREIGN KEY ("nominationId") REFERENCES "Nomination"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PoolInvitation" ADD CONSTRAINT "PoolInvitation_nominationId_fkey" FOREIGN KEY ("nominationId") REFERENCES "PoolReview"("nominationId") ON DELETE CASCADE ON UPDATE CASCADE;

-- What each state of a review says of itself.
ALTER TABLE "PoolReview" ADD CONSTRAINT "PoolReview_answered_check" CHECK (("state" = 'asked') = ("answeredAt" IS NULL));
ALTER TABLE "PoolReview" ADD CONSTRAINT "PoolReview_decided_check" CHECK (("state" IN ('entered', 'notTaken')) = ("decidedAt" IS NOT NULL AND "decidedById" IS NOT NULL));
ALTER TABLE "PoolReview" ADD CONSTRAINT "PoolReview_entered_check" CHECK (("state" = 'entered') = ("membershipId" IS NOT NULL));
ALTER TABLE "PoolReview" ADD CONSTRAINT "PoolReview_reasons_check" CHECK (("state" = 'notTaken') = (cardinality("reasonCodes") > 0));

-- Who was nominated for the cadre before there was a review waits to be asked; they find the question on their home page.
INSERT INTO "PoolReview" ("nominationId") SELECT "id" FROM "Nomination" WHERE "vacancyId" IS NULL;
