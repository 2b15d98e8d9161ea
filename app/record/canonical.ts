import canonicalize from "canonicalize";

/**
 * The one text of a JSON value, the same on every machine (RFC 8785, JSON Canonicalization Scheme): what is hashed.
 *
 * @throws TypeError for what JSON cannot say (undefined, NaN, infinite numbers): it would not survive a re-check
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("This value has no JSON text");
  return text;
}
