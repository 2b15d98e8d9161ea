-- The host State is asked only about whom the panel recommended: what was asked before, and not answered, is asked then.
DELETE FROM "ClearanceStep" s USING "Clearance" k, "Candidacy" c
WHERE k."id" = s."clearanceId" AND c."id" = k."candidacyId" AND k."kind" = 'hostState' AND k."answeredAt" IS NULL
  AND k."outcome" = 'pending' AND c."state" = 'screenedIn';
DELETE FROM "Clearance" k USING "Candidacy" c
WHERE c."id" = k."candidacyId" AND k."kind" = 'hostState' AND k."answeredAt" IS NULL
  AND k."outcome" = 'pending' AND c."state" = 'screenedIn';
