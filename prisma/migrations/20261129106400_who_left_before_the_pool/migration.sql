-- Who left before they had ever been available once came to rest, and could open from there by the code alone. As since
-- then, they stand where the state's pledge put them: the way in is the whole way. The record knows from where they left.
UPDATE "Mentor" m SET "state" = 'pledged', "version" = m."version" + 1
WHERE m."state" = 'resting' AND (
  SELECT e."canonical"::jsonb -> 'facts' ->> 'from' FROM "RecordEvent" e
  WHERE e."subjectType" = 'mentor' AND e."subjectId" = m."id"::text AND e."kind" = 'mentor.left'
  ORDER BY e."sequence" DESC LIMIT 1
) IN ('pledged', 'confirmed', 'briefed')
AND NOT EXISTS (
  SELECT FROM "RecordEvent" e
  WHERE e."subjectType" = 'mentor' AND e."subjectId" = m."id"::text AND e."kind" = 'mentor.updated'
    AND e."canonical"::jsonb -> 'facts' ->> 'to' = 'available'
);
