-- Times offered, a pair's cadence, what comes of a session, its notes, and a calendar of one's own.

-- A person and a span of time in one exclusion constraint. A trusted extension, as the two before it.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TYPE "SlotOfferState" AS ENUM ('open', 'accepted', 'countered', 'withdrawn');
CREATE TYPE "NoteKind" AS ENUM ('mine', 'ours', 'programme');

ALTER TABLE "MentoringSession" ADD COLUMN "seriesId" UUID,
  ADD COLUMN "heldMinutes" INTEGER,
  ADD COLUMN "agenda" TEXT,
  ADD COLUMN "agendaVersion" INTEGER NOT NULL DEFAULT 0,
  ADD CONSTRAINT "MentoringSession_held" CHECK ("heldMinutes" IS NULL OR ("heldMinutes" BETWEEN 1 AND 600 AND "state" = 'held'));
-- What was held so far lasted, as far as anybody knows, as long as planned; nobody said so, and so nothing is entered.

CREATE TABLE "SessionSeat" (
    "sessionId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "SessionSeat_pkey" PRIMARY KEY ("sessionId", "personId")
);

CREATE TABLE "SlotOffer" (
    "id" UUID NOT NULL,
    "engagementId" UUID NOT NULL,
    "offeredById" UUID NOT NULL,
    "state" "SlotOfferState" NOT NULL DEFAULT 'open',
    "startsAt" TIMESTAMPTZ(3)[],
    "durationMinutes" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "sessionId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "SlotOffer_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "SlotOffer_slots" CHECK (cardinality("startsAt") BETWEEN 1 AND 5),
    CONSTRAINT "SlotOffer_accepted" CHECK (("state" = 'accepted') = ("sessionId" IS NOT NULL))
);

CREATE TABLE "SessionSeries" (
    "id" UUID NOT NULL,
    "engagementId" UUID NOT NULL,
    "everyMonths" INTEGER NOT NULL,
    "nth" INTEGER NOT NULL,
    "weekday" INTEGER NOT NULL,
    "localTime" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "durationMinutes" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "stoppedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "SessionSeries_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "SessionSeries_rhythm" CHECK ("everyMonths" IN (1, 2) AND "nth" IN (-1, 1, 2, 3, 4) AND "weekday" BETWEEN 1 AND 7)
);

CREATE TABLE "SessionGoalProgress" (
    "sessionId" UUID NOT NULL,
    "goalId" UUID NOT NULL,
    "progress" INTEGER NOT NULL,
    CONSTRAINT "SessionGoalProgress_pkey" PRIMARY KEY ("sessionId", "goalId"),
    CONSTRAINT "SessionGoalProgress_scale" CHECK ("progress" BETWEEN 0 AND 4)
);

