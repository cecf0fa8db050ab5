import { faser } from '../../domain/faser.js';
import type { Frister, Insatsprofil } from '../../domain/insatsprofil.js';
import { koder, roller } from '../../domain/koder.js';
import { harErsattare } from '../../domain/paminnelser.js';
import { standardfrister, standardpaminnelser } from '../../domain/standardprofil.js';
import { stegeIOrd } from '../../domain/stegord.js';
import { uppgiftstyper, type Uppgiftstyp } from '../../domain/uppgifter.js';
import type { Profilfalt, Profilrader, Profilsektion } from './falt.js';
import { fristord } from './fristord.js';
import { rowsAt, valueAt } from './vag.js';

/** The phases that the insats uses, its instruments and its time limit (design 2.4, 2.6, 2.9). */
export const faserna: Profilsektion = {
  del: 'faser',
  ingress: 'Vilka steg processen har, och hur länge ett deltagande kan vara.',
  falt: [
    {
      slag: 'val',
      vag: 'forgrupp',
      label: 'Förgrupp',
      options: [
        { value: 'ingen', label: 'Ingen' },
        { value: 'fore', label: 'Före inskrivning' },
        { value: 'efter', label: 'Efter inskrivning' },
      ],
    },
    {
      slag: 'val',
      vag: 'kartlaggning',
      label: 'Kartläggning',
      options: [
        { value: 'kravs', label: 'Krävs för alla' },
        { value: 'kan_utga', label: 'Kan utgå efter teamets beslut' },
      ],
    },
    {
      slag: 'rader',
      vag: 'kartlaggningsinstrument',
      label: 'Instrument för kartläggning',
      hint: 'Ett på varje rad. Bara namnet: frågorna stannar hos instrumentet.',
    },
    {
      slag: 'rader',
      vag: 'utvecklingstrappa',
      label: 'Utvecklingstrappans fem steg',
      hint: 'Ett på varje rad, det lägsta först.',
    },
    {
      slag: 'tal',
      vag: 'kontaktforsok',
      label: 'Kontaktförsök vid uppföljningen',
    },
  ],
  rader: [
    {
      vag: 'insatstid',
      enda: true,
      rubrik: 'Insatstid',
      ett: 'insatstid',
      slagAv: (row) => ((row as { slag?: string }).slag === 'ingen' ? 'ingen' : 'grans'),
      slag: [
        {
          value: 'ingen',
          label: 'Ingen gräns, översyn med jämna mellanrum',
          falt: [
            { slag: 'tal', vag: 'oversynManader', label: 'Översyn varje', enhet: 'månader' },
            { slag: 'tal', vag: 'oversynOppnasDagarFore', label: 'Översynen öppnas före', enhet: 'dagar' },
          ],
          mall: { slag: 'ingen', oversynManader: 6, oversynOppnasDagarFore: 30 },
        },
        {
          value: 'grans',
          label: 'Gräns i månader',
          falt: [
            {
              slag: 'val',
              vag: 'slag',
              label: 'Får tiden passeras?',
              options: [
                { value: 'mjuk', label: 'Ja, det märks' },
                { value: 'hard', label: 'Nej, bara med undantag av styrgruppen' },
              ],
            },
            { slag: 'tal', vag: 'manader', label: 'Längsta tid', enhet: 'månader' },
            {
              slag: 'rader',
              talrader: true,
              vag: 'varningDagarFore',
              label: 'Varningar, dagar före slutet',
              hint: 'En på varje rad, den tidigaste först.',
            },
          ],
          mall: { slag: 'mjuk', manader: 12, varningDagarFore: [90, 30, 7] },
        },
      ],
    },
  ],
};

/** Every deadline of the process. */
export const fristerna: Profilsektion = {
  del: 'frister',
  ingress: 'Arbetsdagar är måndag till fredag utom röda dagar. Lämna tomt för standardens värde.',
  falt: (Object.keys(standardfrister) as (keyof Frister)[]).map((frist): Profilfalt => {
    const [label, enhet] = fristord[frist];
    return {
      slag: 'tal',
      vag: `frister.${frist}`,
      label,
      ...(enhet ? { enhet } : {}),
      frivillig: true,
      hint: `${enhet ? `Anges i ${enhet}. ` : ''}Standard: ${standardfrister[frist]}.`,
    };
  }),
  rader: [],
};

