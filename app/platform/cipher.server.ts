import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { config } from "./config.server.ts";

/** AES-256 in Galois/Counter Mode, the nonce of 96 bits that NIST SP 800-38D recommends. */
const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A key of its own for each purpose and row, drawn from the installation's secret (HKDF, RFC 5869). */
const keyFor = (context: string) =>
  Buffer.from(hkdfSync("sha256", config().CADRE_SECRET, "", `cadre:${context}`, 32));

/**
 * Encrypts a text that few may read, before it goes into the database.
 *
 * @param context what the text belongs to ("clearance:<id>"): under another one it does not open
 * @returns base64url of nonce, tag and cipher text
 */
export function seal(text: string, context: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, keyFor(context), nonce);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

/**
 * The text that was sealed.
 *
 * @throws where the context is another, or what is stored was changed: a fault, never an answer
 */
export function unseal(sealed: string, context: string): string {
  const bytes = Buffer.from(sealed, "base64url");
  const decipher = createDecipheriv(ALGORITHM, keyFor(context), bytes.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const text = [decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()];
  return Buffer.concat(text).toString("utf8");
}

/**
 * The secret part of an e-mailed link, drawn from what it is for: a reminder can repeat the link although only its hash
 * is kept, and nobody without the installation's secret can guess it.
 *
 * @param context names the link and the moment it was made ("reference:<id>:<instant>")
 */
export const linkToken = (context: string): string =>
  Buffer.from(hkdfSync("sha256", config().CADRE_SECRET, "", `cadre:link:${context}`, 32)).toString(
    "base64url",
  );
