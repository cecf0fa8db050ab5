import type { VNode } from 'preact';
import { faser } from '../../../domain/faser.js';
import { Brodsmulor } from '../../components/brodsmulor.js';
import { Datum, Frist } from '../../components/datum.js';
import { Definitionslista } from '../../components/definitionslista.js';
import { dagarMellan, formatDagar } from '../../components/format.js';
import { Kort } from '../../components/kort.js';
import { Marke } from '../../components/marke.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import { Tabell, type Kolumn } from '../../components/tabell.js';
import { TomtLage } from '../../components/tomt-lage.js';
import type { Sidram } from '../../http/page-frame.js';
import type { Fasperiod, Kanslihuvud, Kansliuppgift, Utskicksantal } from '../../queries/kansliarende.js';
import type { Paminnelser } from '../../queries/paminnelser.js';
import { Paminnelsetabeller } from '../paminnelser/tabeller.js';
import { ansvarig, uppgiftsrubrik } from '../uppgifter/ord.js';
import { Paminnelser as Antal } from './arendetabell.js';
import { utskicksord, utskicksstatus } from './ord.js';

export interface KansliarendePageProps {
  ram: Sidram;
  /** today in Sweden, `YYYY-MM-DD` */
  idag: string;
  arende: Kanslihuvud;
  perioder: readonly Fasperiod[];
  uppgifter: readonly Kansliuppgift[];
  utskick: readonly Utskicksantal[];
  paminnelser: Paminnelser;
}

const fasKolumner = (idag: string): Kolumn<Fasperiod>[] => [
  { rubrik: 'Fas', radrubrik: true, cell: ({ fas }) => faser[fas] },
  { rubrik: 'Från', obruten: true, cell: ({ fran }) => <Datum varde={fran} format="iso" /> },
  { rubrik: 'Till', obruten: true, cell: ({ till }) => (till ? <Datum varde={till} format="iso" /> : 'pågår') },
  {
    rubrik: 'Tid',
    align: 'right',
    obruten: true,
    cell: ({ fas, fran, till }) => (fas === 'stangd' ? '–' : formatDagar(dagarMellan(fran, till ?? idag))),
  },
];

const oppnaKolumner = (idag: string): Kolumn<Kansliuppgift>[] => [
  { rubrik: 'Uppgift', radrubrik: true, cell: ({ typ }) => uppgiftsrubrik(typ) },
  { rubrik: 'Ansvarig', cell: ({ roll, verksamhet }) => ansvarig(roll, verksamhet) },
  { rubrik: 'Öppnad', obruten: true, cell: ({ oppnad }) => <Datum varde={oppnad} format="iso" /> },
  { rubrik: 'Senast', cell: ({ forfaller }) => <Frist senast={forfaller} idag={idag} /> },
  {
    rubrik: 'Påminnelser',
    cell: ({ paminnelser, senastePaminnelse }) => <Antal antal={paminnelser} senast={senastePaminnelse} />,
  },
];

const avslutadeKolumner: readonly Kolumn<Kansliuppgift>[] = [
  { rubrik: 'Uppgift', radrubrik: true, cell: ({ typ }) => uppgiftsrubrik(typ) },
  { rubrik: 'Ansvarig', cell: ({ roll, verksamhet }) => ansvarig(roll, verksamhet) },
  { rubrik: 'Skulle vara klar', obruten: true, cell: ({ forfaller }) => <Datum varde={forfaller} format="iso" /> },
  {
    rubrik: 'Avslutad',
    cell: ({ avslutad, avslutadSom }) =>
      avslutad && (
        <>
          <Datum varde={avslutad} format="iso" /> {avslutadSom === 'bortfallen' ? 'behövdes inte längre' : 'klar'}
        </>
      ),
  },
  { rubrik: 'Påminnelser', align: 'right', cell: ({ paminnelser }) => paminnelser },
];

const utskicksKolumner: readonly Kolumn<Utskicksantal>[] = [
  { rubrik: 'Mejl', radrubrik: true, cell: ({ slag }) => utskicksord(slag) },
  {
    rubrik: 'Läge',
    cell: ({ status, skal }) =>
      ['misslyckat', 'studsat'].includes(status) ? (
        <Marke typ="error">{utskicksstatus(status, skal)}</Marke>
      ) : (
        utskicksstatus(status, skal)
      ),
  },
  { rubrik: 'Antal', align: 'right', cell: ({ antal }) => antal },
  { rubrik: 'Senast', obruten: true, cell: ({ senast }) => <Datum varde={senast} format="iso" /> },
];

