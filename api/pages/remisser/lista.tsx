import type { VNode } from 'preact';
import type { Dag } from '../../../domain/kalender/tid.js';
import { Datum, Frist } from '../../components/datum.js';
import { formatTidpunkt } from '../../components/format.js';
import { Lankknapp } from '../../components/knapp.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import { Tabell, type Kolumn } from '../../components/tabell.js';
import { TomtLage } from '../../components/tomt-lage.js';
import type { Sidram } from '../../http/page-frame.js';
import type { Remissrad, Utkastrad } from '../../queries/remisser.js';
import { lagetIOrd, vantarPa, vantarVad } from './vantan.js';

export interface RemisslistaProps {
  readonly remisser: readonly Remissrad[];
  readonly utkast: readonly Utkastrad[];
  readonly idag: Dag;
  readonly ram: Sidram;
}

const NyRemiss = (): VNode => (
  <Lankknapp variant="primary" href="/remisser/ny">
    Ny remiss
  </Lankknapp>
);

/** A handläggare's own remisser: what each waits for and until when, and the drafts. */
export function Remisslista({ remisser, utkast, idag, ram }: RemisslistaProps): VNode {
  const waiting = remisser.filter((one) => !one.stangdSom);
  const ended = remisser.filter((one) => one.stangdSom);
  return (
    <Sida {...ram} titel="Mina remisser">
      <Sidhuvud rubrik="Mina remisser" {...(remisser.length > 0 ? { atgarder: <NyRemiss /> } : {})} />
      {remisser.length === 0 ? (
        <TomtLage rubrik="Du har inte skickat någon remiss" atgard={<NyRemiss />}>
          <p>Skicka en remiss när någon du möter behöver stöd från flera verksamheter samtidigt.</p>
        </TomtLage>
      ) : (
        <Tabell
          id="remisser"
          caption="Pågår"
          columns={pagarColumns(idag)}
          rows={waiting}
          rowKey={({ nummer }) => nummer}
          markera={({ vantan, oppen }) =>
            oppen && vantan?.roll === 'handlaggare' ? (vantan.forfaller < idag ? 'fel' : 'varning') : undefined
          }
          empty={<p>Inget av det du har skickat pågår nu.</p>}
        />
      )}
      {utkast.length > 0 && (
        <Tabell id="utkast" caption="Utkast" columns={utkastColumns} rows={utkast} rowKey={({ id }) => id} />
      )}
      {ended.length > 0 && (
        <Tabell
          id="stangda"
          caption="Stängda"
          columns={[...grundColumns, laget]}
          rows={ended}
          rowKey={({ nummer }) => nummer}
        />
      )}
    </Sida>
  );
}

const grundColumns: readonly Kolumn<Remissrad>[] = [
  {
    rubrik: 'Ärende',
    radrubrik: true,
    obruten: true,
    cell: ({ nummer, istalletFor }) => (
      <>
        <SakerLank href={`/remisser/${nummer}`}>{nummer}</SakerLank>
        {istalletFor && <div class="dampad">i stället för {istalletFor}</div>}
      </>
    ),
  },
  { rubrik: 'Insats', cell: ({ insats }) => insats },
  { rubrik: 'Skickad', obruten: true, cell: ({ inskickad }) => <Datum varde={inskickad} format="iso" /> },
];

const laget: Kolumn<Remissrad> = {
  rubrik: 'Läge',
  cell: ({ fas, stangdSom, oppen }) => (oppen ? lagetIOrd(fas, stangdSom) : 'Samtycket gäller inte längre'),
};

const pagarColumns = (idag: Dag): readonly Kolumn<Remissrad>[] => [
  ...grundColumns,
  laget,
  {
    rubrik: 'Väntar på',
    cell: ({ vantan, oppen }) =>
      oppen && vantan ? `${vantarPa(vantan)}: ${vantarVad(vantan).toLocaleLowerCase('sv')}` : '–',
  },
  {
    rubrik: 'Senast',
    cell: ({ vantan, oppen }) => (oppen && vantan ? <Frist senast={vantan.forfaller} idag={idag} /> : '–'),
  },
];

const utkastColumns: readonly Kolumn<Utkastrad>[] = [
  {
    rubrik: 'Utkast',
    radrubrik: true,
    cell: ({ id, insats }) => (
      <SakerLank href={`/remisser/ny/${id}/insats`}>Fortsätt: {insats ?? 'insats inte vald'}</SakerLank>
    ),
  },
  { rubrik: 'Påbörjat', cell: ({ skapad }) => <Datum varde={skapad} format="iso" /> },
  { rubrik: 'Senast sparat', cell: ({ andrad }) => formatTidpunkt(andrad) },
  {
    rubrik: 'Ta bort',
    doldRubrik: true,
    cell: ({ id, andrad }) => (
      <SakerLank href={`/remisser/ny/${id}/ta-bort`}>
        Ta bort<span class="sr-only"> utkastet från {formatTidpunkt(andrad)}</span>
      </SakerLank>
    ),
  },
];
