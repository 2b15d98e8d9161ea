-- What Member States promise, and each level that a promise came to.
CREATE TYPE "PledgeKind" AS ENUM ('mentors', 'courseSeats', 'womenNominations', 'genderChampions', 'nationalActionPlan', 'officersByRank');
CREATE TYPE "PledgeLevel" AS ENUM ('pledged', 'registered', 'verified', 'ready', 'delivered', 'withdrawn');

CREATE TABLE "StatePledge" (
    "id" UUID NOT NULL,
    "stateCode" TEXT NOT NULL,
    "kind" "PledgeKind" NOT NULL,
    "quantity" INTEGER NOT NULL,
    "dueOn" DATE NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "level" "PledgeLevel" NOT NULL DEFAULT 'pledged',
    "readyDays" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "StatePledge_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "StatePledge_quantity" CHECK ("quantity" >= 1),
    CONSTRAINT "StatePledge_ready_within" CHECK (("readyDays" IS NULL OR "readyDays" IN (30, 60, 90)) AND ("level" <> 'ready' OR "readyDays" IS NOT NULL))
);
CREATE INDEX "StatePledge_stateCode_createdAt_idx" ON "StatePledge"("stateCode", "createdAt");
CREATE INDEX "StatePledge_level_dueOn_idx" ON "StatePledge"("level", "dueOn");
ALTER TABLE "StatePledge" ADD CONSTRAINT "StatePledge_stateCode_fkey"
    FOREIGN KEY ("stateCode") REFERENCES "State"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "PledgeStep" (
    "pledgeId" UUID NOT NULL,
    "level" "PledgeLevel" NOT NULL,
    "evidence" TEXT NOT NULL DEFAULT '',
    "takenById" TEXT NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "PledgeStep_pkey" PRIMARY KEY ("pledgeId", "level")
);
ALTER TABLE "PledgeStep" ADD CONSTRAINT "PledgeStep_pledgeId_fkey"
    FOREIGN KEY ("pledgeId") REFERENCES "StatePledge"("id") ON DELETE CASCADE ON UPDATE CASCADE;
