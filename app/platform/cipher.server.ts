import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import { config } from "./config.server.ts";

/** AES-256 in Galois/Counter Mode, the nonce of 96 bits that NIST SP 800-38D recommends. */
const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A key of its own for each purpose and row, drawn from the installation's secret (HKDF, RFC 5869). */
const keyFor = (context: string) =>
  Buffer.from(hkdfSync("sha256", config().CADRE_SECRET, "", `cadre:${context}`, 32));

function encrypt(key: Buffer, text: string, bound = ""): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce);
  cipher.setAAD(Buffer.from(bound));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

function decrypt(key: Buffer, sealed: string, bound = ""): string {
  const bytes = Buffer.from(sealed, "base64url");
  const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const text = [decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()];
  return Buffer.concat(text).toString("utf8");
}

/**
 * Encrypts a text that few may read, before it goes into the database.
 *
 * @param context what the text belongs to ("clearance:<id>"): under another one it does not open
 * @returns base64url of nonce, tag and cipher text
 */
export const seal = (text: string, context: string): string => encrypt(keyFor(context), text);

/**
 * The text that was sealed.
 *
 * @throws where the context is another, or what is stored was changed: a fault, never an answer
 */
export const unseal = (sealed: string, context: string): string => decrypt(keyFor(context), sealed);

/**
 * A key of its own for what belongs together, sealed by the installation's, as it is stored: once the row is deleted,
 * nothing sealed under it can be read again by anybody (an envelope; NIST SP 800-57, destruction by erasing the key).
 *
 * @param context what the key is for
 */
export const newDataKey = (context: string): string =>
  seal(randomBytes(32).toString("base64url"), `key:${context}`);

/**
 * The key of an envelope, or of several that are needed together.
 *
 * @param wrapped each as {@link newDataKey} gave it, with its context
 */
export function openDataKey(
  ...wrapped: readonly { readonly key: string; readonly context: string }[]
): Buffer {
  const parts = wrapped.map(({ key, context }) => Buffer.from(unseal(key, `key:${context}`), "base64url"));
  return Buffer.from(hkdfSync("sha256", Buffer.concat(parts), "", "cadre:envelope", 32));
}

/** Encrypts under a key of an envelope; `bound` says what the text is and must be said again to open it. */
export const sealUnder = (key: Buffer, text: string, bound: string): string => encrypt(key, text, bound);

/**
 * The text sealed under a key of an envelope.
 *
 * @throws where key or `bound` is another, or what is stored was changed
 */
export const unsealUnder = (key: Buffer, sealed: string, bound: string): string =>
  decrypt(key, sealed, bound);

/**
 * An id that stands for something else, the same each time, and from which nobody without the installation's secret can
 * tell for what: a UUID of version 8 (RFC 9562).
 *
 * @param context what it stands for, and where
 */
export function opaqueId(context: string): string {
  const bytes = Buffer.from(hkdfSync("sha256", config().CADRE_SECRET, "", `cadre:id:${context}`, 16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
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

/** What is kept of the secret part of a link: its SHA-256, hex. */
export const hashLink = (token: string): string => createHash("sha256").update(token).digest("hex");
