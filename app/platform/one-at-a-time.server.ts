import { PrismaPg } from "@prisma/adapter-pg";
import type { Transaction } from "@prisma/driver-adapter-utils";

/**
 * The Postgres adapter with one query at a time on a transaction's connection. Prisma loads the relations of a row side by
 * side; within a transaction that is one connection, on which pg queues a second query with a warning, and from pg 9 on
 * refuses it. Here it waits its turn: the same queries in the same order, over the same connection.
 */
export class OneAtATime extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolation) => inTurn(await start(isolation));
    return adapter;
  }
}

/** Has each query of a transaction begin when the one before has ended, well or badly. */
function inTurn<T extends Transaction>(transaction: T): T {
  let last: Promise<unknown> = Promise.resolve();
  const next = <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    const answer = last.then(ask, ask);
    last = answer;
    return answer;
  };
  const query = transaction.queryRaw.bind(transaction);
  const execute = transaction.executeRaw.bind(transaction);
  transaction.queryRaw = (asked) => next(() => query(asked));
  transaction.executeRaw = (asked) => next(() => execute(asked));
  return transaction;
}
