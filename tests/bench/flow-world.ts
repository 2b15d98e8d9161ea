import { database, inTransaction } from "#app/platform/database.server.ts";

/** Cases to a vacancy. */
const CASES = 60;
/** How often each person is nominated. */
const NOMINATIONS = 3;
/** Stages that a case of this world has reached on average. */
const STAGES_A_CASE = 3.35;
const YEARS = 10;

/**
 * Fills a database that holds the reference data with so many stage events, about, by bulk insert: the vacancies of ten
 * years with sixty cases each, most of them decided, of every mission, kind of post, state, age, service and rank. The rows
 * for counting are made by the database's own function.
 */
export async function fillFlows(events: number) {
  const db = database();
  // Without the triggers of each row: what they keep is made at the end, for all at once.
  const run = (statement: string) =>
    inTransaction(
      async (tx) => {
        await tx.$executeRawUnsafe("set local session_replication_role = replica");
        await tx.$executeRawUnsafe(statement);
      },
      "ReadCommitted",
      "job",
    );
  const vacancies = Math.ceil(events / STAGES_A_CASE / CASES);
  const people = Math.ceil((vacancies * CASES) / NOMINATIONS);
  await run(`
    with posts as (
      insert into "Post" ("id", "missionId", "roleKindCode", "level")
      select gen_random_uuid(), m."id", r."code", r."levels"[1]
      from (select "id" from "Mission" order by "acronym" limit 20) m cross join "RoleKind" r
      on conflict do nothing returning "id", "missionId"
    )
    insert into "MissionNeeds" ("id", "missionId", "version", "phase", "hostContext", "setById")
    select gen_random_uuid(), "missionId", 1, 'steady', 'bench', 'bench' from posts group by "missionId" on conflict do nothing`);
  await run(`
    insert into "Call" ("id", "reference", "kind", "state", "opensAt", "closesAt", "takesUntil", "publishedAt", "closedAt",
      "createdById", "updatedAt")
    select gen_random_uuid(), 'BENCH-' || n, 'vacancies', 'closed', opens, opens + interval '30 days', opens + interval '30 days',
      opens, opens + interval '30 days', 'bench', now()
    from (select n, now() - interval '1 day' - (${YEARS} * 365.0 * (n - 1) / ${vacancies}) * interval '1 day' as opens
      from generate_series(1, ${vacancies}) n) x`);
  await run(`
    insert into "Vacancy" ("id", "reference", "postId", "needsId", "callId", "state", "requirements", "shortlistSize",
      "createdById", "createdAt", "updatedAt")
    select gen_random_uuid(), k."reference", p."id", n."id", k."id",
      case when k."opensAt" < now() - interval '240 days' then 'closed' else 'screening' end::"VacancyState", '[]', 3, 'bench',
      k."opensAt", now()
    from (select *, row_number() over (order by "opensAt") as n from "Call" where "reference" like 'BENCH-%') k
    join (select *, row_number() over (order by "id") as n, count(*) over () as of from "Post") p on p.n = 1 + k.n % p.of
    join "MissionNeeds" n on n."missionId" = p."missionId"`);
  await run(`
    insert into "Panel" ("id", "vacancyId", "phase", "revealedAt") select gen_random_uuid(), "id", 'closed', now()
    from "Vacancy" where "state" = 'closed' and "reference" like 'BENCH-%'`);
  await run(`
    insert into "Person" ("id", "givenName", "familyName", "email", "gender", "birthYear", "nationalities", "service", "rank",
      "updatedAt")
    select gen_random_uuid(), 'N', n, 'bench' || n || '@example.org',
      case when n % 97 = 0 then 'another' when n % 41 = 0 then 'notStated' when n % 7 < 2 then 'woman' else 'man' end::"Gender",
      case when n % 11 = 0 then null else 1948 + (n % 45)::int end, array['FR'],
      (array['civilian','military','police',null])[1 + n % 4]::"Service",
      (array['Major General','Colonel','Commissioner','D-2','Brigadier',null])[1 + n % 6], now()
    from generate_series(0, ${people - 1}) n`);
  await run(`
    insert into "Nomination" ("id", "callId", "vacancyId", "nominator", "stateCode", "personId", "nominatedById", "statement", "certified",
      "submissionKey", "statedGivenName", "statedFamilyName", "statedEmail", "statedGender", "statedNationalities")
    select gen_random_uuid(), v."callId", v."id",
      case when s."code" is null then 'self' else 'state' end::"Nominator", s."code", p."id", 'bench', 'bench', true, 'bench:' || c.n, 'N', c.n, 'bench',
      p."gender", p."nationalities"
    from generate_series(0, ${vacancies * CASES - 1}) c(n)
    join (select *, "familyName"::int as n from "Person" where "email" like 'bench%') p on p.n = c.n % ${people}
    join (select "id", "callId", row_number() over (order by "id") as n from "Vacancy" where "reference" like 'BENCH-%') v
      on v.n = 1 + c.n / ${CASES}
    left join (select "code", row_number() over (order by "code") as n from "State") s
      on s.n = (c.n::bigint * 31) % (select count(*) + 1 from "State")`);
  await run(`
    insert into "Candidacy" ("id", "vacancyId", "personId", "nominationId", "state", "updatedAt")
    select gen_random_uuid(), "vacancyId", "personId", "id", 'suitable', now() from "Nomination" where "statement" = 'bench'`);
  await run(`
    insert into "StageEvent" ("candidacyId", "stage", "reachedAt")
    select c."id", s.stage::"Stage", now()
    from (select "id", abs(hashtext("id"::text)) % 100 as luck from "Candidacy" where "nominationId" in (
      select "id" from "Nomination" where "statement" = 'bench')) c
    join (values ('nominated', 0), ('consented', 20), ('screenedIn', 48), ('scored', 53), ('shortlisted', 68),
      ('recommended', 86), ('selected', 95), ('appointed', 96)) as s(stage, least) on c.luck >= s.least`);
  await run(`
    insert into "Decision" ("id", "vacancyId", "candidacyId", "reportId", "reasons", "decidedById", "decidedAt")
    select distinct on (v."id") gen_random_uuid(), v."id", c."id", gen_random_uuid(), 'bench', 'bench', k."opensAt" + interval '200 days'
    from "Vacancy" v join "Call" k on k."id" = v."callId" join "Candidacy" c on c."vacancyId" = v."id" where v."state" = 'closed'
      and v."reference" like 'BENCH-%'`);
  await db.$executeRawUnsafe("vacuum analyze");
  await run(`select balance_refresh(ids) from (
    select array_agg("id") as ids from (select "id", row_number() over () / 2000 as part from "Candidacy") c group by part) parts`);
  await db.$executeRawUnsafe("vacuum analyze");
}
