-- The UN's monthly figures of uniformed personnel: files, the months they told, and the lines of each month.
CREATE TYPE "UniformedCategory" AS ENUM ('troops', 'formedPolice', 'individualPolice', 'staffOfficers', 'expertsOnMission', 'justiceAndCorrections');
CREATE TYPE "UniformedCut" AS ENUM ('full', 'category', 'state');
CREATE TYPE "UniformedImportState" AS ENUM ('checked', 'taken', 'dropped');

CREATE TABLE "UniformedImport" (
    "id" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "cut" "UniformedCut" NOT NULL,
    "rows" INTEGER NOT NULL,
    "refused" INTEGER NOT NULL,
    "problems" JSONB NOT NULL,
    "state" "UniformedImportState" NOT NULL DEFAULT 'checked',
    "startedById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedById" TEXT,
    "endedAt" TIMESTAMPTZ(3),
    CONSTRAINT "UniformedImport_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "UniformedImport_createdAt_idx" ON "UniformedImport"("createdAt");
ALTER TABLE "UniformedImport" ADD CONSTRAINT "UniformedImport_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "UniformedMonth" (
    "id" UUID NOT NULL,
    "cut" "UniformedCut" NOT NULL,
    "month" DATE NOT NULL,
    "version" INTEGER NOT NULL,
    "importId" UUID NOT NULL,
    "contentHash" TEXT NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersededAt" TIMESTAMPTZ(3),
    CONSTRAINT "UniformedMonth_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "UniformedMonth_cut_month_version_key" ON "UniformedMonth"("cut", "month", "version");
-- Of the versions of a month one stands.
CREATE UNIQUE INDEX "UniformedMonth_one_standing" ON "UniformedMonth"("cut", "month") WHERE "supersededAt" IS NULL;
CREATE INDEX "UniformedMonth_importId_idx" ON "UniformedMonth"("importId");
ALTER TABLE "UniformedMonth" ADD CONSTRAINT "UniformedMonth_importId_fkey" FOREIGN KEY ("importId") REFERENCES "UniformedImport"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "UniformedCount" (
    "monthId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "missionAcronym" TEXT,
    "stateCode" TEXT,
    "category" "UniformedCategory",
    "women" INTEGER NOT NULL,
    "men" INTEGER NOT NULL,
    CONSTRAINT "UniformedCount_pkey" PRIMARY KEY ("monthId", "position"),
    CONSTRAINT "UniformedCount_people" CHECK ("women" >= 0 AND "men" >= 0)
);
ALTER TABLE "UniformedCount" ADD CONSTRAINT "UniformedCount_monthId_fkey" FOREIGN KEY ("monthId") REFERENCES "UniformedMonth"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "UniformedCount" ADD CONSTRAINT "UniformedCount_stateCode_fkey" FOREIGN KEY ("stateCode") REFERENCES "State"("code") ON DELETE SET NULL ON UPDATE CASCADE;
