import type { Prisma } from "#app/generated/prisma/client.ts";
import type { Transaction } from "./database.server.ts";

type Models = Prisma.TypeMap["model"];
type Data<M extends keyof Models> = Models[M]["operations"]["createMany"]["args"]["data"];
/** A row of a table as Prisma's createMany takes it. */
export type Row<M extends keyof Models> =
  Data<M> extends infer D ? (D extends readonly unknown[] ? never : D) : never;

/**
 * Inserts many rows in one statement that reads them out of one JSON text: for what is taken in by the thousand, where
 * createMany, which gives each value a placeholder of its own, takes the processor several times as long.
 *
 * Every row has the columns of the first. A column that no row names takes the database's default; what Prisma itself
 * would fill in (`uuid()`, `@updatedAt`) the rows must bring.
 *
 * @param duplicates whether a row that a unique constraint stands against is a fault, or is left out
 */
export async function insertRows<M extends keyof Models & string>(
  tx: Transaction,
  model: M,
  rows: readonly Row<M>[],
  duplicates: "refused" | "left" = "refused",
): Promise<void> {
  const columns = rows[0]
    ? Object.keys(rows[0])
        .map((name) => `"${name}"`)
        .join(", ")
    : "";
  if (columns === "") return;
  const table = `"${model}"`;
  const unless = duplicates === "left" ? "on conflict do nothing" : "";
  await tx.$executeRawUnsafe(
    `insert into ${table} (${columns})
     select ${columns} from json_populate_recordset(null::${table}, $1::json) ${unless}`,
    JSON.stringify(rows),
  );
}
