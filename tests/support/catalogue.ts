import type pg from "pg";

/** What a database is made of, one line each: a word for its kind, its name, and all that is said of it. */
const QUESTIONS = [
  `select 'column ' || c.relname || '.' || a.attname || ': ' || format_type(a.atttypid, a.atttypmod)
     || case when a.attnotnull then ' not null' else '' end || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
   from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
   left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
   where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`,
  `select 'index ' || indexname || ': ' || indexdef from pg_indexes where schemaname = 'public'`,
  `select 'constraint ' || conrelid::regclass || '.' || conname || ': ' || pg_get_constraintdef(oid)
   from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'`,
  `select 'type ' || t.typname || ': ' || string_agg(e.enumlabel, ', ' order by e.enumlabel)
   from pg_type t join pg_enum e on e.enumtypid = t.oid where t.typnamespace = 'public'::regnamespace group by t.typname`,
  `select 'trigger ' || tgrelid::regclass || '.' || tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
   where not tgisinternal and c.relnamespace = 'public'::regnamespace`,
];

/** Tables, columns, types, defaults, indexes, constraints and triggers of a database's public schema, in words. */
export async function describeDatabase(client: pg.Client): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const text of QUESTIONS) {
    const { rows } = await client.query<[string]>({ text, rowMode: "array" });
    lines.push(...rows.map(([line]) => line));
  }
  return lines.toSorted();
}
