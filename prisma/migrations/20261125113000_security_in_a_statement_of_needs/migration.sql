-- A statement of a mission's needs tells of the security situation too.
ALTER TABLE "MissionNeeds" ADD COLUMN "security" TEXT NOT NULL DEFAULT '';
