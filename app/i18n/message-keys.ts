import type { messages } from "./messages/en/catalogue.ts";

/** Every key there is a message for; a misspelt one does not compile. */
export type MessageKey = keyof typeof messages;
