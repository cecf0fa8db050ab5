import type { VNode } from 'preact';
import { insatsuppgiftstyper } from '../../../domain/insats/uppgifter.js';
import { Frist } from '../../components/datum.js';
import { Lankknapp } from '../../components/knapp.js';
import { Tabell } from '../../components/tabell.js';
import { ansvarig } from './ord.js';
import type { Insatsuppgiftsrad } from '../../queries/insatsuppgifter.js';

/** The tasks of insatser themselves, which belong to no ärende; nothing when there is none. */
export function Insatstabell({ rader, idag }: { rader: readonly Insatsuppgiftsrad[]; idag: string }): VNode | null {
  if (rader.length === 0) return null;
  return (
    <Tabell
      id="insatsuppgifter"
      caption="Uppgifter för hela insatsen"
      rows={rader}
      rowKey={({ id }) => id}
      markera={({ forfaller }) => (forfaller < idag ? 'fel' : undefined)}
      columns={[
        { rubrik: 'Insats', radrubrik: true, cell: ({ insats }) => insats },
        {
          rubrik: 'Att göra',
          doldRubrik: true,
          cell: ({ typ, adress, insats, min }) =>
            min ? (
              <Lankknapp liten href={adress}>
                {insatsuppgiftstyper[typ].rubrik}
                <span class="sr-only"> i {insats}</span>
              </Lankknapp>
            ) : (
              insatsuppgiftstyper[typ].rubrik
            ),
        },
        { rubrik: 'Senast', cell: ({ forfaller }) => <Frist senast={forfaller} idag={idag} /> },
        { rubrik: 'Ansvarig', cell: ({ typ }) => ansvarig(insatsuppgiftstyper[typ].roll) },
      ]}
    />
  );
}
