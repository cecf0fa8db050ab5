import type { VNode } from 'preact';
import { isValidOn } from '../../../domain/atkomst.js';
import { beslut as beslutslista } from '../../../domain/faser.js';
import { rekommendationer, samtyckesformer, samtyckesgivare, uppgiftsslag } from '../../../domain/koder.js';
import { Datum } from '../../components/datum.js';
import { Definitionslista } from '../../components/definitionslista.js';
import { formatDatum, formatTidpunkt } from '../../components/format.js';
import { Knapprad, Lankknapp } from '../../components/knapp.js';
import { Kort } from '../../components/kort.js';
import { Marke } from '../../components/marke.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Tabell } from '../../components/tabell.js';
import { TomtLage } from '../../components/tomt-lage.js';
import type { Sidram } from '../../http/page-frame.js';
import type { Arendemote, Arendesamtycke } from '../../queries/arendemoten.js';
import { ord } from './ord.js';
import { ArendeRam } from './ram.js';
import { beslutsadress, type Arendevy } from './vy.js';

function Mote({ mote, vy }: { mote: Arendemote; vy: Arendevy }): VNode {
  return (
    <Kort
      rubrik={`Möte ${formatTidpunkt(mote.borjar)}`}
      atgard={vy.leder && <SakerLank href={`/moten/${mote.id}`}>Öppna mötet</SakerLank>}
    >
      {mote.lyft ? <FraganTillTeamet lyft={mote.lyft} /> : <Konsultationen mote={mote} nu={vy.nu} />}
    </Kort>
  );
}

/** What an enrolled case asked the team, and the answer: nobody gives a yttrande on that. */
function FraganTillTeamet({ lyft: { fraga, svar, svarat } }: { lyft: NonNullable<Arendemote['lyft']> }): VNode {
  return (
    <Definitionslista
      rader={[
        { term: 'Fråga till teamet', varde: fraga },
        { term: 'Teamets svar', varde: svar ?? 'Inget svar än' },
        ...(svarat === undefined ? [] : [{ term: 'Svarade', varde: formatDatum(svarat) }]),
      ]}
    />
  );
}

function Konsultationen({ mote, nu }: { mote: Arendemote; nu: string }): VNode {
  const { borjar, narvarande, yttranden, rekommendation } = mote;
  return (
    <>
      {(rekommendation || narvarande.length > 0) && (
        <Definitionslista
          rader={[
            { term: 'Rekommendation', varde: rekommendation && ord(rekommendationer, rekommendation.utfall) },
            { term: 'Motivering', varde: rekommendation?.motivering },
            { term: 'Närvarande', varde: narvarande.join(' · ') },
          ]}
        />
      )}
      <Tabell
        id={`yttranden-${mote.id}`}
        caption="Yttranden"
        rows={yttranden}
        rowKey={({ verksamhet }) => verksamhet}
        columns={[
          { rubrik: 'Verksamhet', cell: ({ verksamhet }) => verksamhet, radrubrik: true },
          { rubrik: 'Yttrande', cell: ({ svar, text }) => (svar === 'lamnat' ? text : 'Inget svar') },
          { rubrik: 'Lämnat av', cell: ({ av }) => av ?? '–' },
          {
            rubrik: 'När',
            cell: ({ nar, svar }) => (svar === 'lamnat' ? <Datum varde={nar} format="iso" /> : '–'),
            obruten: true,
          },
        ]}
        empty={
          <p>{Date.parse(borjar) > Date.parse(nu) ? 'Inget yttrande har lämnats än.' : 'Inget yttrande lämnades.'}</p>
        }
      />
    </>
  );
}

/** The meetings on whose agendas the ärende has stood, and what each verksamhet answered. */
export function MotenPage({ vy, moten, ram }: { vy: Arendevy; moten: readonly Arendemote[]; ram: Sidram }): VNode {
  return (
    <ArendeRam vy={vy} flik="moten" ram={ram}>
      {moten.length === 0 && (
        <TomtLage rubrik="Inget möte än">
          <p>Ärendet sätts upp på en dagordning när remissen har tagits emot.</p>
        </TomtLage>
      )}
      {moten.map((mote) => (
        <Mote key={mote.id} mote={mote} vy={vy} />
      ))}
    </ArendeRam>
  );
}

