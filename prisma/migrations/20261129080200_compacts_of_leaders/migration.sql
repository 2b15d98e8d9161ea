-- A leader's compact for a year, and the notes of both sides on its conversations.
CREATE TYPE "CompactMoment" AS ENUM ('midYear', 'endYear');
CREATE TYPE "CompactSide" AS ENUM ('leader', 'supervisor');

CREATE TABLE "Compact" (
    "id" UUID NOT NULL,
    "appointmentId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "supervisorId" TEXT NOT NULL,
    "leaderSignedAt" TIMESTAMPTZ(3),
    "supervisorSignedAt" TIMESTAMPTZ(3),
    "signedFigures" JSONB,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Compact_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Compact_figures_once_signed" CHECK (
        ("signedFigures" IS NOT NULL) = ("leaderSignedAt" IS NOT NULL AND "supervisorSignedAt" IS NOT NULL)
    )
);
CREATE UNIQUE INDEX "Compact_appointmentId_year_key" ON "Compact"("appointmentId", "year");
CREATE INDEX "Compact_supervisorId_idx" ON "Compact"("supervisorId");
ALTER TABLE "Compact" ADD CONSTRAINT "Compact_appointmentId_fkey"
    FOREIGN KEY ("appointmentId") REFERENCES "Appointment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "CompactNote" (
    "compactId" UUID NOT NULL,
    "moment" "CompactMoment" NOT NULL,
    "side" "CompactSide" NOT NULL,
    "heldOn" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "CompactNote_pkey" PRIMARY KEY ("compactId", "moment", "side")
);
ALTER TABLE "CompactNote" ADD CONSTRAINT "CompactNote_compactId_fkey"
    FOREIGN KEY ("compactId") REFERENCES "Compact"("id") ON DELETE CASCADE ON UPDATE CASCADE;