const dag = (varde: string | null): VNode | undefined => (varde === null ? undefined : <Datum varde={varde} />);

function Laget({ arende, idag }: { arende: Kanslihuvud; idag: string }): VNode {
  const { fas, fasSedan, skapad, startdatum, insatstidSlut, overTidenSedan, avslutsdatum } = arende;
  const rader = [
    { term: 'Insats', varde: arende.insats },
    { term: 'Fas', varde: `${faser[fas]}${fas === 'stangd' ? '' : `, i ${formatDagar(dagarMellan(fasSedan, idag))}`}` },
    { term: 'Remissen kom', varde: <Datum varde={skapad} /> },
    { term: 'Startdatum', varde: dag(startdatum) },
    { term: 'Insatstiden slutar', varde: dag(insatstidSlut) },
    { term: 'Över tiden sedan', varde: dag(overTidenSedan) },
    { term: 'Avslutsdatum', varde: dag(avslutsdatum) },
  ];
  return <Definitionslista rader={rader.filter(({ varde }) => varde !== undefined)} />;
}

function Nasta({ arende: { uppgift, roll, forfaller, fas }, idag }: { arende: Kanslihuvud; idag: string }): VNode {
  if (fas === 'stangd') return <p>Ärendet är stängt. Det väntar inte på något.</p>;
  if (uppgift === null || forfaller === null || roll === null) return <p>Nästa steg saknas. Anmäl det till driften.</p>;
  return (
    <p>
      {uppgiftsrubrik(uppgift)}, {ansvarig(roll).toLowerCase()}, senast <Frist senast={forfaller} idag={idag} />
    </p>
  );
}

/** `/kansli/arenden/<nr>`: phases with dates, who owes what, reminders and mails. No personal data. */
export function KansliarendePage(props: KansliarendePageProps): VNode {
  const { ram, idag, arende, perioder, uppgifter, utskick, paminnelser } = props;
  const oppna = uppgifter.filter(({ avslutad }) => avslutad === null);
  const avslutade = uppgifter.filter(({ avslutad }) => avslutad !== null);
  return (
    <Sida
      {...ram}
      visar={{ nummer: [arende.nummer], visning: 'nummer' }}
      titel={arende.nummer}
      brodsmulor={<Brodsmulor lankar={[{ href: '/kansli', text: 'Kansli' }]} har={arende.nummer} />}
    >
      <Sidhuvud
        rubrik={arende.nummer}
        marken={<Marke typ="info">{faser[arende.fas]}</Marke>}
        ingress="Ärendet efter nummer. Här finns inga uppgifter om personen."
      />
      <Kort rubrik="Nästa steg">
        <Nasta arende={arende} idag={idag} />
      </Kort>
      <Laget arende={arende} idag={idag} />
      <Tabell
        id="oppna"
        caption="Vem ska göra vad"
        columns={oppnaKolumner(idag)}
        rows={oppna}
        rowKey={({ id }) => id}
        markera={({ forfaller }) => (forfaller < idag ? 'fel' : undefined)}
        empty={<TomtLage rubrik="Ingen uppgift är öppen just nu" />}
      />
      <Paminnelsetabeller paminnelser={paminnelser} idag={idag} />
      <Tabell
        id="faser"
        caption="Faser"
        columns={fasKolumner(idag)}
        rows={perioder}
        rowKey={({ fran, fas }) => `${fas}/${fran.getTime()}`}
      />
      {avslutade.length > 0 && (
        <Tabell
          id="avslutade"
          caption="Avslutade uppgifter"
          columns={avslutadeKolumner}
          rows={avslutade}
          rowKey={({ id }) => id}
          tat
        />
      )}
      <Tabell
        id="utskick"
        caption="Mejl"
        columns={utskicksKolumner}
        rows={utskick}
        rowKey={({ slag, status, skal }) => `${slag}/${status}/${skal}`}
        empty={<TomtLage rubrik="Inga mejl har skapats" />}
      />
    </Sida>
  );
}