function Giltighet({ samtycke, idag }: { samtycke: Arendesamtycke; idag: string }): VNode {
  const { aterkallat, giltigtFran } = samtycke;
  if (aterkallat !== undefined) return <Marke typ="error">Återkallat</Marke>;
  if (isValidOn({ ...samtycke, aterkallat: false }, idag)) return <Marke typ="success">Gäller</Marke>;
  return giltigtFran > idag ? <Marke>Gäller inte än</Marke> : <Marke typ="warning">Har gått ut</Marke>;
}

const hur = ({ form, lamnatAv, tolk, sprak }: Arendesamtycke): string =>
  [
    `${ord(samtyckesformer, form)}, av ${(ord(samtyckesgivare, lamnatAv) ?? '').toLocaleLowerCase('sv')}`,
    ...(tolk ? ['med tolk'] : []),
    ...(sprak === undefined ? [] : [`på ${sprak.toLocaleLowerCase('sv')}`]),
  ].join(', ');

/** The decisions on samtycke that the reader may take. */
function Samtyckesbeslut({ vy }: { vy: Arendevy }): VNode | null {
  const mojliga = (['identifiering', 'samtycke', 'samtyckesaterkallelse'] as const).filter((typ) =>
    vy.mojliga.includes(typ),
  );
  if (mojliga.length === 0) return null;
  return (
    <Knapprad>
      {mojliga.map((typ) => (
        <Lankknapp key={typ} href={beslutsadress(vy.arende.nummer, typ)}>
          {beslutslista[typ]}
        </Lankknapp>
      ))}
    </Knapprad>
  );
}

/** To whom the person has opened the ärende, for what, from when to when. */
export function SamtyckenPage({
  vy,
  samtycken,
  ram,
}: {
  vy: Arendevy;
  samtycken: readonly Arendesamtycke[];
  ram: Sidram;
}) {
  return (
    <ArendeRam vy={vy} flik="samtycken" ram={ram}>
      <p>
        Samtycket gäller sekretess: vilka verksamheter som får ta del av vad. Om personen får räknas i statistik är en
        annan fråga och ställs i remissen. Om personen vill delta i insatsen är en tredje, och besvaras med personens
        eget ja.
      </p>
      <Tabell
        id="samtycken"
        caption="Samtycken per verksamhet"
        rows={samtycken}
        rowKey={({ id }) => id}
        columns={[
          { rubrik: 'Verksamhet', cell: ({ verksamhet }) => verksamhet, radrubrik: true },
          { rubrik: 'Uppgifter', cell: (one) => one.uppgiftsslag.map((kod) => ord(uppgiftsslag, kod)).join(', ') },
          { rubrik: 'Ändamål', cell: ({ andamal }) => (andamal === '' ? '–' : andamal) },
          {
            rubrik: 'Insatser',
            cell: ({ insatser }) =>
              insatser.length === 0
                ? 'Bara den här'
                : `Den här och ${insatser.length === 1 ? 'en till' : `${insatser.length} till`}`,
          },
          { rubrik: 'Från', cell: ({ giltigtFran }) => giltigtFran, obruten: true },
          { rubrik: 'Till', cell: ({ giltigtTill }) => giltigtTill ?? 'Tills vidare', obruten: true },
          { rubrik: 'Hur', cell: hur },
          { rubrik: 'Läge', cell: (samtycke) => <Giltighet samtycke={samtycke} idag={vy.idag} /> },
        ]}
        empty={
          <TomtLage rubrik="Inga samtycken">
            <p>Personen är avidentifierad, så det finns ingen som kan lämna samtycke. Hela teamet kan läsa ärendet.</p>
          </TomtLage>
        }
      />
      <Samtyckesbeslut vy={vy} />
    </ArendeRam>
  );
}
