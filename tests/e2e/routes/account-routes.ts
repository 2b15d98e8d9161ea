import { paths } from "#app/paths.ts";
import type { Samples } from "../demo-samples.ts";
import { answered, everybody, overseers, type RouteCases, secretariat, seen } from "./route-case.ts";

/** Entrances, accounts and the record. */
export const accountRoutes = (s: Samples): RouteCases => ({
  _index: seen(paths.home(), everybody),
  "accounts._index": seen(paths.accounts(), overseers),
  "accounts.new": seen(paths.openAccount(), secretariat),
  "accounts.$userId": seen(paths.account(s.grant.account ?? ""), overseers),
  "accounts.$userId_.roles.$grantId": seen(
    paths.withdrawRole(s.grant.account ?? "", s.grant.id ?? ""),
    secretariat,
  ),
  demo: seen(paths.demo(), everybody),
  health: answered(paths.health(), everybody),
  "outbox._index": seen(paths.outbox(), everybody),
  "outbox.$mailId": seen(paths.outboxMail(s.mail.id ?? ""), everybody),
  "receipts._index": seen(paths.receipts(), everybody),
  "receipts.$eventId": answered(paths.receipt(s.event.id ?? ""), overseers),
  "record._index": seen(paths.record(), overseers),
  "record.$eventId": seen(paths.recordEvent(s.event.id ?? ""), overseers),
  "sign-in": seen(paths.signIn(), everybody),
});
