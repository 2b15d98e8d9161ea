import { database } from "#app/platform/database.server.ts";

const POSTS = 40;

/**
 * Fills a database that holds the reference data with so many nominations, each with its candidacy, by bulk insert:
 * names of several scripts, every state, stage and gender, forty vacancies. The listing is kept by the database itself.
 */
export async function fillNominations(size: number) {
  const db = database();
  await db.$executeRawUnsafe(`
    with posts as (
      insert into "Post" ("id", "missionId", "roleKindCode", "level")
      select gen_random_uuid(), m."id", r."code", 'D-2'
      from (select "id" from "Mission" order by "acronym" limit 8) m
      cross join (select "code" from "RoleKind" order by "position" limit 5) r
      returning "id", "missionId"
    ), needs as (
      insert into "MissionNeeds" ("id", "missionId", "version", "phase", "hostContext", "setById")
      select gen_random_uuid(), "missionId", 1, 'steady', 'bench', 'bench' from posts group by "missionId"
      returning "id", "missionId"
    ), call as (
      insert into "Call" ("id", "reference", "kind", "state", "opensAt", "closesAt", "takesUntil", "publishedAt", "closedAt",
        "createdById", "updatedAt")
      values (gen_random_uuid(), 'BENCH', 'vacancies', 'closed', now() - interval '5 years', now(), now(),
        now() - interval '5 years', now(), 'bench', now())
      returning "id"
    )
    insert into "Vacancy" ("id", "reference", "postId", "needsId", "callId", "state", "requirements", "shortlistSize",
      "createdById", "updatedAt")
    select gen_random_uuid(), 'BENCH-' || row_number() over (order by p."id"), p."id", n."id", call."id", 'screening', '[]', 3,
      'bench', now()
    from posts p join needs n on n."missionId" = p."missionId" cross join call limit ${POSTS}`);
  await db.$executeRawUnsafe(`
    insert into "Person" ("id", "givenName", "familyName", "email", "gender", "nationalities", "updatedAt")
    select gen_random_uuid(), (array['Amina','Zoë','志明','Владимир','فاطمة','Li','José','Thị Minh'])[1 + n % 8] || ' ' || n,
      (array['Diallo','Okonkwo','Åström','陳','Иванов','الزهراء','Nguyễn','Smith','Núñez','Kowalski'])[1 + (n / 8) % 10],
      'bench' || n || '@example.org', (array['woman','man','man','woman','another','notStated'])[1 + n % 6]::"Gender",
      array['FR'], now()
    from generate_series(1, ${size}) n`);
  await db.$executeRawUnsafe(`
    insert into "Nomination" ("id", "callId", "vacancyId", "stateCode", "personId", "nominatedById", "statement", "certified", "submissionKey", "submittedAt",
      "statedGivenName", "statedFamilyName", "statedEmail", "statedGender", "statedNationalities")
    select gen_random_uuid(), v."callId", v."id", s."code", p."id", 'bench', 'bench', true, 'bench:' || p.n,
      now() - make_interval(mins => ((p.n * 37) % ${size * 10})::int),
      p."givenName", p."familyName", p."email", p."gender", p."nationalities"
    from (select *, row_number() over (order by "email") as n from "Person" where "email" like 'bench%') p
    join (select "id", "callId", row_number() over (order by "id") as n, count(*) over () as of from "Vacancy") v on v.n = 1 + p.n % v.of
    join (select "code", row_number() over (order by "code") as n, count(*) over () as of from "State") s
      on s.n = 1 + (p.n / 7) % s.of`);
  await db.$executeRawUnsafe(`
    insert into "Candidacy" ("id", "vacancyId", "personId", "nominationId", "state", "updatedAt")
    select gen_random_uuid(), "vacancyId", "personId", "id",
      case when n % 500 = 0 then 'appointed' else
        (array['nominated','consented','consented','screenedIn','screenedOut','suitable','withdrawn'])[1 + n % 7]
      end::"CandidacyState", now()
    from (select *, row_number() over (order by "submissionKey") as n from "Nomination") x`);
  await db.$executeRawUnsafe(`
    insert into "StageEvent" ("candidacyId", "stage", "reachedAt")
    select c."id", s.stage::"Stage", n."submittedAt" from "Candidacy" c join "Nomination" n on n."id" = c."nominationId"
    cross join (values ('nominated'), ('consented')) s(stage)`);
  await db.$executeRawUnsafe("vacuum analyze");
}
