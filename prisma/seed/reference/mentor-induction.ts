/** From when on the steps were as they are first loaded. */
export const INDUCTION_PUBLISHED_ON = "2026-11-29";

/**
 * What a mentor goes through before the first pair (the EMCC's programme standard asks for training, briefing and guidance on
 * conduct). Cadre's own words; a code stays what it was, since mentors have marked it.
 */
export const INDUCTION_STEPS = [
  {
    code: "programme",
    titleEn: "The programme in half an hour",
    titleFr: "Le programme en une demi-heure",
    textEn: "A talk with the secretariat: what the programme is for, how pairs are matched, what is asked of a mentor in twelve months.",
    textFr: "Un entretien avec le secrétariat : à quoi sert le programme, comment les binômes sont formés, ce qui est demandé à un mentor en douze mois.",
  },
  {
    code: "confidentiality",
    titleEn: "Confidentiality and its limits",
    titleFr: "La confidentialité et ses limites",
    textEn: "What stays between the two, what is noted where, and the few things that must be passed on: danger to a person, and misconduct that has to be reported.",
    textFr: "Ce qui reste entre les deux, ce qui est noté et où, et le peu qui doit être transmis : un danger pour une personne, et une faute qu’il faut signaler.",
  },
  {
    code: "mentoring",
    titleEn: "Mentoring, not directing",
    titleFr: "Accompagner, non diriger",
    textEn: "Asking before advising, agreeing goals first, and what a mentor does not do: give orders, speak for the leader, or judge.",
    textFr: "Questionner avant de conseiller, convenir d’abord des objectifs, et ce qu’un mentor ne fait pas : donner des ordres, parler à la place de la personne, ou juger.",
  },
  {
    code: "mission",
    titleEn: "How missions work today",
    titleFr: "Les missions aujourd’hui",
    textEn: "What has changed since you led one: mandates, reporting lines, conduct and discipline, security.",
    textFr: "Ce qui a changé depuis que vous en avez dirigé une : mandats, lignes hiérarchiques, déontologie et discipline, sécurité.",
  },
] as const;

/** The mentors' code of conduct, by version: a text that somebody has acknowledged is never changed, a new one is added. */
export const CODES_OF_CONDUCT = [
  {
    version: 1,
    publishedOn: "2026-11-29",
    textEn: `I keep in confidence what the leader tells me. I pass on only what puts a person in danger or what I am bound to report, and I say so first.
I give my time without pay from the leader, and I ask for no favour in return, for myself or for my state.
I do not speak for the leader, and I give no orders: decisions remain with whoever holds the post.
I tell the secretariat at once of any interest, tie or duty that could stand between us.
I do not sit on a panel, vet or appraise the leader while we work together, nor afterwards.
I treat everybody with respect, whatever their gender, origin or opinion; I know and keep the standards of conduct of the United Nations, above all on sexual exploitation, abuse and harassment.
Either of us may end the pair without giving a reason, and I bear no grudge.`,
    textFr: `Je garde confidentiel ce que la personne me dit. Je ne transmets que ce qui met quelqu’un en danger ou que je suis tenu(e) de signaler, et je le dis d’abord.
Je donne mon temps sans rémunération de sa part et ne demande aucune faveur en retour, ni pour moi ni pour mon État.
Je ne parle pas en son nom et ne donne pas d’ordres : les décisions restent à qui occupe le poste.
Je signale sans tarder au secrétariat tout intérêt, lien ou devoir qui pourrait se mettre entre nous.
Je ne siège pas à un panel, ne participe ni à ses habilitations ni à son évaluation, pendant notre travail commun comme après.
Je traite chacun avec respect, quels que soient son genre, son origine ou ses opinions ; je connais et respecte les normes de conduite des Nations Unies, surtout en matière d’exploitation, d’atteintes et de harcèlement sexuels.
Chacun de nous peut mettre fin au binôme sans donner de motif, et je n’en garde pas rancune.`,
  },
] as const;
