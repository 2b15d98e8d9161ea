import { paths } from "#app/paths.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";

/** Tells the officer that there is something to read: not from whom, nor about whom. */
export async function tellHandler(tx: Transaction, concernId: string, occasion: string) {
  const { handler } = await tx.concern.findUniqueOrThrow({
    where: { id: concernId },
    select: { handler: { select: { name: true, email: true, locale: true } } },
  });
  await queueMail(tx, {
    kind: "concernRaised",
    to: handler.email,
    locale: handler.locale,
    params: { name: handler.name, link: paths.concern(concernId) },
    dedupeKey: `concernRaised:${occasion}`,
  });
}

/** Tells whoever raised a concern that there is an answer, or that it was closed. */
export async function tellRaiser(tx: Transaction, concernId: string, occasion: string) {
  const { person, handler } = await tx.concern.findUniqueOrThrow({
    where: { id: concernId },
    select: {
      person: {
        select: {
          ...{ givenName: true, familyName: true, email: true },
          user: { select: { email: true, locale: true } },
        },
      },
      handler: { select: { name: true } },
    },
  });
  await queueMail(tx, {
    kind: "concernAnswered",
    to: person.user?.email ?? person.email,
    locale: person.user?.locale ?? "en",
    params: {
      name: `${person.givenName} ${person.familyName}`,
      officer: handler.name,
      link: paths.concern(concernId),
    },
    dedupeKey: `concernAnswered:${occasion}`,
  });
}
