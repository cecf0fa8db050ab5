import type { VNode } from 'preact';
import { isKod } from '../../../domain/koder.js';
import { Tidslinje } from '../../components/arende/tidslinje.js';
import { Filterrad } from '../../components/form/formular.js';
import { Valjare } from '../../components/form/valjare.js';
import { Knapp } from '../../components/knapp.js';
import type { Sidram } from '../../http/page-frame.js';
import { ArendeRam } from './ram.js';
import { historia, planerat, tidslinjeslag, type Post, type Tidslinjeslag } from './tidslinje-data.js';
import type { Arendevy } from './vy.js';

export interface TidslinjePageProps {
  readonly vy: Arendevy;
  /** The kind that the address asks for; whatever is none is all. */
  readonly visa: string | undefined;
  readonly ram: Sidram;
}

/** What is planned above the line of today, what has happened below it; of one kind when the address says so. */
export function TidslinjePage({ vy, visa, ram }: TidslinjePageProps): VNode {
  const slag: Tidslinjeslag | undefined = visa !== undefined && isKod(tidslinjeslag, visa) ? visa : undefined;
  const shown = (poster: readonly Post[]) => poster.filter((post) => slag === undefined || post.slag === slag);
  return (
    <ArendeRam vy={vy} flik="tidslinje" ram={ram}>
      <h2>Tidslinje</h2>
      <Filterrad action={`/arenden/${vy.arende.nummer}/tidslinje`} etikett="Välj vad tidslinjen visar">
        <Valjare
          name="visa"
          label="Visa"
          tomt="Allt"
          {...(slag !== undefined && { value: slag })}
          options={Object.entries(tidslinjeslag).map(([value, label]) => ({ value, label }))}
        />
        <Knapp>Visa</Knapp>
      </Filterrad>
      <Tidslinje planerade={shown(planerat(vy))} handelser={shown(historia(vy.arende))} idag={vy.idag} />
    </ArendeRam>
  );
}
