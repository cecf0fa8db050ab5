import { handlingsslag } from './gallring.js';
import type { Behorighetsregel, Insatsprofil, Kodrad, Mal } from './insatsprofil.js';
import { koder } from './koder.js';
import { kommunNamn } from './kommuner.js';
import { malkoder } from './profilkoder.js';
import { fel, isRepeated, varning, type Anmarkning, type Kontrollunderlag } from './profilkontroll/anmarkning.js';
import { stegar } from './profilkontroll/stegar.js';
import { moten, teamen } from './profilkontroll/team.js';

export { profildelar, type Anmarkning, type Kontrollunderlag, type Profildel } from './profilkontroll/anmarkning.js';

/**
 * What does not fit together in a profile whose parts are sound one by one. Empty: it can be used.
 *
 * @param om today and the calendar, for the question whether the team will ever meet
 */
export function kontrolleraProfil(profil: Insatsprofil, om: Kontrollunderlag): readonly Anmarkning[] {
  return [
    ...deltagare(profil),
    ...behorighet(profil),
    ...frister(profil),
    ...insatstid(profil),
    ...kapacitet(profil),
    ...teamen(profil, om),
    ...moten(profil, om),
    ...Object.values(profil.koder ?? {}).flatMap(kodlistan),
    ...profil.mal.flatMap((mal) => malet(mal, profil)),
    ...profil.kartlaggningsinstrument
      .filter(isRepeated)
      .map((namn) => fel('faser', `Instrumentet ”${namn}” står två gånger. Ta bort det ena.`)),
    ...pengar(profil),
    ...gallring(profil),
    ...stegar(profil),
  ];
}

/** Whether a profile can be used as it is. */
export const kanAnvandas = (anmarkningar: readonly Anmarkning[]): boolean =>
  anmarkningar.every(({ grad }) => grad !== 'fel');

function deltagare({ parter, kommuner }: Insatsprofil): Anmarkning[] {
  return [
    ...(parter.length === 0 ? [fel('grund', 'Ingen part deltar. Välj minst en part.')] : []),
    ...parter.filter(isRepeated).map((part) => fel('grund', `Parten ”${part}” står två gånger. Ta bort den ena.`)),
    ...(parter.length === 1 ? [varning('grund', 'Bara en part deltar. Samordning brukar behöva minst två.')] : []),
    ...kommuner.filter(isRepeated).map((kod) => fel('grund', `${kommunNamn(kod)} står två gånger. Ta bort den ena.`)),
  ];
}

const DEN_MOTSATTA_ALDERN = 'Den lägsta åldern är högre än den högsta. Rätta åldersregeln.';

function behorighet(profil: Insatsprofil): Anmarkning[] {
  const {
    behorighet: regler,
    kommuner,
    kapacitet: { samtidigt },
  } = profil;
  const alder = regler.filter((regel) => regel.slag === 'alder');
  const kommunregler = regler.filter((regel) => regel.slag === 'kommun');
  const uteslutningar = regler.flatMap((regel) => (regel.slag === 'uteslutning' ? [regel.kod] : []));
  const prioritet = regler.filter((regel) => regel.slag === 'prioritet');
  const outside = kommunregler
    .flatMap((regel) => regel.kommuner)
    .filter((kod) => kommuner.length > 0 && !kommuner.includes(kod));
  return [
    ...alder.filter(isBackwards).map(() => fel('behorighet', DEN_MOTSATTA_ALDERN)),
    ...(alder.length > 1
      ? [
          fel(
            'behorighet',
            'Det finns mer än en åldersregel. Alla gäller samtidigt, så behåll en och ge den rätt åldrar.',
          ),
        ]
      : []),
    ...(kommunregler.length > 1
      ? [fel('behorighet', 'Det finns mer än en kommunregel. Behåll en med alla kommuner.')]
      : []),
    ...outside.map((kod) =>
      fel('behorighet', `${kommunNamn(kod)} står i kommunregeln men hör inte till insatsens kommuner.`),
    ),
    ...uteslutningar
      .filter(isRepeated)
      .map((kod) => fel('behorighet', `Koden ”${kod}” används av två regler. Ge den ena en annan kod.`)),
    ...prioritet.flatMap((regel) => prioriteten(regel, alder)),
    ...(prioritet.length > 0 && samtidigt === undefined
      ? [
          varning(
            'behorighet',
            'Regler ger förtur i kön, men insatsen har ingen kö: ange antal samtidiga platser eller ta bort förturen.',
          ),
        ]
      : []),
  ];
}

const isBackwards = ({ fran, till }: { readonly fran?: number; readonly till?: number }): boolean =>
  fran !== undefined && till !== undefined && fran > till;

function prioriteten(
  { villkor, text }: Extract<Behorighetsregel, { slag: 'prioritet' }>,
  alder: readonly Extract<Behorighetsregel, { slag: 'alder' }>[],
): Anmarkning[] {
  if (villkor.slag !== 'alder') return [];
  if (isBackwards(villkor)) return [fel('behorighet', `”${text}”: ${DEN_MOTSATTA_ALDERN}`)];
  const never = alder.some(
    (regel) => (villkor.fran ?? 0) > (regel.till ?? 200) || (villkor.till ?? 200) < (regel.fran ?? 0),
  );
  return never ? [varning('behorighet', `”${text}”: förturen gäller åldrar som insatsen inte är för.`)] : [];
}

