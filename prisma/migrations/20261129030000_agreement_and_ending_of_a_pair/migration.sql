-- How a pair agrees to work, looks back, ends, goes on, and whom it tells of a concern.
CREATE TYPE "EngagementEnding" AS ENUM ('complete', 'early', 'mentorLeft');
CREATE TYPE "AgreementState" AS ENUM ('proposed', 'signed', 'superseded');
CREATE TYPE "ReviewMoment" AS ENUM ('early', 'middle', 'end');
CREATE TYPE "RatingMoment" AS ENUM ('start', 'middle', 'end');
CREATE TYPE "ExtensionState" AS ENUM ('proposed', 'agreed', 'declined');
CREATE TYPE "ContactKind" AS ENUM ('programme', 'conduct');
CREATE TYPE "ConcernState" AS ENUM ('open', 'handled', 'closed');

ALTER TABLE "Engagement" ADD COLUMN "endedOn" DATE, ADD COLUMN "ending" "EngagementEnding";
-- None has ended through Cadre so far; one ended by hand ended on its last day.
UPDATE "Engagement" SET "endedOn" = "endsOn", "ending" = 'complete' WHERE "state" = 'ended';
CREATE INDEX "Engagement_state_endsOn_idx" ON "Engagement"("state", "endsOn");

ALTER TABLE "EngagementGoal" ADD COLUMN "retiredAt" TIMESTAMPTZ(3);

CREATE TABLE "PairAgreement" (
    "id" UUID NOT NULL,
    "engagementId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "state" "AgreementState" NOT NULL DEFAULT 'proposed',
    "cadence" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "sealedTerms" TEXT NOT NULL,
    "proposedById" UUID NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "mentorSignedAt" TIMESTAMPTZ(3),
    "menteeSignedAt" TIMESTAMPTZ(3),
    "mentorMarks" INTEGER[],
    "menteeMarks" INTEGER[],
    "voidedAt" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "PairAgreement_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "PairAgreement_signed_by_both" CHECK ("state" = 'proposed' OR ("mentorSignedAt" IS NOT NULL AND "menteeSignedAt" IS NOT NULL))
);
CREATE UNIQUE INDEX "PairAgreement_engagementId_version_key" ON "PairAgreement"("engagementId", "version");
CREATE UNIQUE INDEX "PairAgreement_one_proposed" ON "PairAgreement"("engagementId") WHERE "state" = 'proposed';
CREATE UNIQUE INDEX "PairAgreement_one_signed" ON "PairAgreement"("engagementId") WHERE "state" = 'signed';
ALTER TABLE "PairAgreement" ADD CONSTRAINT "PairAgreement_engagementId_fkey" FOREIGN KEY ("engagementId") REFERENCES "Engagement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "GoalRating" (
    "goalId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "moment" "RatingMoment" NOT NULL,
    "mark" INTEGER NOT NULL,
    "ratedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GoalRating_pkey" PRIMARY KEY ("goalId", "personId", "moment"),
    CONSTRAINT "GoalRating_mark" CHECK ("mark" BETWEEN 1 AND 5)
);
ALTER TABLE "GoalRating" ADD CONSTRAINT "GoalRating_goalId_fkey" FOREIGN KEY ("goalId") REFERENCES "EngagementGoal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "PairReview" (
    "id" UUID NOT NULL,
    "engagementId" UUID NOT NULL,
    "moment" "ReviewMoment" NOT NULL,
    "dueOn" DATE NOT NULL,
    "askedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PairReview_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "PairReview_engagementId_moment_key" ON "PairReview"("engagementId", "moment");
