import type { VNode } from 'preact';
import type { OppenUppgift } from '../../../domain/lage.js';
import { uppgiftstyper } from '../../../domain/uppgifter.js';
import { Frist } from '../../components/datum.js';
import { formatDatum } from '../../components/format.js';
import { Kort } from '../../components/kort.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Tabell } from '../../components/tabell.js';
import type { Uppgiftsrad } from '../../queries/uppgifter.js';
import { Innehavare, TaEllerLamna } from '../uppgifter/tabell.js';
import { agare, beslutsadress, egenUppgift, type Arendevy } from './vy.js';

/** The reader's own task leads to the form that does it, when that can be taken now. */
function Uppgiftslank({ vy, uppgift }: { vy: Arendevy; uppgift: OppenUppgift }): VNode {
  const { rubrik, beslut } = uppgiftstyper[uppgift.typ];
  const typ = egenUppgift(vy, uppgift) ? beslut.find((one) => vy.mojliga.includes(one)) : undefined;
  if (typ === undefined) return <>{rubrik}</>;
  return <SakerLank href={beslutsadress(vy.arende.nummer, typ, uppgift.ref)}>{rubrik}</SakerLank>;
}

interface UppgifterProps {
  readonly vy: Arendevy;
  /** The same tasks as the records know them: who has taken each. */
  readonly rader: readonly Uppgiftsrad[];
  readonly csrf: string;
}

/** What is to be done in the case, by whom, and who has taken it on. */
export function Uppgifter({ vy, rader, csrf }: UppgifterProps): VNode {
  const radOf = ({ nr }: OppenUppgift) => rader.find(({ id }) => id.endsWith(`/${nr}`));
  return (
    <Kort rubrik="Uppgifter">
      <Tabell
        id="uppgifter"
        caption="Öppna uppgifter i ärendet"
        doldCaption
        rows={vy.arende.lage.uppgifter.toSorted((a, b) => a.forfaller.localeCompare(b.forfaller))}
        rowKey={({ nr }) => String(nr)}
        markera={({ forfaller }) => (forfaller < vy.idag ? 'fel' : undefined)}
        columns={[
          { rubrik: 'Uppgift', cell: (uppgift) => <Uppgiftslank vy={vy} uppgift={uppgift} />, radrubrik: true },
          {
            rubrik: 'Ansvarig',
            cell: (uppgift) => (
              <>
                {agare(vy, uppgift)}
                <Innehavare har={radOf(uppgift)?.har} />
              </>
            ),
          },
          {
            rubrik: 'Senast',
            cell: (uppgift) => {
              const vilarTill = radOf(uppgift)?.vilarTill;
              return (
                <>
                  <Frist senast={uppgift.forfaller} idag={vy.idag} />
                  {vilarTill !== undefined && (
                    <p class="uppgift__varfor">Lagd åt sidan till {formatDatum(vilarTill)}</p>
                  )}
                </>
              );
            },
          },
          {
            rubrik: 'Ta eller lämna',
            doldRubrik: true,
            cell: (uppgift) => {
              const rad = radOf(uppgift);
              return rad && <TaEllerLamna rad={rad} csrf={csrf} ater={`/arenden/${vy.arende.nummer}`} />;
            },
          },
        ]}
        empty={<p>Inget är att göra just nu.</p>}
      />
    </Kort>
  );
}
