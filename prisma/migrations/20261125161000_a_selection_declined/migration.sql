-- CreateTable
CREATE TABLE "DeclinedSelection" (
    "id" UUID NOT NULL,
    "vacancyId" UUID NOT NULL,
    "candidacyId" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "reasons" TEXT NOT NULL,
    "decidedById" TEXT NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,
    "declinedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DeclinedSelection_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "DeclinedSelection_candidacyId_key" ON "DeclinedSelection"("candidacyId");

-- CreateIndex
CREATE INDEX "DeclinedSelection_vacancyId_idx" ON "DeclinedSelection"("vacancyId");

-- AddForeignKey
ALTER TABLE "DeclinedSelection" ADD CONSTRAINT "DeclinedSelection_vacancyId_fkey" FOREIGN KEY ("vacancyId") REFERENCES "Vacancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeclinedSelection" ADD CONSTRAINT "DeclinedSelection_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "Candidacy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