CREATE INDEX "PairReview_askedAt_dueOn_idx" ON "PairReview"("askedAt", "dueOn");
ALTER TABLE "PairReview" ADD CONSTRAINT "PairReview_engagementId_fkey" FOREIGN KEY ("engagementId") REFERENCES "Engagement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- Pairs at work are asked at what of the three moments is still to come.
INSERT INTO "PairReview" ("id", "engagementId", "moment", "dueOn")
SELECT gen_random_uuid(), "id", 'early'::"ReviewMoment", ("startedOn" + INTERVAL '3 months')::date FROM "Engagement"
WHERE "state" = 'active' AND "startedOn" + INTERVAL '3 months' > CURRENT_DATE
UNION ALL
SELECT gen_random_uuid(), "id", 'middle'::"ReviewMoment", ("startedOn" + INTERVAL '6 months')::date FROM "Engagement"
WHERE "state" = 'active' AND "startedOn" + INTERVAL '6 months' > CURRENT_DATE
UNION ALL
SELECT gen_random_uuid(), "id", 'end'::"ReviewMoment", "endsOn" FROM "Engagement" WHERE "state" = 'active';

CREATE TABLE "ReviewAnswer" (
    "reviewId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "usefulness" INTEGER NOT NULL,
    "sealedNote" TEXT,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReviewAnswer_pkey" PRIMARY KEY ("reviewId", "personId"),
    CONSTRAINT "ReviewAnswer_usefulness" CHECK ("usefulness" BETWEEN 1 AND 4)
);
ALTER TABLE "ReviewAnswer" ADD CONSTRAINT "ReviewAnswer_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "PairReview"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "PairExtension" (
    "id" UUID NOT NULL,
    "engagementId" UUID NOT NULL,
    "state" "ExtensionState" NOT NULL DEFAULT 'proposed',
    "endsOn" DATE NOT NULL,
    "proposedById" UUID NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "PairExtension_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "PairExtension_answered" CHECK (("state" = 'proposed') = ("answeredAt" IS NULL))
);
CREATE INDEX "PairExtension_engagementId_state_idx" ON "PairExtension"("engagementId", "state");
CREATE UNIQUE INDEX "PairExtension_one_proposed" ON "PairExtension"("engagementId") WHERE "state" = 'proposed';
ALTER TABLE "PairExtension" ADD CONSTRAINT "PairExtension_engagementId_fkey" FOREIGN KEY ("engagementId") REFERENCES "Engagement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "HandOver" (
    "engagementId" UUID NOT NULL,
    "sealedText" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,
    "sharedAt" TIMESTAMPTZ(3),

    CONSTRAINT "HandOver_pkey" PRIMARY KEY ("engagementId")
);
ALTER TABLE "HandOver" ADD CONSTRAINT "HandOver_engagementId_fkey" FOREIGN KEY ("engagementId") REFERENCES "Engagement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "ConcernContact" (
    "kind" "ContactKind" NOT NULL,
    "userId" TEXT NOT NULL,
    "designatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ConcernContact_pkey" PRIMARY KEY ("kind")
);
ALTER TABLE "ConcernContact" ADD CONSTRAINT "ConcernContact_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "Concern" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "engagementId" UUID NOT NULL,
    "contact" "ContactKind" NOT NULL,
    "handlerId" TEXT NOT NULL,
    "state" "ConcernState" NOT NULL DEFAULT 'open',
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Concern_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Concern_closed" CHECK (("state" = 'closed') = ("closedAt" IS NOT NULL))
);
CREATE INDEX "Concern_personId_raisedAt_idx" ON "Concern"("personId", "raisedAt");
CREATE INDEX "Concern_handlerId_state_raisedAt_idx" ON "Concern"("handlerId", "state", "raisedAt");
ALTER TABLE "Concern" ADD CONSTRAINT "Concern_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Concern" ADD CONSTRAINT "Concern_engagementId_fkey" FOREIGN KEY ("engagementId") REFERENCES "Engagement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Concern" ADD CONSTRAINT "Concern_handlerId_fkey" FOREIGN KEY ("handlerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "ConcernMessage" (
    "id" UUID NOT NULL,
    "concernId" UUID NOT NULL,
    "fromRaiser" BOOLEAN NOT NULL,
    "sealedText" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ConcernMessage_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "ConcernMessage_concernId_writtenAt_idx" ON "ConcernMessage"("concernId", "writtenAt");
ALTER TABLE "ConcernMessage" ADD CONSTRAINT "ConcernMessage_concernId_fkey" FOREIGN KEY ("concernId") REFERENCES "Concern"("id") ON DELETE CASCADE ON UPDATE CASCADE;