CREATE TABLE "SharedAction" (
    "id" UUID NOT NULL,
    "engagementId" UUID NOT NULL,
    "ownerId" UUID,
    "sealed" TEXT NOT NULL,
    "dueOn" DATE,
    "doneAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "SharedAction_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "SessionNote" (
    "sessionId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "kind" "NoteKind" NOT NULL,
    "body" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "SessionNote_pkey" PRIMARY KEY ("sessionId", "authorId", "kind")
);

CREATE TABLE "EngagementKey" (
    "engagementId" UUID NOT NULL,
    "wrappedKey" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "EngagementKey_pkey" PRIMARY KEY ("engagementId")
);

CREATE TABLE "AuthorKey" (
    "engagementId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "wrappedKey" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "AuthorKey_pkey" PRIMARY KEY ("engagementId", "personId")
);

CREATE TABLE "CalendarFeed" (
    "personId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "renewedAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "CalendarFeed_pkey" PRIMARY KEY ("personId")
);

CREATE TABLE "ReminderChoice" (
    "personId" UUID NOT NULL,
    "hours" INTEGER[],
    CONSTRAINT "ReminderChoice_pkey" PRIMARY KEY ("personId")
);

CREATE INDEX "MentoringSession_seriesId_startsAt_idx" ON "MentoringSession"("seriesId", "startsAt");
CREATE UNIQUE INDEX "SlotOffer_sessionId_key" ON "SlotOffer"("sessionId");
CREATE INDEX "SlotOffer_engagementId_createdAt_idx" ON "SlotOffer"("engagementId", "createdAt");
-- One offer of a pair waits at a time: an answer takes its place.
CREATE UNIQUE INDEX "SlotOffer_one_open" ON "SlotOffer"("engagementId") WHERE "state" = 'open';
CREATE INDEX "SessionSeries_engagementId_createdAt_idx" ON "SessionSeries"("engagementId", "createdAt");
CREATE INDEX "SharedAction_engagementId_doneAt_dueOn_idx" ON "SharedAction"("engagementId", "doneAt", "dueOn");
CREATE INDEX "SessionNote_authorId_kind_idx" ON "SessionNote"("authorId", "kind");
CREATE UNIQUE INDEX "CalendarFeed_tokenHash_key" ON "CalendarFeed"("tokenHash");

ALTER TABLE "MentoringSession" ADD CONSTRAINT "MentoringSession_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "SessionSeries"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "SessionSeat" ADD CONSTRAINT "SessionSeat_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "MentoringSession"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SlotOffer" ADD CONSTRAINT "SlotOffer_engagementId_fkey" FOREIGN KEY ("engagementId") REFERENCES "Engagement"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SlotOffer" ADD CONSTRAINT "SlotOffer_offeredById_fkey" FOREIGN KEY ("offeredById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SlotOffer" ADD CONSTRAINT "SlotOffer_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "MentoringSession"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "SessionSeries" ADD CONSTRAINT "SessionSeries_engagementId_fkey" FOREIGN KEY ("engagementId") REFERENCES "Engagement"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SessionGoalProgress" ADD CONSTRAINT "SessionGoalProgress_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "MentoringSession"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SessionGoalProgress" ADD CONSTRAINT "SessionGoalProgress_goalId_fkey" FOREIGN KEY ("goalId") REFERENCES "EngagementGoal"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SharedAction" ADD CONSTRAINT "SharedAction_engagementId_fkey" FOREIGN KEY ("engagementId") REFERENCES "Engagement"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SharedAction" ADD CONSTRAINT "SharedAction_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "SessionNote" ADD CONSTRAINT "SessionNote_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "MentoringSession"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SessionNote" ADD CONSTRAINT "SessionNote_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "EngagementKey" ADD CONSTRAINT "EngagementKey_engagementId_fkey" FOREIGN KEY ("engagementId") REFERENCES "Engagement"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "AuthorKey" ADD CONSTRAINT "AuthorKey_engagementId_fkey" FOREIGN KEY ("engagementId") REFERENCES "Engagement"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ReminderChoice" ADD CONSTRAINT "ReminderChoice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Nobody sits in two sessions at once, whoever asks at the same moment.
ALTER TABLE "SessionSeat" ADD CONSTRAINT "SessionSeat_one_at_a_time"
  EXCLUDE USING gist ("personId" WITH =, tstzrange("startsAt", "endsAt") WITH &&);

CREATE FUNCTION take_session_seats() RETURNS trigger AS $$
BEGIN
  DELETE FROM "SessionSeat" WHERE "sessionId" = NEW."id";
  IF NEW."state" = 'scheduled' THEN
    INSERT INTO "SessionSeat" ("sessionId", "personId", "startsAt", "endsAt")
    SELECT NEW."id", side."personId", NEW."startsAt", NEW."startsAt" + make_interval(mins => NEW."durationMinutes")
    FROM "Engagement" e JOIN "Mentor" m ON m."id" = e."mentorId"
    CROSS JOIN LATERAL (VALUES (m."personId"), (e."menteeId")) AS side ("personId")
    WHERE e."id" = NEW."engagementId";
  END IF;
  RETURN NULL;
END
$$ LANGUAGE plpgsql;

CREATE TRIGGER "MentoringSession_seats" AFTER INSERT OR UPDATE OF "state", "startsAt", "durationMinutes" ON "MentoringSession"
  FOR EACH ROW EXECUTE FUNCTION take_session_seats();

INSERT INTO "SessionSeat" ("sessionId", "personId", "startsAt", "endsAt")
SELECT s."id", side."personId", s."startsAt", s."startsAt" + make_interval(mins => s."durationMinutes")
FROM "MentoringSession" s JOIN "Engagement" e ON e."id" = s."engagementId" JOIN "Mentor" m ON m."id" = e."mentorId"
CROSS JOIN LATERAL (VALUES (m."personId"), (e."menteeId")) AS side ("personId")
WHERE s."state" = 'scheduled'
ON CONFLICT DO NOTHING;
