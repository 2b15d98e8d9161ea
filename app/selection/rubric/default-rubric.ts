/**
 * The default rubric: fifteen criteria in three groups, four levels each.
 *
 * What is looked for follows the UN Values and Behaviours Framework, the UN System Leadership Framework (CEB 2017) and the
 * competencies sought in heads of mission; the four levels carry the UN's own ratings: 1 unsatisfactory, 2 partially
 * satisfactory, 3 satisfactory, 4 outstanding. Groups weigh 30/45/25. The anchors are Cadre's own words.
 */

import type { CriterionGroup, CriterionStage } from "./criterion-group.ts";

export interface InTwoLanguages {
  readonly en: string;
  readonly fr: string;
}

export interface DefaultCriterion {
  readonly code: string;
  readonly group: CriterionGroup;
  /** Weight relative to the others of its group, before the mission's needs. */
  readonly baseWeight: number;
  /** The level the panel's finding must reach whatever the total; null where there is none. */
  readonly minimumLevel: number | null;
  readonly stage: CriterionStage;
  readonly name: InTwoLanguages;
  readonly definition: InTwoLanguages;
  /** From the lowest level to the highest. */
  readonly anchors: readonly (InTwoLanguages & { readonly level: number })[];
}

type Words = readonly [en: string, fr: string];

const both = ([en, fr]: Words): InTwoLanguages => ({ en, fr });

function criterion(
  [code, stage, minimumLevel]: readonly [string, CriterionStage, number | null],
  name: Words,
  definition: Words,
  anchors: readonly [Words, Words, Words, Words],
): DefaultCriterion {
  const group = code.startsWith("M") ? "merit" : code.startsWith("C") ? "competence" : "missionNeeds";
  return {
    code,
    group,
    baseWeight: 10,
    minimumLevel,
    stage,
    name: both(name),
    definition: both(definition),
    anchors: anchors.map((words, index) => ({ level: index + 1, ...both(words) })),
  };
}

const merit = [
  criterion(
    ["M1", "desk", null],
    ["Senior record in conflict settings", "Parcours de haut niveau en situation de conflit"],
    [
      "Has led large bodies of people in conflict or its aftermath, with results others confirm.",
      "A dirigé des structures importantes pendant ou après un conflit, avec des résultats confirmés par des tiers.",
    ],
    [
      ["No senior post that bears on this one.", "Aucun poste de direction en rapport avec celui-ci."],
      [
        "Senior posts, but advisory, or in stable settings only.",
        "Des postes élevés, mais de conseil, ou en contexte stable uniquement.",
      ],
      [
        "Led a sizeable body during or after a conflict.",
        "A dirigé une structure de taille notable pendant ou après un conflit.",
      ],
      [
        "Led a large body of several components through a conflict; its results are confirmed from outside.",
        "A dirigé une grande structure à plusieurs composantes tout au long d’un conflit ; ses résultats sont attestés de l’extérieur.",
      ],
    ],
  ),
  criterion(
    ["M2", "both", null],
    [
      "Results against a mandate with limited means",
      "Résultats au regard d’un mandat avec des moyens limités",
    ],
    [
      "Turns a mandate into outcomes when time, people and money fall short.",
      "Traduit un mandat en résultats lorsque le temps, le personnel et les crédits manquent.",
    ],
    [
      ["Can name no example.", "Ne peut citer aucun exemple."],
      [
        "Describes activity; what came of it stays thin.",
        "Décrit une activité dont les effets restent ténus.",
      ],
      ["Shows outcomes and makes own part in them clear.", "Montre des résultats et précise la part prise."],
      [
        "Set priorities, shows measured outcomes, credits others, and names a failure with what changed after it.",
        "A fixé des priorités, montre des résultats mesurés, reconnaît l’apport d’autrui et cite un échec et ce qu’il a changé.",
      ],
    ],
  ),
  criterion(
    ["M3", "desk", null],
    [
      "Multilateral and civil-military-police work",
      "Action multilatérale et coordination civile, militaire et policière",
    ],
    [
      "Works across organisations, and across civilian, military and police components.",
      "Travaille avec plusieurs organisations et avec les composantes civile, militaire et de police.",
    ],
    [
      ["Has worked in one service only.", "N’a travaillé que dans un seul service."],
      ["Knows one other component or organisation.", "Connaît une autre composante ou organisation."],
      ["Has worked well with all three components.", "A bien travaillé avec les trois composantes."],
      [
        "Built cooperation across components and partners that lasted after leaving.",
        "A bâti entre composantes et partenaires une coopération qui a survécu à son départ.",
      ],
    ],
  ),
];

