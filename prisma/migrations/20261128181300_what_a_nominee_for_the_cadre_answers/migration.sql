-- CreateTable
CREATE TABLE "PoolConsent" (
    "nominationId" UUID NOT NULL,
    "purpose" "ConsentPurpose" NOT NULL,
    "given" BOOLEAN NOT NULL,
    "textVersion" TEXT NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PoolConsent_pkey" PRIMARY KEY ("nominationId", "purpose")
);

-- CreateTable
CREATE TABLE "PoolAttestation" (
    "nominationId" UUID NOT NULL,
    "textVersion" TEXT NOT NULL,
    "unable" TEXT[],
    "explanation" TEXT,
    "signedName" TEXT NOT NULL,
    "attestedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PoolAttestation_pkey" PRIMARY KEY ("nominationId")
);

-- AddForeignKey
ALTER TABLE "PoolConsent" ADD CONSTRAINT "PoolConsent_nominationId_fkey" FOREIGN KEY ("nominationId") REFERENCES "PoolReview"("nominationId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PoolAttestation" ADD CONSTRAINT "PoolAttestation_nominationId_fkey" FOREIGN KEY ("nominationId") REFERENCES "PoolReview"("nominationId") ON DELETE CASCADE ON UPDATE CASCADE;

-- Who agreed before the purposes were asked apart agreed to the one there was.
INSERT INTO "PoolConsent" ("nominationId", "purpose", "given", "textVersion", "givenAt")
SELECT "nominationId", 'cadre', true, coalesce("textVersion", '2026-11'), "answeredAt" FROM "PoolReview"
WHERE "state" IN ('consented', 'entered', 'notTaken');
