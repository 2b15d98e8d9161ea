import { ok, type Result, refuse } from "#app/access/result.ts";
import { type Receipt, receiptSchema, verifyReceipt } from "./receipt.ts";
import { knowsHead } from "./record.queries.server.ts";

/** What can be said of a receipt: it stands; its proof holds under a head that was never ours; its proof does not hold. */
export type Verdict = "stands" | "unknownHead" | "broken";

/** Checks a pasted receipt: by its own proof first, then whether the record ever had its head. */
export async function checkReceipt(text: string): Promise<Result<Verdict>> {
  const receipt = receiptSchema.safeParse(jsonOf(text));
  if (!receipt.success) return refuse("notAReceipt", {}, "receipt");
  return ok(await verdictOf(receipt.data));
}

/** The verdict on a receipt that is one. */
export async function verdictOf(receipt: Receipt): Promise<Verdict> {
  if (!verifyReceipt(receipt)) return "broken";
  return (await knowsHead(receipt)) ? "stands" : "unknownHead";
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
