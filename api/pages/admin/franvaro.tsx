import type { VNode } from 'preact';
import { Datum } from '../../components/datum.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Tabell, type Kolumn } from '../../components/tabell.js';
import type { Sidram } from '../../http/page-frame.js';
import type { Franvarorad } from '../../queries/franvaro.js';
import { Ersatts, Franvarolage } from '../franvaro/delar.js';
import { ADMIN, ADMIN_FRANVARO, AdminRam, personadress } from './ram.js';

export interface PartensFranvaroPageProps {
  readonly ram: Sidram;
  readonly rader: readonly Franvarorad[];
}

const COLUMNS: readonly Kolumn<Franvarorad>[] = [
  {
    rubrik: 'Namn',
    radrubrik: true,
    cell: ({ anvandareId, namn }) => <SakerLank href={personadress(anvandareId)}>{namn}</SakerLank>,
  },
  { rubrik: 'Verksamhet', cell: ({ verksamhet }) => verksamhet },
  { rubrik: 'Från', obruten: true, cell: ({ fran }) => <Datum varde={fran} format="iso" /> },
  { rubrik: 'Till', obruten: true, cell: ({ till }) => <Datum varde={till} format="iso" /> },
  { rubrik: 'Läge', cell: (rad) => <Franvarolage {...rad} /> },
  { rubrik: 'Ersättare', cell: (rad) => <Ersatts rad={rad} /> },
];

/** `/admin/franvaro`: who of the part is away, or will be, and who stands in. */
export function PartensFranvaroPage({ ram, rader }: PartensFranvaroPageProps): VNode {
  return (
    <AdminRam
      ram={ram}
      flik={ADMIN_FRANVARO}
      rubrik="Frånvaro"
      ingress={
        <>
          Var och en lägger in sin egen frånvaro på Min profil. För någon som inte kan gör du det på{' '}
          <SakerLank href={ADMIN}>personens sida</SakerLank>.
        </>
      }
    >
      <Tabell
        id="franvaro"
        caption="Pågående och kommande frånvaro"
        columns={COLUMNS}
        rows={rader}
        rowKey={({ id }) => id}
        markera={({ idag, namn }) => (idag === namn ? 'varning' : undefined)}
        empty={<p>Ingen är borta, och ingen frånvaro är inlagd.</p>}
      />
    </AdminRam>
  );
}
