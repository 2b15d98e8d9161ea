-- When candidates are interviewed, and the questions that a panel puts to every one of them.
CREATE TABLE "InterviewSlot" (
    "id" UUID NOT NULL,
    "candidacyId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "durationMinutes" INTEGER NOT NULL,
    "timeZone" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "cancelledAt" TIMESTAMPTZ(3),
    "setById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "InterviewSlot_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "InterviewSlot_duration" CHECK ("durationMinutes" BETWEEN 15 AND 240)
);
CREATE UNIQUE INDEX "InterviewSlot_candidacyId_key" ON "InterviewSlot"("candidacyId");
CREATE INDEX "InterviewSlot_startsAt_idx" ON "InterviewSlot"("startsAt");
ALTER TABLE "InterviewSlot" ADD CONSTRAINT "InterviewSlot_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "Candidacy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "InterviewQuestion" (
    "id" UUID NOT NULL,
    "criterionCode" TEXT NOT NULL,
    "textEn" TEXT NOT NULL,
    "textFr" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" TEXT,
    "retiredAt" TIMESTAMPTZ(3),
    CONSTRAINT "InterviewQuestion_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "InterviewQuestion_criterionCode_createdAt_idx" ON "InterviewQuestion"("criterionCode", "createdAt");

CREATE TABLE "PanelQuestion" (
    "panelId" UUID NOT NULL,
    "questionId" UUID NOT NULL,
    CONSTRAINT "PanelQuestion_pkey" PRIMARY KEY ("panelId", "questionId")
);
CREATE INDEX "PanelQuestion_questionId_idx" ON "PanelQuestion"("questionId");
ALTER TABLE "PanelQuestion" ADD CONSTRAINT "PanelQuestion_panelId_fkey" FOREIGN KEY ("panelId") REFERENCES "Panel"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PanelQuestion" ADD CONSTRAINT "PanelQuestion_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "InterviewQuestion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
