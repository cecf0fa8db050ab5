import type { VNode } from 'preact';
import { insatsuppgiftstyper } from '../../../domain/insats/uppgifter.js';
import { roller } from '../../../domain/koder.js';
import { uppgiftstyper } from '../../../domain/uppgifter.js';
import { Datum, Frist } from '../../components/datum.js';
import { Definitionslista } from '../../components/definitionslista.js';
import { formatKronor } from '../../components/format.js';
import { Knapprad, Lankknapp } from '../../components/knapp.js';
import { Kort } from '../../components/kort.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import { Tabell } from '../../components/tabell.js';
import { TomtLage } from '../../components/tomt-lage.js';
import type { Sidram } from '../../http/page-frame.js';
import type { Insatsuppgiftsrad } from '../../queries/insatsuppgifter.js';
import type { Lyftrad, Styrgruppsrad } from '../../queries/styrgrupp.js';
import { Innehavare } from '../uppgifter/tabell.js';

export interface StyrgruppPageProps {
  readonly ram: Sidram;
  readonly idag: string;
  readonly arenden: readonly Styrgruppsrad[];
  /** Late tasks of others that have been lifted to the styrgrupp. */
  readonly lyfta: readonly Lyftrad[];
  readonly hinder: readonly Insatsuppgiftsrad[];
}

/** `/styrgrupp`: what waits for a decision, each with its question and background, none with a person. */
export function StyrgruppPage({ ram, idag, arenden, lyfta, hinder }: StyrgruppPageProps): VNode {
  return (
    <Sida {...ram} titel="Styrgruppen" smal>
      <Sidhuvud
        rubrik="Styrgruppen"
        ingress="Frågor som väntar på styrgruppens beslut. Här finns inga uppgifter om vem ärendet gäller."
      />
      {arenden.length + hinder.length === 0 && <TomtLage rubrik="Inget väntar på beslut" />}
      {arenden.map((rad) => (
        <Fraga rad={rad} idag={idag} />
      ))}
      {hinder.map(({ id, insats, typ, forfaller, adress, har }) => (
        <Kort key={id} rubrik={insatsuppgiftstyper[typ].rubrik} niva={2}>
          <Definitionslista
            rader={[
              { term: 'Insats', varde: insats },
              { term: 'Senast', varde: <Frist senast={forfaller} idag={idag} /> },
            ]}
          />
          <Innehavare har={har} />
          <Knapprad>
            <Lankknapp variant="primary" href={adress}>
              Läs och svara
            </Lankknapp>
          </Knapprad>
        </Kort>
      ))}
      {lyfta.length > 0 && <Lyfta rader={lyfta} idag={idag} />}
    </Sida>
  );
}

/** What others have left undone for so long that the reminders have come to the styrgrupp: by number, to be asked about. */
const Lyfta = ({ rader, idag }: { rader: readonly Lyftrad[]; idag: string }): VNode => (
  <>
    <Tabell
      id="lyfta"
      caption="Försenade uppgifter som har lyfts till styrgruppen"
      rows={rader}
      rowKey={({ id }) => id}
      columns={[
        { rubrik: 'Ärende', radrubrik: true, obruten: true, cell: ({ nummer }) => nummer },
        { rubrik: 'Insats', cell: ({ insats }) => insats },
        { rubrik: 'Uppgift', cell: ({ typ }) => uppgiftstyper[typ].rubrik },
        { rubrik: 'Ligger hos', cell: ({ roll }) => roller[roll] },
        { rubrik: 'Senast', cell: ({ forfaller }) => <Frist senast={forfaller} idag={idag} /> },
      ]}
    />
    <p>De ska göras av den som de ligger hos. Fråga sammankallande vad som står i vägen.</p>
  </>
);

function Fraga({ rad, idag }: { rad: Styrgruppsrad; idag: string }): VNode {
  const { id, nummer, insats, typ, forfaller, fraga, bakgrund, alternativ, belopp, slut, beslut, ref } = rad;
  const { rubrik } = uppgiftstyper[typ];
  const rader = [
    { term: 'Ärende', varde: nummer },
    { term: 'Insats', varde: insats },
    { term: 'Fråga', varde: fraga ?? undefined },
    { term: 'Bakgrund', varde: bakgrund ?? undefined },
    { term: 'Alternativ', varde: alternativ ?? undefined },
    { term: 'Föreslaget belopp', varde: belopp === null ? undefined : formatKronor(belopp) },
    { term: 'Insatstiden slutar', varde: slut === null ? undefined : <Datum varde={slut} /> },
    { term: 'Besluta senast', varde: <Frist senast={forfaller} idag={idag} /> },
  ];
  return (
    <Kort key={id} rubrik={rubrik} niva={2}>
      <Definitionslista rader={rader.filter(({ varde }) => varde !== undefined && varde !== '')} />
      <Knapprad>
        <Lankknapp variant="primary" href={`/arenden/${nummer}/beslut/${beslut}${ref === null ? '' : `?ref=${ref}`}`}>
          {rubrik}
          <span class="sr-only"> i {nummer}</span>
        </Lankknapp>
      </Knapprad>
    </Kort>
  );
}
