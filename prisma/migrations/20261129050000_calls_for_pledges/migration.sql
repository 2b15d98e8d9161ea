-- What the pool of mentors lacks is asked of states, and a pledge says which call it answers. Pledges made before answer none.
CREATE TYPE "PledgeCallState" AS ENUM ('draft', 'sent');

CREATE TABLE "PledgeCall" (
    "id" UUID NOT NULL,
    "state" "PledgeCallState" NOT NULL DEFAULT 'draft',
    "gaps" TEXT[],
    "answerBy" DATE NOT NULL,
    "createdById" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "PledgeCall_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "PledgeCall_sent_on_a_day" CHECK (("state" = 'sent') = ("sentAt" IS NOT NULL))
);
CREATE INDEX "PledgeCall_state_createdAt_idx" ON "PledgeCall"("state", "createdAt");

CREATE TABLE "PledgeCallAddressee" (
    "callId" UUID NOT NULL,
    "stateCode" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "PledgeCallAddressee_pkey" PRIMARY KEY ("callId", "stateCode")
);
CREATE INDEX "PledgeCallAddressee_stateCode_idx" ON "PledgeCallAddressee"("stateCode");
ALTER TABLE "PledgeCallAddressee" ADD CONSTRAINT "PledgeCallAddressee_callId_fkey" FOREIGN KEY ("callId") REFERENCES "PledgeCall"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PledgeCallAddressee" ADD CONSTRAINT "PledgeCallAddressee_stateCode_fkey" FOREIGN KEY ("stateCode") REFERENCES "State"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "PledgeAnswer" (
    "mentorId" UUID NOT NULL,
    "callId" UUID NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PledgeAnswer_pkey" PRIMARY KEY ("mentorId")
);
CREATE INDEX "PledgeAnswer_callId_idx" ON "PledgeAnswer"("callId");
ALTER TABLE "PledgeAnswer" ADD CONSTRAINT "PledgeAnswer_mentorId_fkey" FOREIGN KEY ("mentorId") REFERENCES "Mentor"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PledgeAnswer" ADD CONSTRAINT "PledgeAnswer_callId_fkey" FOREIGN KEY ("callId") REFERENCES "PledgeCall"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