function frister({ frister: f, kontaktforsok }: Insatsprofil): Anmarkning[] {
  return [
    ...(f.yttrandeArbetsdagarFore >= f.agendaStangerArbetsdagar
      ? [
          fel(
            'frister',
            'Yttrandet ska vara lämnat innan dagordningen har stängt. Ge yttrandet färre arbetsdagar före mötet än dagordningen.',
          ),
        ]
      : []),
    ...(f.skyndsamtYttrandeArbetsdagarFore > f.yttrandeArbetsdagarFore
      ? [varning('frister', 'Ett skyndsamt yttrande ska lämnas tidigare än ett vanligt. Det brukar vara tvärtom.')]
      : []),
    ...(f.uppfoljningOppnasDag >= f.uppfoljningDag || f.uppfoljningDag >= f.uppfoljningSenastDag
      ? [
          fel(
            'frister',
            'Uppföljningens dagar står i fel ordning. Den öppnas först, beskriver sedan sin dag och ska vara klar därefter.',
          ),
        ]
      : []),
    ...(f.planuppfoljningDagar < 7
      ? [fel('frister', 'Planuppföljning oftare än var sjunde dag hinner ingen med. Ange minst 7 dagar.')]
      : []),
    ...(f.koversynDagar < 1 ? [fel('frister', 'Kön ska ses över med jämna mellanrum. Ange minst 1 dag.')] : []),
    ...(f.kartlaggningVeckor < 1 ? [fel('frister', 'Kartläggningen behöver minst en vecka.')] : []),
    ...(f.samtyckeVarningDagar < 1 ? [varning('frister', 'Ingen varnas innan ett samtycke löper ut.')] : []),
    ...(kontaktforsok > 10
      ? [varning('frister', 'Fler än tio kontaktförsök vid uppföljningen är många för den som söks.')]
      : []),
  ];
}

function insatstid({ insatstid: tid, frister: f }: Insatsprofil): Anmarkning[] {
  if (tid.slag === 'ingen')
    return tid.oversynOppnasDagarFore >= 28 * tid.oversynManader
      ? [fel('faser', 'Översynen öppnas innan den förra är gjord. Öppna den färre dagar före.')]
      : [];
  const { manader, varningDagarFore: varningar } = tid;
  return [
    ...varningar
      .filter((dagar, at) => at > 0 && dagar >= (varningar[at - 1] ?? 0))
      .map(() =>
        fel(
          'faser',
          'Varningarna om insatstidens slut står i fel ordning. Den tidigaste, med flest dagar kvar, ska stå först.',
        ),
      ),
    ...(Math.max(...varningar) >= 28 * manader
      ? [fel('faser', 'Den första varningen kommer innan insatsen har börjat. Ange färre dagar.')]
      : []),
    ...(tid.slag === 'hard' && f.forlangningArbetsdagar > (varningar[0] ?? 0)
      ? [
          fel(
            'faser',
            'Med en tid som inte får passeras behöver en förlängning hinna beslutas efter varningen. Varna tidigare eller ge förlängningen kortare frist.',
          ),
        ]
      : []),
    ...(tid.slag === 'hard'
      ? [
          varning(
            'faser',
            'Tiden får inte passeras: förlängning efter slutet kan bara styrgruppen besluta om, som undantag.',
          ),
        ]
      : []),
  ];
}

function kapacitet({ kapacitet: { samtidigt, perAr, pausFrigorPlats } }: Insatsprofil): Anmarkning[] {
  return [
    ...(pausFrigorPlats && samtidigt === undefined
      ? [varning('kapacitet', 'En paus frigör platsen, men insatsen har ingen gräns för samtidiga platser.')]
      : []),
    ...(samtidigt !== undefined && perAr !== undefined && perAr < samtidigt
      ? [varning('kapacitet', 'Färre tas emot per år än som får plats samtidigt. Kontrollera talen.')]
      : []),
  ];
}

const kodlistan = (lista: readonly Kodrad[]): Anmarkning[] =>
  lista
    .map(({ kod }) => kod)
    .filter(isRepeated)
    .map((kod) => fel('mal', `Koden ”${kod}” står två gånger i samma lista. Ge den ena en annan kod.`));

function malet({ text, taljare }: Mal, profil: Insatsprofil): Anmarkning[] {
  if (!taljare) return [];
  const lista = malkoder(profil, taljare.slag);
  return [
    ...taljare.koder
      .filter((kod) => !Object.hasOwn(lista, kod))
      .map((kod) => fel('mal', `Målet ”${text}” räknar ”${kod}”, som inte finns i insatsens lista.`)),
    ...(taljare.vid === 'uppfoljning' && taljare.slag === 'orsak'
      ? [fel('mal', `Målet ”${text}” räknar orsak vid uppföljningen, men orsaken anges vid avslutet.`)]
      : []),
  ];
}

function pengar({ medel, egetForslag }: Insatsprofil): Anmarkning[] {
  if (!medel) return [];
  return [
    ...(medel.takPerBeslut > medel.arssumma
      ? [fel('pengar', 'Taket för ett beslut är högre än hela årets summa. Sänk taket eller höj summan.')]
      : []),
    ...(egetForslag
      ? [varning('pengar', 'Den som föreslår ett inköp får själv besluta om det. Det märks i loggen.')]
      : []),
  ];
}

function gallring({ gallring: { handlingar, statistik } }: Insatsprofil): Anmarkning[] {
  const senare = koder(handlingsslag).filter((slag) => isLonger(handlingar[slag], handlingar.arende));
  return [
    ...senare.map((slag) =>
      fel(
        'gallring',
        `${handlingsslag[slag]} ska finnas kvar längre än ärendet, men går inte att hitta utan det. Ge ärendet lika lång tid.`,
      ),
    ),
    ...(statistik === 'gallras'
      ? [varning('gallring', 'Gallrade ärenden försvinner också ur statistiken. Äldre års antal blir lägre.')]
      : []),
  ];
}

const isLonger = (one: number | 'bevaras', other: number | 'bevaras'): boolean =>
  other !== 'bevaras' && (one === 'bevaras' || one > other);
