import type { VNode } from 'preact';
import { beslut as beslutslista, type Beslutstyp } from '../../../domain/faser.js';
import { rekommendationer } from '../../../domain/koder.js';
import { skyddatNamn } from '../../../domain/skydd.js';
import { Definitionslista } from '../../components/definitionslista.js';
import { formatDatum } from '../../components/format.js';
import { Knapprad, Lankknapp } from '../../components/knapp.js';
import { Kort } from '../../components/kort.js';
import { Marke } from '../../components/marke.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Tabell } from '../../components/tabell.js';
import { Utfallbar } from '../../components/utfallbar.js';
import type { Punktinnehall } from '../../queries/mote.js';
import { Atgarder } from '../arende/atgarder.js';
import { ord } from '../arende/ord.js';
import { DELTAR_INTE, slagord, tidsrymd, type Motesvy, type Punktvy, type SynligPunkt } from './vy.js';

/** The name as this page may show it: an alias when protected, birth year when avidentifierad. */
function namnet({ person, identifierad }: Punktinnehall): string {
  if (person.skyddad) return skyddatNamn(person.alias);
  if (!identifierad) return `Avidentifierad, född ${person.fodelsear}`;
  return person.namn ?? `Person född ${person.fodelsear}`;
}

type Rattelse = NonNullable<Punktinnehall['rekommendation']>['rattelser'][number];

function Rattelser({ rattelser }: { rattelser: readonly Rattelse[] }): VNode | null {
  if (rattelser.length === 0) return null;
  return (
    <Utfallbar rubrik={rattelser.length === 1 ? 'En rättelse' : `${rattelser.length} rättelser`}>
      {rattelser.map(({ nar, av, skal, motivering, narvarande }) => (
        <Definitionslista
          key={nar}
          rader={[
            { term: 'Rättades', varde: av === undefined ? formatDatum(nar) : `${formatDatum(nar)} av ${av}` },
            { term: 'Varför', varde: skal },
            { term: 'Motiveringen var', varde: motivering },
            { term: 'Med var', varde: narvarande.join('; ') },
          ]}
        />
      ))}
    </Utfallbar>
  );
}

/** What the meeting said. */
function Protokoll({ innehall: { rekommendation, narvarande, lyft, atgarder, arendeId } }: SynligPunkt): VNode | null {
  if (!rekommendation && lyft?.svar === undefined) return null;
  return (
    <>
      <Definitionslista
        rader={
          rekommendation
            ? [
                { term: 'Närvarande', varde: narvarande.join('; ') },
                { term: 'Rekommendation', varde: ord(rekommendationer, rekommendation.utfall) },
                { term: 'Motivering', varde: rekommendation.motivering },
                { term: 'Registrerad', varde: `${formatDatum(rekommendation.nar)} av ${rekommendation.av}` },
              ]
            : [
                { term: 'Teamets svar', varde: lyft?.svar },
                { term: 'Registrerat', varde: lyft?.svarat && formatDatum(lyft.svarat) },
              ]
        }
      />
      <Atgarder id={`atgarder-${arendeId}`} atgarder={atgarder} />
      {rekommendation && <Rattelser rattelser={rekommendation.rattelser} />}
    </>
  );
}

interface Yttranderad {
  readonly verksamhet: string;
  readonly text: string;
  readonly av: string;
}

function Yttranden({ innehall, vantar }: SynligPunkt): VNode {
  const given = innehall.yttranden.map(({ verksamhet, svar, text, av, nar }): Yttranderad => ({
    verksamhet,
    text: svar === 'lamnat' ? (text ?? '') : 'Inget svar',
    av: svar === 'lamnat' ? [av, formatDatum(nar)].filter(Boolean).join(', ') : '–',
  }));
  return (
    <Tabell
      id={`yttranden-${innehall.arendeId}`}
      caption="Yttranden"
      rows={[...given, ...vantar.map((verksamhet): Yttranderad => ({ verksamhet, text: 'Inte lämnat än', av: '–' }))]}
      rowKey={({ verksamhet }) => verksamhet}
      empty={<p>Inga yttranden begärs.</p>}
      columns={[
        { rubrik: 'Verksamhet', radrubrik: true, cell: ({ verksamhet }) => verksamhet },
        { rubrik: 'Yttrande', cell: ({ text }) => text },
        { rubrik: 'Lämnat av', cell: ({ av }) => av },
      ]}
    />
  );
}

/** The decision's form with a way back to the meeting. */
const adress = (nummer: string, typ: Beslutstyp, moteId: string): string =>
  `/arenden/${nummer}/beslut/${typ}?mote=${moteId}`;

function Knappar({ synlig: { beslut, nummer }, moteId }: { synlig: SynligPunkt; moteId: string }): VNode | null {
  if (beslut.length === 0) return null;
  return (
    <Knapprad>
      {beslut.map((typ) => (
        <Lankknapp key={typ} href={adress(nummer, typ, moteId)}>
          {beslutslista[typ]}
          <span class="sr-only"> {nummer}</span>
        </Lankknapp>
      ))}
    </Knapprad>
  );
}

function Synlig({ punkt, synlig, vy }: { punkt: Punktvy; synlig: SynligPunkt; vy: Motesvy }): VNode {
  const { innehall, nummer, lamnar, oronmarkt } = synlig;
  return (
    <Kort
      rubrik={`${punkt.plats}. ${namnet(innehall)}`}
      niva={3}
      atgard={punkt.klar && <Marke typ="success">Klart</Marke>}
    >
      <p>
        <strong>{tidsrymd(punkt)}</strong> · <SakerLank href={`/arenden/${nummer}`}>{nummer}</SakerLank> ·{' '}
        {slagord[punkt.slag]}
        {oronmarkt && ' · nollplacerad'}
      </p>
      {vy.mote.avslutat === undefined && (
        <p>
          <strong>Lämnar rummet:</strong>{' '}
          {lamnar.length === 0 ? 'ingen, alla verksamheter har samtycke' : lamnar.join('; ')}
        </p>
      )}
      <Definitionslista
        rader={[
          {
            term: 'Remittent',
            varde: `${innehall.remittent}, ${innehall.remittentVerksamhet}${punkt.slag === 'konsultation' ? `. Är med ${tidsrymd(punkt)}.` : ''}`,
          },
          { term: 'Fråga', varde: innehall.lyft?.fraga ?? innehall.fraga },
        ]}
      />
      {punkt.slag === 'konsultation' && <Yttranden {...synlig} />}
      <Protokoll {...synlig} />
      <Knappar synlig={synlig} moteId={vy.mote.id} />
    </Kort>
  );
}

/** An ärende on the agenda, before and after it was taken up; one that the reader does not take part in keeps its time. */
export function Punkt({ punkt, vy }: { punkt: Punktvy; vy: Motesvy }): VNode {
  if (punkt.synlig) return <Synlig punkt={punkt} synlig={punkt.synlig} vy={vy} />;
  return (
    <Kort rubrik={`${punkt.plats}. ${DELTAR_INTE}`} niva={3}>
      <p>
        <strong>{tidsrymd(punkt)}</strong>
        {vy.mote.avslutat === undefined && ' · Du lämnar rummet.'}
      </p>
    </Kort>
  );
}