const competence = [
  criterion(
    ["C1", "both", 3],
    ["Integrity under pressure", "Intégrité sous pression"],
    [
      "Acts by the rules and for the mandate when it costs something.",
      "Respecte les règles et le mandat même lorsque cela a un prix.",
    ],
    [
      ["Excuses a breach of the rules.", "Excuse un manquement aux règles."],
      ["Saw the matter and passed it on late.", "A vu le problème et l’a signalé tardivement."],
      ["Acted by the rules under pressure.", "A agi dans les règles malgré la pression."],
      [
        "Refused improper pressure at personal cost and shielded staff from it.",
        "A refusé une pression indue à ses dépens et en a protégé son personnel.",
      ],
    ],
  ),
  criterion(
    ["C2", "both", null],
    ["Political judgement and good offices", "Jugement politique et bons offices"],
    [
      "Reads the parties' interests and brings them towards agreement.",
      "Comprend les intérêts des parties et les rapproche d’un accord.",
    ],
    [
      ["Misreads the parties, or takes sides.", "Se méprend sur les parties ou prend parti."],
      ["Reads one side well.", "Comprend bien l’une des parties."],
      [
        "Reads the situation soundly and engages all sides steadily.",
        "Lit la situation avec justesse et dialogue constamment avec toutes les parties.",
      ],
      [
        "Read every party's interests, changed course early, and brought parties to an agreement.",
        "A saisi les intérêts de chaque partie, a infléchi sa démarche à temps et a conduit à un accord.",
      ],
    ],
  ),
  criterion(
    ["C3", "desk", null],
    ["Vision and planning", "Vision et planification"],
    [
      "Turns a mandate into sequenced priorities and reviews them.",
      "Décline un mandat en priorités ordonnées et les réexamine.",
    ],
    [
      ["Reacts to events only.", "Ne fait que réagir aux événements."],
      ["Has a plan without priorities.", "Dispose d’un plan sans priorités."],
      ["Has a workable plan and reviews it.", "Dispose d’un plan réalisable et le réexamine."],
      [
        "Sequences priorities with the mission's end in view and says what will not be done.",
        "Ordonne les priorités en vue de la fin de la mission et dit ce qui ne sera pas fait.",
      ],
    ],
  ),
  criterion(
    ["C4", "both", 3],
    ["Leading a team", "Direction d’équipe"],
    [
      "Unites people of many services and origins, delegates, and develops deputies.",
      "Fédère des personnes de services et d’origines divers, délègue et fait grandir ses adjoints.",
    ],
    [
      ["Leaves conflict unresolved, or causes it.", "Laisse les conflits sans issue ou les provoque."],
      [
        "Leads by rank; some voices are lost.",
        "Dirige par la hiérarchie ; certaines voix ne sont pas entendues.",
      ],
      ["Is steady and fair, and delegates.", "Fait preuve de constance et d’équité, et délègue."],
      [
        "United rivals, built deputies who could take over, and made use of every voice.",
        "A réuni des rivaux, formé des adjoints capables de prendre la relève et mis chaque voix à profit.",
      ],
    ],
  ),
  criterion(
    ["C5", "interview", null],
    [
      "Crisis decision, protection of civilians, safety",
      "Décision en crise, protection des civils, sécurité",
    ],
    [
      "Decides in time on poor information, for the protection of civilians and staff.",
      "Décide à temps malgré des informations lacunaires, pour protéger civils et personnel.",
    ],
    [
      ["Freezes, or hides what happened.", "Reste sans réaction ou dissimule les faits."],
      ["Decides late, or alone.", "Décide tard, ou sans consulter."],
      ["Decides in time and learns afterwards.", "Décide à temps et en tire les leçons."],
      [
        "Rehearsed beforehand, decided in time on poor information, and owns the result.",
        "S’y est préparé, a décidé à temps sur des informations lacunaires et en assume les suites.",
      ],
    ],
  ),
  criterion(
    ["C6", "both", 3],
    ["Accountability, conduct and prevention of abuse", "Responsabilité, déontologie et prévention des abus"],
    [
      "Holds self and others to account; prevents sexual exploitation, abuse and harassment.",
      "Rend compte et exige qu’il soit rendu compte ; prévient l’exploitation, les abus et le harcèlement sexuels.",
    ],
    [
      ["Tolerates misconduct.", "Tolère les manquements."],
      ["Relies on others to report.", "S’en remet à d’autres pour signaler."],
      ["Enforces the rules and follows up.", "Fait appliquer les règles et assure le suivi."],
      [
        "Built a culture in which people report, and acted on offenders of high standing.",
        "A instauré une culture du signalement et sanctionné des fautifs haut placés.",
      ],
    ],
  ),
  criterion(
    ["C7", "both", null],
    ["Gender-responsive and inclusive leadership", "Direction inclusive et attentive au genre"],
    [
      "Changes outcomes for women, in the peace process and within the mission.",
      "Fait évoluer la situation des femmes, dans le processus de paix comme dans la mission.",
    ],
    [
      ["Dismisses the matter.", "Écarte la question."],
      ["Has the words without the action.", "Tient le discours sans les actes."],
      ["Builds it into plans and staffing.", "L’intègre aux plans et au recrutement."],
      [
        "Changed what women obtained in a peace process and who held the posts of the mission.",
        "A changé ce que des femmes ont obtenu dans un processus de paix et la répartition des postes de la mission.",
      ],
    ],
  ),
  criterion(
    ["C8", "interview", null],
    ["Communication and representation", "Communication et représentation"],
    [
      "Speaks for the United Nations with clarity to friendly and hostile audiences.",
      "Parle au nom des Nations Unies avec clarté devant des auditoires favorables ou hostiles.",
    ],
    [
      ["Is unclear or indiscreet.", "Manque de clarté ou de discrétion."],
      ["Is clear among friends.", "S’exprime clairement en terrain favorable."],
      [
        "Is clear with Council, press and public.",
        "S’exprime clairement devant le Conseil, la presse et le public.",
      ],
      [
        "Has won over hostile audiences, in two languages of the mission.",
        "A su convaincre des auditoires hostiles, dans deux langues de la mission.",
      ],
    ],
  ),
  criterion(
    ["C9", "interview", null],
    ["Self-awareness and willingness to be mentored", "Connaissance de soi et ouverture au mentorat"],
    [
      "Seeks challenge, learns, and lets others help with it.",
      "Recherche la contradiction, apprend et accepte d’y être aidé.",
    ],
    [
      ["Rejects feedback.", "Rejette les observations."],
      ["Accepts it in principle.", "Les accepte dans le principe."],
      ["Has an example of feedback taken.", "Cite un exemple d’observation suivie d’effet."],
      [
        "Seeks challenge, shows behaviour that changed, and has mentored others.",
        "Recherche la contradiction, montre un comportement qui a changé et a été mentor à son tour.",
      ],
    ],
  ),
];

