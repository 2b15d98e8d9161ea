/** A text as a pattern of SQL's LIKE that stands for itself: what has a meaning there is escaped. Prisma's `contains` does not. */
export const literally = (text: string): string => text.replaceAll(/[\\%_]/g, "\\$&");
