import { createHash } from "node:crypto";

/**
 * The Merkle tree of RFC 9162 (Certificate Transparency, version 2) with SHA-256. Hashes are lower-case hex.
 *
 * A node (level, position) covers the 2^level leaves from position × 2^level on; only complete subtrees are stored.
 */

/** Where a stored subtree's hash is found; undefined where it is not complete. */
export type NodeReader = (level: number, position: number) => string;

const hash = (prefix: number, ...parts: readonly Buffer[]) => {
  const sum = createHash("sha256").update(Uint8Array.of(prefix));
  for (const part of parts) sum.update(part);
  return sum.digest("hex");
};

/** The hash of one leaf's text (UTF-8) or bytes: SHA-256(0x00 || data). RFC 9162 §2.1.1. */
export const leafHash = (data: string | Uint8Array): string => hash(0x00, Buffer.from(data));

/** The hash of an inner node: SHA-256(0x01 || left || right). RFC 9162 §2.1.1. */
export const nodeHash = (left: string, right: string): string =>
  hash(0x01, Buffer.from(left, "hex"), Buffer.from(right, "hex"));

/** The head of a tree without leaves: SHA-256 of nothing. */
export const EMPTY_ROOT = createHash("sha256").digest("hex");

/** The largest power of two below n; n ≥ 2. */
const split = (n: number) => 2 ** (Math.ceil(Math.log2(n)) - 1);

/** Hash of the leaves from `start` on, `count` of them; a run that is a complete subtree is read, others are joined. */
function subtree(start: number, count: number, node: NodeReader): string {
  const level = Math.log2(count);
  if (Number.isInteger(level) && start % count === 0) return node(level, start / count);
  const left = split(count);
  return nodeHash(subtree(start, left, node), subtree(start + left, count - left, node));
}

/** The root of the first `size` leaves (RFC 9162 §2.1.1, MTH). */
export const rootHash = (size: number, node: NodeReader): string =>
  size === 0 ? EMPTY_ROOT : subtree(0, size, node);

/**
 * The path that proves a leaf to be in a tree (RFC 9162 §2.1.3), from the leaf's sibling upward.
 *
 * @throws RangeError where the tree has no such leaf
 */
export function inclusionProof(index: number, size: number, node: NodeReader): readonly string[] {
  if (!(Number.isInteger(index) && index >= 0 && index < size))
    throw new RangeError(`No leaf ${index} in ${size}`);
  const path = (start: number, count: number): readonly string[] => {
    if (count === 1) return [];
    const left = split(count);
    return index < start + left
      ? [...path(start, left), subtree(start + left, count - left, node)]
      : [...path(start + left, count - left), subtree(start, left, node)];
  };
  return path(0, size);
}

/** The root that a leaf and its path lead to, or null where the path has the wrong length (RFC 9162 §2.1.3.2). */
export function rootFromProof(
  leaf: string,
  index: number,
  size: number,
  proof: readonly string[],
): string | null {
  if (!(Number.isInteger(index) && index >= 0 && index < size)) return null;
  let position = index;
  let last = size - 1;
  let root = leaf;
  for (const sibling of proof) {
    if (last === 0) return null;
    if (position % 2 === 1 || position === last) {
      root = nodeHash(sibling, root);
      while (position % 2 === 0 && position !== 0) {
        position = Math.floor(position / 2);
        last = Math.floor(last / 2);
      }
    } else {
      root = nodeHash(root, sibling);
    }
    position = Math.floor(position / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? root : null;
}

/** Whether a leaf is proven to be in the tree of this size and root. */
export const verifyInclusion = (
  claim: { readonly leaf: string; readonly index: number; readonly size: number; readonly root: string },
  proof: readonly string[],
): boolean => rootFromProof(claim.leaf, claim.index, claim.size, proof) === claim.root;

/**
 * The path that proves an older tree to be the beginning of a newer one (RFC 9162 §2.1.4).
 *
 * @throws RangeError unless 1 ≤ older ≤ newer
 */
export function consistencyProof(older: number, newer: number, node: NodeReader): readonly string[] {
  if (!(older >= 1 && older <= newer)) throw new RangeError(`No tree of ${older} leaves within ${newer}`);
  const path = (start: number, m: number, n: number, whole: boolean): readonly string[] => {
    if (m === n) return whole ? [] : [subtree(start, n, node)];
    const left = split(n);
    return m <= left
      ? [...path(start, m, left, whole), subtree(start + left, n - left, node)]
      : [...path(start + left, m - left, n - left, false), subtree(start, left, node)];
  };
  return path(0, older, newer, true);
}

interface TwoHeads {
  readonly older: { readonly size: number; readonly root: string };
  readonly newer: { readonly size: number; readonly root: string };
}

/** Whether the newer tree is the older one with leaves added (RFC 9162 §2.1.4.2). */
export function verifyConsistency({ older, newer }: TwoHeads, proof: readonly string[]): boolean {
  if (older.size < 1 || older.size > newer.size) return false;
  if (older.size === newer.size) return proof.length === 0 && older.root === newer.root;
  const path = Number.isInteger(Math.log2(older.size)) ? [older.root, ...proof] : [...proof];
  const [first, ...rest] = path;
  if (first === undefined) return false;
  let position = older.size - 1;
  let last = newer.size - 1;
  while (position % 2 === 1) {
    position = Math.floor(position / 2);
    last = Math.floor(last / 2);
  }
  let oldRoot = first;
  let newRoot = first;
  for (const sibling of rest) {
    if (last === 0) return false;
    if (position % 2 === 1 || position === last) {
      oldRoot = nodeHash(sibling, oldRoot);
      newRoot = nodeHash(sibling, newRoot);
      while (position % 2 === 0 && position !== 0) {
        position = Math.floor(position / 2);
        last = Math.floor(last / 2);
      }
    } else {
      newRoot = nodeHash(newRoot, sibling);
    }
    position = Math.floor(position / 2);
    last = Math.floor(last / 2);
  }
  return oldRoot === older.root && newRoot === newer.root && last === 0;
}

/** A subtree completed by adding a leaf. */
export interface NewNode {
  readonly level: number;
  readonly position: number;
  readonly hash: string;
}

/**
 * The subtrees that become complete when a leaf is added to a tree of `size` leaves: the leaf itself, then every
 * subtree it is the last leaf of. O(log n), reading only complete siblings to its left.
 */
export function nodesCompletedBy(size: number, leaf: string, node: NodeReader): readonly NewNode[] {
  const made: NewNode[] = [{ level: 0, position: size, hash: leaf }];
  let position = size;
  let current = leaf;
  for (let level = 0; position % 2 === 1; level += 1) {
    current = nodeHash(node(level, position - 1), current);
    position = (position - 1) / 2;
    made.push({ level: level + 1, position, hash: current });
  }
  return made;
}

/** The complete subtrees whose hashes make the root of `size` leaves, from the largest to the smallest. */
export function peaks(size: number): readonly { readonly level: number; readonly position: number }[] {
  const found: { level: number; position: number }[] = [];
  let start = 0;
  for (let level = Math.floor(Math.log2(Math.max(size, 1))); level >= 0; level -= 1) {
    const count = 2 ** level;
    if (start + count > size) continue;
    found.push({ level, position: start / count });
    start += count;
  }
  return found;
}
