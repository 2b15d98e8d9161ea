-- The level and the field of each member, a reason for each rule a panel departs from, and rules that can be set.
ALTER TABLE "PanelMember" ADD COLUMN "level" TEXT NOT NULL DEFAULT '', ADD COLUMN "field" TEXT NOT NULL DEFAULT '';

CREATE TABLE "PanelException" (
    "panelId" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    CONSTRAINT "PanelException_pkey" PRIMARY KEY ("panelId", "rule")
);
ALTER TABLE "PanelException" ADD CONSTRAINT "PanelException_panelId_fkey" FOREIGN KEY ("panelId") REFERENCES "Panel"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The one reason a panel had stands for each rule that it departed from when it was given.
INSERT INTO "PanelException" ("panelId", "rule", "reason")
SELECT p."id", broken."rule", p."exceptionReason"
FROM "Panel" p
JOIN "Vacancy" v ON v."id" = p."vacancyId"
JOIN "Post" po ON po."id" = v."postId"
CROSS JOIN LATERAL (
  SELECT count(*) FILTER (WHERE m."gender" = 'woman') AS women, count(*) FILTER (WHERE m."gender" = 'man') AS men,
    count(*) FILTER (WHERE m."external") AS outside, count(*) AS members, count(DISTINCT m."nationality") AS states
  FROM "PanelMember" m WHERE m."panelId" = p."id"
) AS who
CROSS JOIN LATERAL (VALUES
  ('womenAndMen', who.women = 0 OR who.men = 0),
  ('external', who.outside < CASE WHEN po."level" IN ('D-1', 'P-5') THEN 1 ELSE 2 END),
  ('nationalities', who.states < who.members)
) AS broken("rule", "is")
WHERE broken."is" AND p."exceptionReason" IS NOT NULL;
ALTER TABLE "Panel" DROP COLUMN "exceptionReason";

CREATE TABLE "CompositionRules" (
    "version" INTEGER NOT NULL,
    "settings" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "setById" TEXT NOT NULL,
    "setAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "CompositionRules_pkey" PRIMARY KEY ("version")
);
