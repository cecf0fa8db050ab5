import type { VNode } from 'preact';
import { Datum } from '../../components/datum.js';
import { Knapprad, Lankknapp } from '../../components/knapp.js';
import { Kort } from '../../components/kort.js';
import { Marke } from '../../components/marke.js';
import type { Hinderrad } from '../../queries/insats.js';

interface HinderlistaProps {
  readonly kod: string;
  readonly rader: readonly Hinderrad[];
  readonly anmala: boolean;
}

/** The structural obstacles and what the styrgrupp answered. */
export function Hinderlista({ kod, rader, anmala }: HinderlistaProps): VNode {
  return (
    <Kort rubrik="Strukturella hinder" niva={2}>
      {rader.length === 0 && <p>Inget hinder är anmält.</p>}
      {rader.map((rad) => (
        <Ett rad={rad} />
      ))}
      {anmala && (
        <Knapprad>
          <Lankknapp href={`/insatser/${kod}/beslut/hinderanmalan`}>Anmäl ett hinder</Lankknapp>
        </Knapprad>
      )}
    </Kort>
  );
}

const Ett = ({ rad: { text, verksamhet, anmalt, svar, svarat } }: { rad: Hinderrad }): VNode => (
  <article>
    <h3>
      Anmält <Datum varde={anmalt} />
      {verksamhet !== null && ` av ${verksamhet}`}
    </h3>
    <p>{text}</p>
    {svar === null || svarat === null ? (
      <p>
        <Marke typ="warning">Väntar på styrgruppen</Marke>
      </p>
    ) : (
      <p>
        <strong>
          Styrgruppens svar <Datum varde={svarat} />:
        </strong>{' '}
        {svar}
      </p>
    )}
  </article>
);
