import { createHmac } from "node:crypto";
import { canonicalJson } from "./canonical.ts";

/**
 * A commitment to a personal value: HMAC-SHA-256 of its canonical JSON under a random salt, hex. Whoever has value
 * and salt can show that it was this value; once the salt is erased the commitment says nothing about it.
 *
 * @param salt at least 16 random bytes, hex
 */
export const commit = (salt: string, value: unknown): string =>
  createHmac("sha256", Buffer.from(salt, "hex")).update(canonicalJson(value)).digest("hex");

/** Whether a commitment was made to this value with this salt. */
export const opens = (commitment: string, salt: string, value: unknown): boolean =>
  commit(salt, value) === commitment;
