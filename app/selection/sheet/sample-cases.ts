import type { SampleCase } from "./calibration.ts";

/**
 * Cases that a panel can take for its calibration, written for this purpose. Nobody in them exists, and both are uneven
 * on purpose: strong on some criteria, thin on others, so that members have something to differ on.
 */
export const SAMPLE_CASES: readonly SampleCase[] = [
  {
    title: {
      en: "The general who negotiated",
      fr: "Le général qui négociait",
    },
    text: {
      en: `Thirty-one years in the armed forces of a country that is not named, the last two as deputy chief of staff.

2019–2022: force commander of a regional mission of 4,200 soldiers from six countries. Sat with both parties every week and obtained a local ceasefire that held for fourteen months. An attack on a convoy killed nine civilians; the inquiry found that patrols had been called off two days before for want of fuel, and that the command had reported the shortage in writing three times.

2015–2018: led the sector headquarters of a United Nations mission. Raised the share of women on patrols from 3 to 11 per cent in two years; two complaints of sexual exploitation were passed on within the day.

2010–2014: director of training. Wrote the doctrine on the protection of civilians that the country still uses.

Languages: English, fluent; French, works with an interpreter.

From the letter: “I have learnt that a commander who does not talk to the displaced hears of an attack when it is over. I would open with a plan for the first hundred days, written with the police and the civil side, not before them.” On money and procurement the letter says nothing.`,
      fr: `Trente et un ans dans les forces armées d’un pays qui n’est pas nommé, dont deux comme sous-chef d’état-major.

2019–2022 : commandement de la force d’une mission régionale de 4 200 militaires de six pays. Rencontre chaque semaine avec les deux parties ; cessez-le-feu local obtenu et tenu quatorze mois. L’attaque d’un convoi a tué neuf civils ; l’enquête a établi que les patrouilles avaient été suspendues deux jours plus tôt faute de carburant et que le commandement avait signalé la pénurie trois fois par écrit.

2015–2018 : direction du quartier général de secteur d’une mission des Nations Unies. Part des femmes dans les patrouilles portée de 3 à 11 pour cent en deux ans ; deux plaintes pour exploitation sexuelle transmises le jour même.

2010–2014 : direction de la formation. Rédaction de la doctrine de protection des civils que le pays applique encore.

Langues : anglais, courant ; français, travaille avec un interprète.

Extrait de la lettre : « J’ai appris qu’un commandement qui ne parle pas aux personnes déplacées apprend une attaque quand elle est finie. Je commencerais par un plan pour les cent premiers jours, écrit avec la police et le volet civil, et non avant eux. » La lettre ne dit rien de l’argent ni des achats.`,
    },
  },
  {
    title: {
      en: "The administrator of the river provinces",
      fr: "L’administratrice des provinces du fleuve",
    },
    text: {
      en: `Civil servant, then head of office in three international organizations; no military service.

2020–2024: humanitarian coordinator for three provinces along a river with 1.1 million displaced. Budget of 310 million a year, two audits without a finding. Negotiated access with two armed groups; one of them broke the arrangement after five months, and 40 staff were withdrawn by boat without a loss.

2016–2019: deputy head of a political mission. Prepared the dialogue that led to local elections in 11 of 14 districts. A report of the staff counsellor speaks of high turnover in the front office and of “a door that is open in principle”.

2009–2015: prefect of a border region. First woman in the post; introduced a complaints desk that is still in use.

Languages: French, mother tongue; English, fluent; Arabic, can follow a meeting.

From the letter: “Consent is not given once. I ask for it again every time the truck is loaded.” How a uniformed component would be directed is answered in one sentence: “with respect for the chain of command”.`,
      fr: `Fonctionnaire, puis cheffe de bureau dans trois organisations internationales ; aucun service militaire.

2020–2024 : coordination humanitaire de trois provinces le long d’un fleuve, 1,1 million de personnes déplacées. Budget de 310 millions par an, deux audits sans observation. Accès négocié avec deux groupes armés ; l’un d’eux a rompu l’arrangement après cinq mois et 40 membres du personnel ont été retirés par bateau sans perte.

2016–2019 : adjointe à la direction d’une mission politique. Préparation du dialogue qui a mené à des élections locales dans 11 districts sur 14. Un rapport de la conseillère du personnel parle de départs fréquents dans le cabinet et d’« une porte ouverte en principe ».

2009–2015 : préfète d’une région frontalière. Première femme à ce poste ; création d’un guichet de plaintes toujours en usage.

Langues : français, langue maternelle ; anglais, courant ; arabe, peut suivre une réunion.

Extrait de la lettre : « Le consentement ne se donne pas une fois. Je le redemande chaque fois que le camion est chargé. » À la question de la direction d’un volet en uniforme, une phrase répond : « dans le respect de la chaîne de commandement ».`,
    },
  },
];
