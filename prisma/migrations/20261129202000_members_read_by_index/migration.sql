-- The row of a member is made anew by index, as that of a case is: a scan of the tables it is made of would make every change
-- of a member look like a conflict with every other to serializable transactions.
ALTER FUNCTION member_index_refresh(uuid[], date) SET enable_seqscan = off;
ALTER FUNCTION member_fact_gone() SET enable_seqscan = off;

-- As before, by index too, and of the day in UTC as everything else: the server's own zone may be in another day.
CREATE OR REPLACE FUNCTION member_index_changed() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  was jsonb := to_jsonb(OLD);
  is_now jsonb := to_jsonb(NEW);
  keys text[] := array_remove(ARRAY[was ->> TG_ARGV[1], is_now ->> TG_ARGV[1]], NULL);
  ids uuid[];
BEGIN
  ids := CASE TG_ARGV[0]
    WHEN 'membership' THEN (SELECT array_agg(DISTINCT k::uuid) FROM unnest(keys) k)
    WHEN 'person' THEN (SELECT array_agg(m."id") FROM "CadreMembership" m WHERE m."personId" = ANY (keys::uuid[]))
    WHEN 'candidacy' THEN (SELECT array_agg(DISTINCT m."id") FROM "CadreMembership" m
      JOIN "Candidacy" c ON c."personId" = m."personId" WHERE c."id" = ANY (keys::uuid[]))
    WHEN 'state' THEN (SELECT array_agg(m."id") FROM "CadreMembership" m
      JOIN "Person" p ON p."id" = m."personId" WHERE p."nationalities" && keys)
  END;
  IF ids IS NOT NULL THEN PERFORM member_index_refresh(ids, (now() AT TIME ZONE 'UTC')::date); END IF;
  RETURN NULL;
END $$;
