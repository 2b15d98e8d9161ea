import pg from "pg";

/** The first row that answers a question to the database of the app that a browser test has before it; empty where none does. */
export async function ask(text: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: process.env.E2E_DATABASE_URL });
  await client.connect();
  try {
    const { rows } = await client.query(text);
    return rows[0] ?? {};
  } finally {
    await client.end();
  }
}
