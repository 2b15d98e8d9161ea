import pg from "pg";
import { z } from "zod";

const params = z.object({ link: z.string().startsWith("/") }).loose();

export type Mail = z.infer<typeof params> & { readonly calendar: string | null };

/** The mail that a served app has sent: it stands in the outbox, as no mail service is set. */
export function mailboxIn(databaseUrl: string) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  return {
    /** The newest message of a kind to an address; fails where there is none. */
    async newest(address: string, kind: string): Promise<Mail> {
      const { rows } = await pool.query(
        `select params, calendar from "OutgoingMail"
           where "toAddress" = $1 and kind = $2 order by "createdAt" desc limit 1`,
        [address, kind],
      );
      if (!rows[0]) throw new Error(`No message of kind ${kind} was sent to ${address}`);
      return { ...params.parse(rows[0].params), calendar: rows[0].calendar };
    },
    /** The kinds of message an address has been sent, the sign-ins left out, in order. */
    async kindsTo(address: string): Promise<readonly string[]> {
      const { rows } = await pool.query(
        `select kind from "OutgoingMail" where "toAddress" = $1 and kind <> 'signIn' order by "createdAt", id`,
        [address],
      );
      return rows.map(({ kind }) => String(kind));
    },
    /** Lets days go by for the sessions that are planned: they move back by so many. */
    async passDays(days: number): Promise<void> {
      await pool.query(
        `update "MentoringSession" set "startsAt" = "startsAt" - make_interval(days => $1) where state = 'scheduled'`,
        [days],
      );
    },
    end: () => pool.end(),
  };
}

export type Mailbox = ReturnType<typeof mailboxIn>;
