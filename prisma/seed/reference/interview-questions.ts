/**
 * Questions to begin the bank with, two on most criteria that are judged in an interview: what somebody did, or would do
 * first. Cadre's own words; the secretariat adds to them and retires them.
 */
export const INTERVIEW_QUESTIONS: readonly {
  readonly id: string;
  readonly criterionCode: string;
  readonly textEn: string;
  readonly textFr: string;
}[] = [
  {
    id: "0f5c0000-0000-4000-8000-000000000001",
    criterionCode: "M2",
    textEn: "Tell us of a mandate that you had to deliver with far less than it called for. What did you leave undone, and how did you decide?",
    textFr: "Parlez-nous d’un mandat que vous avez dû exécuter avec bien moins de moyens qu’il n’en fallait. Qu’avez-vous laissé de côté, et comment l’avez-vous décidé ?",
  },
  {
    id: "0f5c0000-0000-4000-8000-000000000002",
    criterionCode: "M2",
    textEn: "Which result of a mission that you led still stands today, and how do you know?",
    textFr: "Quel résultat d’une mission que vous avez dirigée tient encore aujourd’hui, et comment le savez-vous ?",
  },
  {
    id: "0f5c0000-0000-4000-8000-000000000003",
    criterionCode: "C1",
    textEn: "Describe a moment when doing what was right would cost you the support of somebody whom you needed. What did you do?",
    textFr: "Décrivez un moment où faire ce qui était juste vous coûtait l’appui de quelqu’un dont vous aviez besoin. Qu’avez-vous fait ?",
  },
  {
    id: "0f5c0000-0000-4000-8000-000000000004",
    criterionCode: "C1",
    textEn: "When did you last report something that others would rather have kept quiet? What followed?",
    textFr: "Quand avez-vous pour la dernière fois signalé ce que d’autres auraient préféré taire ? Qu’en est-il résulté ?",
  },
  {
    id: "0f5c0000-0000-4000-8000-000000000005",
    criterionCode: "C2",
    textEn: "Tell us of talks that had come to a standstill. What did you read differently from the others, and what moved?",
    textFr: "Parlez-nous de pourparlers qui étaient au point mort. Qu’avez-vous lu autrement que les autres, et qu’est-ce qui a bougé ?",
  },
  {
    id: "0f5c0000-0000-4000-8000-000000000006",
    criterionCode: "C2",
    textEn: "The host government asks you to stop meeting an armed group that the mandate tells you to engage. What are your first three steps?",
    textFr: "Le gouvernement hôte vous demande de ne plus rencontrer un groupe armé que le mandat vous charge d’approcher. Quelles sont vos trois premières démarches ?",
  },
  {
    id: "0f5c0000-0000-4000-8000-000000000007",
    criterionCode: "C4",
    textEn: "Tell us of a team that did not work when you took it over. What did you change in the first hundred days?",
    textFr: "Parlez-nous d’une équipe qui ne fonctionnait pas quand vous l’avez reprise. Qu’avez-vous changé dans les cent premiers jours ?",
  },
  {
    id: "0f5c0000-0000-4000-8000-000000000008",
    criterionCode: "C4",
    textEn: "Whom did you bring on who now does better what you did? How did you go about it?",
    textFr: "Qui avez-vous fait progresser et fait aujourd’hui mieux que vous ce que vous faisiez ? Comment vous y êtes-vous pris ?",
  },
  {
    id: "0f5c0000-0000-4000-8000-000000000009",
    criterionCode: "C5",
    textEn: "At night a patrol base reports hundreds of civilians at its gate and armed men behind them. Take us through your first hour.",
    textFr: "La nuit, une base de patrouille signale des centaines de civils à sa porte et des hommes armés derrière eux. Racontez-nous votre première heure.",
  },
  {
    id: "0f5c0000-0000-4000-8000-000000000010",
    criterionCode: "C5",
    textEn: "Tell us of a decision in a crisis that you would take differently today.",
    textFr: "Parlez-nous d’une décision prise dans une crise que vous prendriez autrement aujourd’hui.",
  },
  {
    id: "0f5c0000-0000-4000-8000-000000000011",
    criterionCode: "C6",
    textEn: "You learn that a valued colleague is said to have exploited somebody in the host community. What do you do today, and what this week?",
    textFr: "Vous apprenez qu’un collègue apprécié aurait exploité une personne de la communauté hôte. Que faites-vous aujourd’hui, et que faites-vous cette semaine ?",
  },
  {
    id: "0f5c0000-0000-4000-8000-000000000012",
    criterionCode: "C6",
    textEn: "How did you find out what conduct in your last command was really like?",
    textFr: "Comment avez-vous su quelle était réellement la conduite du personnel dans votre dernier commandement ?",
  },
  {
    id: "0f5c0000-0000-4000-8000-000000000013",
    criterionCode: "C7",
    textEn: "What did you change so that women took part where they had been left out, and what came of it?",
    textFr: "Qu’avez-vous changé pour que des femmes participent là où elles étaient laissées de côté, et qu’en est-il sorti ?",
  },
  {
    id: "0f5c0000-0000-4000-8000-000000000014",
    criterionCode: "C7",
    textEn: "Tell us of a decision that was better because you had heard somebody who is usually not asked.",
    textFr: "Parlez-nous d’une décision qui fut meilleure parce que vous aviez entendu quelqu’un qu’on ne consulte pas d’habitude.",
  },
  {
    id: "0f5c0000-0000-4000-8000-000000000015",
    criterionCode: "C8",
    textEn: "A convoy has hurt villagers and rumours run faster than the facts. What do you say, to whom, and when?",
    textFr: "Un convoi a blessé des villageois et les rumeurs vont plus vite que les faits. Que dites-vous, à qui, et quand ?",
  },
  {
    id: "0f5c0000-0000-4000-8000-000000000016",
    criterionCode: "C8",
    textEn: "Explain in two minutes, to somebody in the capital’s market, what the mission is there for.",
    textFr: "Expliquez en deux minutes, à quelqu’un du marché de la capitale, à quoi sert la mission.",
  },
  {
    id: "0f5c0000-0000-4000-8000-000000000017",
    criterionCode: "C9",
    textEn: "What did you last learn about yourself from somebody junior to you?",
    textFr: "Qu’avez-vous appris en dernier sur vous-même de quelqu’un de moins gradé que vous ?",
  },
  {
    id: "0f5c0000-0000-4000-8000-000000000018",
    criterionCode: "C9",
    textEn: "What would you want from a mentor in your first year?",
    textFr: "Qu’attendriez-vous d’un mentor pendant votre première année ?",
  },
  {
    id: "0f5c0000-0000-4000-8000-000000000019",
    criterionCode: "N3",
    textEn: "Whom would you need beside you in this mission because of what you do less well?",
    textFr: "De qui auriez-vous besoin à vos côtés dans cette mission, en raison de ce que vous faites moins bien ?",
  },
];
