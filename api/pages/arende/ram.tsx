import type { ComponentChildren, VNode } from 'preact';
import { kanGorasFran } from '../../../domain/beslut/index.js';
import type { Forstadag } from '../../../domain/beslut/regel.js';
import { beslut as beslutslista } from '../../../domain/faser.js';
import { stangningar } from '../../../domain/koder.js';
import { nextStep, type Lage, type NastaSteg as Steg } from '../../../domain/lage.js';
import { isPaused } from '../../../domain/paus.js';
import { fasord } from '../../../domain/profilkoder.js';
import { uppgiftstyper } from '../../../domain/uppgifter.js';
import { Faslinje } from '../../components/arende/faslinje.js';
import { NastaSteg } from '../../components/arende/nasta-steg.js';
import { Brodsmulor } from '../../components/brodsmulor.js';
import { Flikar } from '../../components/flikar.js';
import { formatDatum, formatTidpunkt } from '../../components/format.js';
import { Lankknapp } from '../../components/knapp.js';
import { Kolumner, Kort } from '../../components/kort.js';
import { Marke } from '../../components/marke.js';
import { Meddelande } from '../../components/meddelande.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import type { Sidram } from '../../http/page-frame.js';
import { efterVad } from '../uppgifter/ord.js';
import { faslinje } from './faslinje-data.js';
import { personnamn } from './namn.js';
import { isOwn, nastaKnappar } from './nasta-knappar.js';
import { Insatstid, Koplats } from './tidskort.js';
import { agare, beslutsadress, harDen, type Arendevy } from './vy.js';

/** The views of a case. */
export const flikar = {
  oversikt: 'Översikt',
  anteckningar: 'Anteckningar',
  plan: 'Plan',
  moten: 'Möten och yttranden',
  samtycken: 'Samtycken',
  dokument: 'Dokument',
  tidslinje: 'Tidslinje',
  paminnelser: 'Påminnelser',
  logg: 'Logg',
} as const;
export type Flik = keyof typeof flikar;

const address = (nummer: string, flik: Flik): string =>
  flik === 'oversikt' ? `/arenden/${nummer}` : `/arenden/${nummer}/${flik}`;

/** All verksamheter that still owe a yttrande share one next step. */
function owners(vy: Arendevy, steg: Steg): string {
  const same = vy.arende.lage.uppgifter.filter(({ typ }) => typ === steg.typ);
  if (steg.oppnas !== undefined || same.length < 2) return agare(vy, steg);
  // names of verksamheter hold commas of their own
  return same.map((uppgift) => agare(vy, uppgift)).join(' · ');
}

/** What a button adds when the step is somebody else's, by whose it is. */
const AT: Partial<Readonly<Record<Steg['roll'], string>>> = {
  handlaggare: ' åt remittenten',
  koordinator: ' åt koordinatorn',
  teamrepresentant: ' åt en verksamhet',
};

/** Why the step is to be taken; a person who does not want to be contacted must not be, whatever the task says. */
const varforSteg = (lage: Lage, { typ, oppnas }: Steg, senare: Forstadag | undefined): string =>
  [
    typ === 'uppfoljning' && lage.kontaktnej
      ? 'Personen vill inte bli kontaktad. Gör inga kontaktförsök: registrera resultatet Vill inte kontaktas.'
      : senare
        ? `${efterVad(senare)}.`
        : uppgiftstyper[typ].varfor,
    ...(oppnas === undefined ? [] : [`Uppgiften öppnas ${formatDatum(oppnas)}.`]),
  ].join(' ');

function Nasta({ vy }: { vy: Arendevy }): VNode {
  const { arende, idag } = vy;
  const steg = nextStep(arende.lage);
  if (!steg)
    return (
      <Kort rubrik="Ärendet är stängt">
        <p>
          {arende.lage.stangdSom ? `${stangningar[arende.lage.stangdSom]}. ` : ''}Stängdes{' '}
          {formatDatum(arende.lage.fasSedan)}.
        </p>
        {nastaKnappar(vy).map((typ) => (
          <Lankknapp key={typ} href={beslutsadress(arende.nummer, typ)} variant="secondary">
            {beslutslista[typ]}
          </Lankknapp>
        ))}
      </Kort>
    );
  const slag = uppgiftstyper[steg.typ];
  const now = nastaKnappar(vy);
  const mine = isOwn(vy, steg);
  const forst = kanGorasFran(steg.typ, arende.lage);
  const senare = forst && forst.dag > idag ? forst : undefined;
  const stopp = mine && now.length === 0 && !senare && steg.oppnas === undefined ? vy.hindras : undefined;
  return (
    <NastaSteg
      uppgift={slag.rubrik}
      agare={owners(vy, steg)}
      senast={steg.forfaller}
      idag={idag}
      text={stopp ?? varforSteg(arende.lage, steg, senare)}
    >
      {now.length > 0 &&
        now.map((typ, index) => (
          <Lankknapp
            key={typ}
            href={beslutsadress(arende.nummer, typ, steg.ref)}
            variant={mine && index === 0 ? 'primary' : 'secondary'}
          >
            {beslutslista[typ]}
            {!mine && !harDen(vy, steg) && (AT[steg.roll] ?? '')}
          </Lankknapp>
        ))}
    </NastaSteg>
  );
}

