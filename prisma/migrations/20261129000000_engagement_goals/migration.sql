-- What a pair has agreed to work towards.
CREATE TABLE "EngagementGoal" (
    "id" UUID NOT NULL,
    "engagementId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EngagementGoal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "EngagementGoal_engagementId_position_key" ON "EngagementGoal"("engagementId", "position");

-- AddForeignKey
ALTER TABLE "EngagementGoal" ADD CONSTRAINT "EngagementGoal_engagementId_fkey" FOREIGN KEY ("engagementId") REFERENCES "Engagement"("id") ON DELETE CASCADE ON UPDATE CASCADE;
