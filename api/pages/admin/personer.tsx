import type { VNode } from 'preact';
import { isKod, roller } from '../../../domain/koder.js';
import { Datum } from '../../components/datum.js';
import { Falt } from '../../components/form/falt.js';
import { Formular } from '../../components/form/formular.js';
import { Radiogrupp } from '../../components/form/val.js';
import { Knapp, Knapprad, Lankknapp } from '../../components/knapp.js';
import { Marke } from '../../components/marke.js';
import { Paginering } from '../../components/paginering.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Tabell, type Kolumn } from '../../components/tabell.js';
import { TomtLage } from '../../components/tomt-lage.js';
import type { Sidram } from '../../http/page-frame.js';
import type { Personfilter, Personrad } from '../../queries/forvaltning.js';
import { ADMIN, AdminRam, ORGANISATION, personadress } from './ram.js';

export interface PersonerPageProps {
  readonly ram: Sidram;
  /** What the parter are called. */
  readonly parter: readonly string[];
  readonly filter: Personfilter;
  readonly rader: readonly Personrad[];
  readonly totalt: number;
  readonly antalSidor: number;
  readonly href: (sida: number) => string;
}

const rollord = (kod: string): string => (isKod(roller, kod) ? roller[kod] : kod);

const COLUMNS: readonly Kolumn<Personrad>[] = [
  {
    rubrik: 'Namn',
    radrubrik: true,
    cell: ({ id, namn, titel }) => (
      <>
        <SakerLank href={personadress(id)}>{namn}</SakerLank>
        {titel && <div class="dampad">{titel}</div>}
      </>
    ),
  },
  { rubrik: 'Verksamhet', cell: ({ verksamhet }) => verksamhet },
  { rubrik: 'Roller', cell: (rad) => rad.roller.map(rollord).join(', ') || 'Ingen' },
  {
    rubrik: 'Läge',
    cell: ({ aktiv, bortaTill }) => {
      if (!aktiv) return <Marke>Avstängd</Marke>;
      return bortaTill === null ? (
        'Aktiv'
      ) : (
        <>
          <Marke typ="warning">Borta</Marke> till <Datum varde={bortaTill} format="iso" />
        </>
      );
    },
  },
];

/** How many there are; of a search only the first are shown, and the next word narrows it. */
function captionOf({ sok }: Personfilter, visas: number, totalt: number): string {
  if (sok !== undefined && totalt > visas)
    return `De första ${visas} av ${totalt} personer. Skriv mer för att hitta rätt.`;
  return totalt === 1 ? '1 person' : `${totalt} personer`;
}

/** `/admin`: the people of the part, searched and with where they stand. */
export function PersonerPage({ ram, parter, filter, rader, totalt, antalSidor, href }: PersonerPageProps): VNode {
  return (
    <AdminRam
      ram={ram}
      flik={ADMIN}
      rubrik="Förvaltning"
      ingress={`Du förvaltar användarna hos ${parter.join(', ')}.`}
      atgarder={<Lankknapp href={ORGANISATION}>Lägg till en person</Lankknapp>}
    >
      <search aria-label="Sök person">
        {/* a name is nobody's to find in an address */}
        <Formular action={ADMIN} csrf={ram.csrf}>
          <Falt name="sok" label="Namn, e-post eller verksamhet" type="search" value={filter.sok ?? ''} />
          <Radiogrupp
            name="visa"
            label="Visa"
            rad
            value={filter.visa}
            options={[
              { value: 'aktiva', label: 'Aktiva' },
              { value: 'slutat', label: 'Avstängda' },
            ]}
          />
          <Knapprad>
            <Knapp>Visa</Knapp>
          </Knapprad>
        </Formular>
      </search>
      {rader.length === 0 ? (
        <TomtLage rubrik="Ingen person med det urvalet" atgard={<Lankknapp href={ADMIN}>Visa alla aktiva</Lankknapp>}>
          Kontrollera stavningen, eller visa de avstängda.
        </TomtLage>
      ) : (
        <Tabell
          id="personer"
          caption={captionOf(filter, rader.length, totalt)}
          columns={COLUMNS}
          rows={rader}
          rowKey={({ id }) => id}
        />
      )}
      {filter.sok === undefined && <Paginering sida={filter.sida} antalSidor={antalSidor} href={href} />}
    </AdminRam>
  );
}