export interface ArendeRamProps {
  readonly vy: Arendevy;
  readonly flik: Flik;
  readonly ram: Sidram;
  /** A form of the view came back with errors. */
  readonly harFel?: boolean;
  readonly children: ComponentChildren;
}

/** Who has read and done what is for who leads the insats; who is reminded of what, for who leads the case. */
const synligaFlikar = ({ leder, skriver }: Arendevy): Flik[] =>
  (Object.keys(flikar) as Flik[]).filter(
    (one) => (one !== 'logg' || leder) && (one !== 'paminnelser' || skriver !== undefined),
  );

/** The list of ärenden for those who have one; the others came from their first page. */
const overliggande = ({ meny = [] }: Sidram): { href: string; text: string } =>
  meny.find(({ href }) => href === '/arenden') ?? { href: '/', text: 'Start' };

/** Who alone sees the ärende of a protected person. */
function Skydd({ arende: { lage, namn } }: Pick<Arendevy, 'arende'>): VNode {
  const { namngivna = [] } = lage;
  if (namngivna.length === 0)
    return (
      <Meddelande typ="warning" rubrik="Ingen är namngiven än">
        <p>
          Personuppgifterna är skyddade. Tills minst två personer är namngivna ser remittenten, koordinatorn och
          sammankallande ärendet.
        </p>
      </Meddelande>
    );
  const folk = new Intl.ListFormat('sv').format(namngivna.map((id) => namn[id] ?? 'någon som har slutat'));
  return (
    <Meddelande typ="info" rubrik="Bara de som är namngivna ser ärendet">
      <p>{folk}. Skriv inte personens riktiga namn i fritext eller bilagor.</p>
    </Meddelande>
  );
}

/** What stands above every view of a case: whose it is, where it is, what comes next. */
export function ArendeRam({ vy, flik, ram, harFel = false, children }: ArendeRamProps): VNode {
  const { arende } = vy;
  const over = arende.lage.insatstid?.overTidenSedan !== undefined && arende.lage.avslutsdatum === undefined;
  const marken = [
    <Marke key="fas" typ={arende.lage.fas === 'stangd' ? 'neutral' : 'info'}>
      {fasord(arende.profil, arende.lage.fas)}
    </Marke>,
    ...(isPaused(arende.lage)
      ? [
          <Marke key="paus" typ="warning">
            Pausad
          </Marke>,
        ]
      : []),
    ...(over
      ? [
          <Marke key="over" typ="error">
            Över tiden
          </Marke>,
        ]
      : []),
    ...(arende.person.skyddad
      ? [
          <Marke key="skyddad" typ="warning">
            Skyddade personuppgifter
          </Marke>,
        ]
      : []),
  ];
  const beside =
    arende.lage.fas === 'ko' ? <Koplats vy={vy} /> : arende.lage.startdatum !== undefined && <Insatstid vy={vy} />;
  return (
    <Sida
      {...ram}
      visar={{ nummer: [arende.nummer], visning: 'arende' }}
      harFel={harFel}
      titel={`${flik === 'oversikt' ? '' : `${flikar[flik]}, `}${arende.nummer}`}
      brodsmulor={<Brodsmulor lankar={[overliggande(ram)]} har={arende.nummer} />}
    >
      <Sidhuvud
        rubrik={personnamn(arende)}
        overrubrik={`${arende.nummer} · ${arende.insats.namn} · ${arende.team}`}
        marken={marken}
      />
      {vy.nodatkomst && (
        <Meddelande typ="warning" rubrik="Du läser med nödåtkomst">
          <p>
            Ärendet är öppet för dig till {formatTidpunkt(vy.nodatkomst.till)}. Du kan läsa men inte ändra. Det du läser
            loggas och granskas. <SakerLank href="/nodatkomst">Avsluta nödåtkomsten</SakerLank>
          </p>
        </Meddelande>
      )}
      {arende.person.skyddad && <Skydd arende={arende} />}
      <Faslinje faser={faslinje(arende)} />
      {beside ? (
        <Kolumner typ="bred-smal">
          <Nasta vy={vy} />
          {beside}
        </Kolumner>
      ) : (
        <Nasta vy={vy} />
      )}
      <Flikar
        etikett="Delar av ärendet"
        flikar={synligaFlikar(vy).map((one) => ({
          href: address(arende.nummer, one),
          text: flikar[one],
        }))}
        aktiv={address(arende.nummer, flik)}
      />
      {children}
    </Sida>
  );
}
