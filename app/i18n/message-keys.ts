import type { english } from "./messages-en.ts";

/** Every key there is a message for; a misspelt one does not compile. */
export type MessageKey = keyof typeof english;
