import { z } from "zod";
import { requestSignIn } from "#app/access/request-sign-in.server.ts";
import { database } from "#app/platform/database.server.ts";
import { must } from "./must.ts";

const params = z.object({ link: z.string(), code: z.string() });

/** Asks for a sign-in message and reads it: the link's token and the code. */
export async function signInMail(email: string, back?: string) {
  must(await requestSignIn(email, new Headers({ origin: "http://localhost" }), back));
  const mail = await database().outgoingMail.findFirstOrThrow({
    where: { kind: "signIn", toAddress: email },
    orderBy: { createdAt: "desc" },
  });
  const { link, code } = params.parse(mail.params);
  const address = new URL(link, "http://localhost");
  return {
    code,
    token: address.searchParams.get("token") ?? "",
    back: address.searchParams.get("back"),
    mail,
  };
}
