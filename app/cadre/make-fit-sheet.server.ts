import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { formatter } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translate.ts";
import type { ListOrder } from "./cadre-list.ts";
import { readPosts, readVacancyDemand } from "./demand.queries.server.ts";
import { fitReasons } from "./fit-reasons.ts";
import { type FittingMember, readFit } from "./read-fit.server.ts";

type Order = Extract<ListOrder, { readonly list: "fit" | "fitToPost" }>;

/** What is asked of members, by whom they are judged, and for which vacancy; null where it is not the actor's to see. */
async function askedFor(actor: Actor, order: Order) {
  if (order.list === "fit") {
    const vacancy = can(actor, "cadre.read") ? await readVacancyDemand(order.vacancy) : null;
    return vacancy && { demand: vacancy.demand, judges: vacancy.judges, vacancyId: order.vacancy };
  }
  const [post] = can(actor, "bench.read") ? await readPosts(undefined, order.post) : [];
  return post ? { demand: post.demand, judges: [], vacancyId: null } : null;
}

/** Where a member stands with a vacancy: nominated, invited or interested; empty where none of it. */
function standingOf(t: Translate, { nominated, interested, invited }: FittingMember): string {
  if (nominated) return t("fit.nominated");
  const answered = invited && (invited.answer ? t(`fit.answer.${invited.answer}`) : t("fit.invited"));
  return [interested ? t("fit.interested") : null, answered].filter(Boolean).join("; ");
}

/**
 * Who fits a vacancy, or a post should it fall vacant tomorrow, in order of fit over all groups, with every reason and every
 * gap; at most so many of each group. Null where it is not the actor's to see.
 */
export async function makeFitSheet(actor: Actor, order: Order, t: Translate, most: number) {
  const asked = await askedFor(actor, order);
  if (asked === null) return null;
  const { total, groups } = await readFit(actor, { ...asked, page: 1, perPage: most });
  const format = formatter(actor.locale, actor.timeZone);
  const members = groups.flatMap((group) => group.members).sort((a, b) => a.place - b.place);
  return {
    total,
    head: [
      ...[t("fit.placeHead"), t("cadre.member.name"), t("cadre.member.gender")],
      ...[t("fit.speaks"), t("fit.lacks"), t("fit.unknown"), t("fit.against"), t("fit.standing")],
    ],
    rows: members.map((member) => {
      const { speaks, lacks, unknown, bars } = fitReasons(t, format, member);
      return [
        ...[String(member.place), member.name, t(`cadre.gender.${member.gender}`)],
        ...[speaks, lacks, unknown, bars].map((words) => words.join("; ")),
        standingOf(t, member),
      ];
    }),
  };
}