/** How many the insats takes (design 2.5). */
export const kapaciteten: Profilsektion = {
  del: 'kapacitet',
  ingress: 'Bara antalet samtidiga platser ger en kö. De andra talen är mål att följa upp.',
  falt: [
    { slag: 'tal', vag: 'kapacitet.samtidigt', label: 'Samtidiga platser', frivillig: true, hint: 'Tomt: ingen kö.' },
    { slag: 'tal', vag: 'kapacitet.perAr', label: 'Deltagare per år', frivillig: true },
    { slag: 'tal', vag: 'kapacitet.helarsplatser', label: 'Helårsplatser', frivillig: true },
    { slag: 'tal', vag: 'kapacitet.konsultationerPerAr', label: 'Konsultationer per år', frivillig: true },
    { slag: 'ja_nej', vag: 'kapacitet.pausFrigorPlats', label: 'Ger en paus platsen till nästa i kön?' },
    { slag: 'tal', vag: 'erbjudande.kontakter', label: 'Kontakter när en plats erbjuds' },
    {
      slag: 'tal',
      vag: 'erbjudande.missar',
      label: 'Så många gånger behålls turen för den som inte nås',
    },
  ],
  rader: [],
};

/** The styrgrupp's riktlinjer for kompetenshöjande medel (design 2.7). */
export const pengarna: Profilsektion = {
  del: 'pengar',
  ingress: 'Utan riktlinjer finns inga medel att besluta om. Belopp anges i hela kronor.',
  falt: [
    { slag: 'textruta', vag: 'medel.riktlinjer', label: 'Styrgruppens riktlinjer', frivillig: true },
    {
      slag: 'tal',
      vag: 'medel.takPerBeslut',
      label: 'Sammankallande beslutar upp till',
      enhet: 'kronor',
      frivillig: true,
      hint: 'Över beloppet, och vid köp av extern specialist, beslutar styrgruppen.',
    },
    { slag: 'tal', vag: 'medel.arssumma', label: 'Årets summa', enhet: 'kronor', frivillig: true },
  ],
  rader: [],
};

const ordfalt = (grupp: string, lista: Readonly<Record<string, string>>): Profilfalt[] =>
  Object.entries(lista).map(([kod, ord]) => ({
    slag: 'text',
    vag: `${grupp}.${kod}`,
    label: `I stället för ”${ord}”`,
    frivillig: true,
  }));

/** The insats's own words for phases and roles. */
export const orden: Profilsektion = {
  del: 'ord',
  ingress: 'Vad insatsen kallar faser och roller. Tomt: det vanliga ordet.',
  falt: [...ordfalt('fasord', faser), ...ordfalt('rollord', roller)],
  rader: [],
};

/** A ladder of a kind's own begins as the one that it takes the place of. */
function begynnelse(typ: Uppgiftstyp, profil: unknown): readonly unknown[] {
  const alla = rowsAt(profil, 'paminnelser.standard');
  const rows = alla.length > 0 ? alla : standardpaminnelser.standard;
  return harErsattare(uppgiftstyper[typ].roll) ? rows : rows.filter((row) => valueAt(row, 'till') !== 'ersattare');
}

const steg = (typ: Uppgiftstyp | 'standard', rubrik: string): Profilrader => ({
  vag: `paminnelser.${typ}`,
  ...(typ === 'standard' ? {} : { vidBehov: (profil: unknown) => begynnelse(typ, profil) }),
  tat: true,
  iOrd: (rows, profil) => stegeIOrd(rows, { profil: profil as Partial<Insatsprofil> }),
  rubrik,
  ett: 'steg',
  slagAv: (row) => ('dagar' in (row as object) ? 'dagar' : 'arbetsdagar'),
  slag: (['arbetsdagar', 'dagar'] as const).map((enhet) => ({
    value: enhet,
    label: enhet === 'dagar' ? 'Räknat i dagar' : 'Räknat i arbetsdagar',
    falt: [
      { slag: 'tal', vag: enhet, label: 'Efter sista dagen', enhet },
      {
        slag: 'val',
        vag: 'till',
        label: 'Till',
        options: [
          { value: 'ansvarig', label: 'Den som ansvarar' },
          { value: 'ersattare', label: 'Ersättaren' },
          { value: 'sammankallande', label: 'Sammankallande' },
          { value: 'styrgrupp', label: 'Styrgruppens ordförande' },
        ],
      },
    ],
    mall: { [enhet]: 0, till: 'ansvarig' },
  })),
});

/** The reminder ladders: the standard's, and those of single kinds of task. */
export const paminnelserna: Profilsektion = {
  del: 'paminnelser',
  ingress:
    'Påminnelser skickas på arbetsdagar. Minus framför ett tal betyder före sista dagen. Den första stegen gäller alla uppgifter som inte har en egen. Ett steg som skulle gå till någon som redan har påmints går till nästa uppåt.',
  falt: [
    {
      slag: 'tal',
      vag: 'paminnelseUpprepasArbetsdagar',
      label: 'Den sista påminnelsen upprepas varje',
      enhet: 'arbetsdagar',
    },
  ],
  rader: [
    steg('standard', 'Alla uppgifter'),
    ...(koder(uppgiftstyper as never) as Uppgiftstyp[]).map((typ) => steg(typ, uppgiftstyper[typ].rubrik)),
  ],
};
