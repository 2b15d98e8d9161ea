-- The stages of panels from before the shortlist was one (docs/decisions/0055). Desk sheets that were opened to each
-- other have scored whoever was judged then.
INSERT INTO "StageEvent" ("candidacyId", "stage", "reachedAt")
SELECT c."id", 'scored', p."comparedAt"
FROM "Panel" p
JOIN "Candidacy" c ON c."vacancyId" = p."vacancyId"
JOIN "StageEvent" s ON s."candidacyId" = c."id" AND s."stage" = 'screenedIn'
WHERE p."interview" AND p."comparedAt" IS NOT NULL AND c."state" NOT IN ('merged', 'screenedOut')
  AND (c."withdrawnAt" IS NULL OR c."withdrawnAt" >= p."comparedAt")
ON CONFLICT DO NOTHING;

-- Whom the panel heard, from when it said so or opened its interviews; without interviews, everybody scored.
INSERT INTO "StageEvent" ("candidacyId", "stage", "reachedAt")
SELECT c."id", 'shortlisted', heard.at
FROM "Panel" p
JOIN "Candidacy" c ON c."vacancyId" = p."vacancyId"
JOIN "StageEvent" s ON s."candidacyId" = c."id" AND s."stage" = 'scored'
LEFT JOIN "Shortlist" l ON l."panelId" = p."id"
LEFT JOIN "PanelPeriod" i ON i."panelId" = p."id" AND i."phase" = 'interview'
CROSS JOIN LATERAL (
  SELECT CASE WHEN p."interview" THEN coalesce(l."decidedAt", i."openedAt", p."revealedAt") ELSE s."reachedAt" END AS at
) heard
WHERE heard.at IS NOT NULL AND c."state" <> 'merged' AND (c."withdrawnAt" IS NULL OR c."withdrawnAt" >= heard.at)
  AND NOT EXISTS (SELECT FROM "PassedOver" o WHERE o."candidacyId" = c."id");
