-- AlterTable
ALTER TABLE "PoolReview" ADD COLUMN "basis" "ScreeningBasis";

-- Reviews that have ended were made by one officer, as was the rule.
UPDATE "PoolReview" SET "basis" = 'single' WHERE "state" IN ('entered', 'notTaken');
ALTER TABLE "PoolReview" ADD CONSTRAINT "PoolReview_basis_check" CHECK (("state" IN ('entered', 'notTaken')) = ("basis" IS NOT NULL));

-- CreateTable
CREATE TABLE "PoolSheet" (
    "id" UUID NOT NULL,
    "nominationId" UUID NOT NULL,
    "seat" INTEGER NOT NULL,
    "officerId" TEXT NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "findings" JSONB NOT NULL,
    "reasonCodes" TEXT[],
    "roleKindCodes" TEXT[],
    "level" "ReadinessLevel",
    "evidence" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PoolSheet_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PoolSheet_officerId_idx" ON "PoolSheet"("officerId");

-- CreateIndex
CREATE UNIQUE INDEX "PoolSheet_nominationId_officerId_key" ON "PoolSheet"("nominationId", "officerId");

-- CreateIndex
CREATE UNIQUE INDEX "PoolSheet_nominationId_seat_key" ON "PoolSheet"("nominationId", "seat");

-- AddForeignKey
ALTER TABLE "PoolSheet" ADD CONSTRAINT "PoolSheet_nominationId_fkey" FOREIGN KEY ("nominationId") REFERENCES "PoolReview"("nominationId") ON DELETE CASCADE ON UPDATE CASCADE;