const missionNeeds = [
  criterion(
    ["N1", "desk", null],
    ["Knowledge of country, region and parties", "Connaissance du pays, de la région et des parties"],
    [
      "Knows the setting and is known to those who matter in it.",
      "Connaît le contexte et y est connu des acteurs qui comptent.",
    ],
    [
      ["Has none.", "N’en a aucune."],
      ["Has general knowledge.", "En a une connaissance générale."],
      ["Has sound knowledge.", "En a une connaissance solide."],
      ["Has trusted access to key actors.", "Dispose d’un accès de confiance aux acteurs clés."],
    ],
  ),
  criterion(
    ["N2", "desk", null],
    ["Fit with the mission's phase and tasks", "Adéquation à la phase et aux tâches de la mission"],
    [
      "Has led in this phase (start-up, steady, transition, drawdown) and with these tasks.",
      "A dirigé dans cette phase (démarrage, rythme établi, transition, retrait) et avec ces tâches.",
    ],
    [
      ["Has done nothing of the kind.", "N’a rien fait de tel."],
      ["Has done something adjacent.", "A exercé des fonctions voisines."],
      ["Has led something close to it.", "A dirigé une situation proche."],
      ["Has led this phase with these tasks.", "A dirigé cette phase avec ces tâches."],
    ],
  ),
  criterion(
    ["N3", "both", null],
    ["Fills gaps in the present team", "Complète l’équipe en place"],
    [
      "Brings what the leadership team lacks today.",
      "Apporte ce qui manque aujourd’hui à l’équipe de direction.",
    ],
    [
      ["Repeats what the team has.", "Répète ce que l’équipe possède."],
      ["Adds little.", "Apporte peu."],
      ["Fills one of the gaps listed.", "Comble l’une des lacunes recensées."],
      ["Fills the first gap listed and another.", "Comble la première lacune recensée et une autre."],
    ],
  ),
];

/** The fifteen criteria, in the order of the score sheet. */
export const DEFAULT_CRITERIA: readonly DefaultCriterion[] = [...merit, ...competence, ...missionNeeds];
