import { amendCall } from "#app/selection/call/amend-call.server.ts";
import { extendCall } from "#app/selection/call/extend-call.server.ts";
import type { Cast } from "./cast.ts";
import { stateNeeds } from "./missions.ts";
import { draftFor, publishAs } from "./nominations.ts";
import { DEMO_STATES } from "./people.ts";
import { dayOn, hourOn, onDay, told } from "./stage.ts";

/** An addendum to the open call, and ten more days for it: those who began were told. */
export async function tellOfChanges({ officer }: Cast, callId: string) {
  const amendment = {
    submissionKey: crypto.randomUUID(),
    kind: "addendum" as const,
    text: {
      en: "Invented for the demonstration: the mandate of the mission was renewed for six months.",
      fr: "Inventé pour la démonstration : le mandat de la mission a été renouvelé pour six mois.",
    },
  };
  told(await onDay(-6, () => amendCall(officer, { callId, amendment })));
  const extension = {
    submissionKey: crypto.randomUUID(),
    closesAt: hourOn(34, 22),
    decisionDueOn: dayOn(109),
    text: {
      en: "Invented for the demonstration: ten more days, so that more women can be found.",
      fr: "Inventé pour la démonstration : dix jours de plus, pour que davantage de femmes puissent être trouvées.",
    },
  };
  told(await onDay(-2, () => extendCall(officer, { callId, extension })));
}

/** A call for the cadre at large, by the rule of 2024, to which people may put themselves forward too. */
export const callForCadre = ({ officer }: Cast) =>
  publishAs(
    officer,
    { opens: -20, closes: 45 },
    {
      kind: "global",
      title: {
        en: "Global call for heads and deputy heads of mission",
        fr: "Appel mondial pour les fonctions de chef et de chef adjoint de mission",
      },
      description: {
        en: "Invented for the demonstration: the cadre is asked first when a post falls vacant. Whoever is found suitable joins it for three years and says once a year whether they are available.",
        fr: "Inventé pour la démonstration : le vivier est sollicité en premier lorsqu’un poste devient vacant. Toute personne jugée apte le rejoint pour trois ans et confirme chaque année sa disponibilité.",
      },
      roleKindCodes: ["srsg", "dsrsgPolitical", "dsrsgRcHc"],
      seniorYears: 20,
      fieldMissions: 1,
      languages: ["en"],
    },
    { listRule: "parityPlus2024", selfNomination: true },
  );

/** A call addressed to some of the states, which has been announced and opens in four days. */
export async function callCertainStates(cast: Cast, acronym: string, postId: string) {
  const vacancyId = await draftFor(cast, { acronym, postId }, -10);
  await publishAs(
    cast.officer,
    { opens: -3, closes: 50 },
    { kind: "vacancies", vacancyIds: [vacancyId], decisionDueOn: dayOn(120) },
    {
      opensAt: hourOn(4, 14),
      listRule: "own",
      listNumbers: { most: 3, leastWomen: 2 },
      targetedStateCodes: DEMO_STATES.slice(0, 6),
    },
  );
}

/** A mission whose needs were stated a second time, so that the two can be compared. */
export const restateNeeds = ({ officer }: Cast) => stateNeeds(officer, "UNMIK", -30);
