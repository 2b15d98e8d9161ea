import type { Messages } from "./translate.ts";

const words: Record<string, Messages[string]> = {};

/**
 * The messages that a browser has fetched: those of every page it has shown, in the language of the document. Each
 * module of a page brings the messages it names before it runs (see `pageWords` in platform/page-words.mjs).
 */
export const heardMessages: Messages = words;

/** Adds the messages of one file. */
export function hear(messages: Messages): void {
  Object.assign(words, messages);
}
