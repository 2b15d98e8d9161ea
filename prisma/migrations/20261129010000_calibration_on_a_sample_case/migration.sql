-- A phase before the desk, in which the members score an invented case. Panels from before skipped it and say nothing of why.
ALTER TYPE "PanelPhase" ADD VALUE 'calibration' BEFORE 'desk';

ALTER TABLE "Panel"
    ADD COLUMN "calibrates" BOOLEAN NOT NULL DEFAULT false,
    ADD COLUMN "noSampleReason" TEXT NOT NULL DEFAULT '';

CREATE TABLE "Calibration" (
    "panelId" UUID NOT NULL,
    "titleEn" TEXT NOT NULL,
    "titleFr" TEXT NOT NULL,
    "textEn" TEXT NOT NULL,
    "textFr" TEXT NOT NULL,
    "setById" TEXT NOT NULL,
    "setAt" TIMESTAMPTZ(3) NOT NULL,
    "openedAt" TIMESTAMPTZ(3),
    "openedById" TEXT,
    "openReason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Calibration_pkey" PRIMARY KEY ("panelId")
);
CREATE INDEX "Calibration_setAt_idx" ON "Calibration"("setAt");
ALTER TABLE "Calibration" ADD CONSTRAINT "Calibration_panelId_fkey" FOREIGN KEY ("panelId") REFERENCES "Panel"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "CalibrationNote" (
    "panelId" UUID NOT NULL,
    "criterionId" UUID NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "CalibrationNote_pkey" PRIMARY KEY ("panelId","criterionId")
);
ALTER TABLE "CalibrationNote" ADD CONSTRAINT "CalibrationNote_panelId_fkey" FOREIGN KEY ("panelId") REFERENCES "Calibration"("panelId") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "CalibrationNote" ADD CONSTRAINT "CalibrationNote_criterionId_fkey" FOREIGN KEY ("criterionId") REFERENCES "Criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "SampleSheet" (
    "memberId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "entries" JSONB NOT NULL,
    "submittedAt" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SampleSheet_pkey" PRIMARY KEY ("memberId")
);
ALTER TABLE "SampleSheet" ADD CONSTRAINT "SampleSheet_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "PanelMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;
