import { z } from "zod";
import { openBalanceSchema } from "./open-balance.ts";

/** A part of a JSON Schema, as far as ours go. */
interface SchemaNode {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
}

/** One field of the public figures, for the page that documents them. */
export interface OpenField {
  /** E.g. `leaders.lists[].women`. */
  readonly path: string;
  /** JSON types, `null` among them where a figure can be withheld. */
  readonly types: readonly string[];
  /** The values that it can have, where they are a closed list. */
  readonly values: readonly string[];
}

const written = () => z.toJSONSchema(openBalanceSchema) as SchemaNode;

/**
 * The JSON Schema (2020-12) of the public figures, each field with its description.
 *
 * @param id the address it is served at
 * @param describe a field in words, by its path
 */
export function jsonSchema(id: string, title: string, describe: (path: string) => string) {
  return { ...described(written(), "", describe), $id: id, title };
}

function described(node: SchemaNode, path: string, describe: (path: string) => string): SchemaNode {
  const { properties, items, anyOf } = node;
  const inside = (name: string) => (path === "" ? name : `${path}.${name}`);
  return {
    ...node,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, part]) => [
          name,
          { description: describe(inside(name)), ...described(part, inside(name), describe) },
        ]),
      ),
    }),
    ...(items && { items: described(items, `${path}[]`, describe) }),
    ...(anyOf && { anyOf: anyOf.map((part) => described(part, path, describe)) }),
  };
}

/** Every field of the public figures in its order, those of alternative shapes once. */
export function openFields(): readonly OpenField[] {
  const fields = new Map<string, OpenField>();
  const put = (path: string, node: SchemaNode) => {
    const before = fields.get(path);
    const types = typesOf(node);
    const values = node.enum ?? (node.const === undefined ? [] : [node.const]);
    fields.set(path, {
      path,
      types: [...new Set([...(before?.types ?? []), ...types])],
      values: [...new Set([...(before?.values ?? []), ...values.map(String)])],
    });
  };
  const walk = (node: SchemaNode, path: string) => {
    if (path !== "" && !path.endsWith("[]")) put(path, node);
    for (const [name, part] of Object.entries(node.properties ?? {}))
      walk(part, path === "" ? name : `${path}.${name}`);
    if (node.items) walk(node.items, `${path}[]`);
    for (const part of node.anyOf ?? []) walk(part, path);
  };
  walk(written(), "");
  return [...fields.values()];
}

const typesOf = ({ type, anyOf = [] }: SchemaNode): readonly string[] =>
  type === undefined ? anyOf.flatMap(typesOf) : [type];

/** Under which names a field may be described, the most particular first: its path, then its own name. */
export const fieldKeys = (path: string): readonly string[] => [
  path.replaceAll("[]", ""),
  path.slice(path.lastIndexOf(".") + 1).replaceAll("[]", ""),
];
