import type { VNode } from 'preact';
import { Datum } from '../../components/datum.js';
import { Valjare } from '../../components/form/valjare.js';
import { Filterrad } from '../../components/form/formular.js';
import { Knapp } from '../../components/knapp.js';
import { Kort } from '../../components/kort.js';
import { Marke } from '../../components/marke.js';
import { Paginering } from '../../components/paginering.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Tabell, type Kolumn } from '../../components/tabell.js';
import type { Sidram } from '../../http/page-frame.js';
import type { Personval } from '../../queries/forvaltning.js';
import type { Overlamningsrad } from '../../queries/overlamning.js';
import { ADMIN_OVERLAMNING, AdminRam } from './ram.js';

export interface OverlamningarPageProps {
  readonly ram: Sidram;
  readonly personer: readonly Personval[];
  readonly rader: readonly Overlamningsrad[];
  readonly sida: number;
  readonly antalSidor: number;
}

/** Where a hand-over stands, in words. */
export function Overlamningslage({
  rad,
}: {
  rad: Pick<Overlamningsrad, 'klar' | 'antal' | 'klara' | 'nekade'>;
}): VNode {
  const { klar, antal, klara, nekade } = rad;
  if (klar) return <Marke typ="success">Klar</Marke>;
  if (nekade > 0 && klara + nekade === antal) return <Marke typ="error">{nekade} kunde inte lämnas över</Marke>;
  return <Marke typ="info">Pågår</Marke>;
}

const COLUMNS: readonly Kolumn<Overlamningsrad>[] = [
  {
    rubrik: 'Från',
    radrubrik: true,
    cell: ({ id, fran }) => <SakerLank href={`${ADMIN_OVERLAMNING}/${id}`}>{fran}</SakerLank>,
  },
  { rubrik: 'Till', cell: ({ till }) => till },
  { rubrik: 'Beslutad', obruten: true, cell: ({ nar }) => <Datum varde={nar} format="iso" /> },
  { rubrik: 'Ärenden', align: 'right', cell: ({ klara, antal }) => `${klara} av ${antal}` },
  { rubrik: 'Läge', cell: (rad) => <Overlamningslage rad={rad} /> },
];

/** `/admin/overlamning`: who has handed over to whom, what is not done first; and where the next one begins. */
export function OverlamningarPage({ ram, personer, rader, sida, antalSidor }: OverlamningarPageProps): VNode {
  return (
    <AdminRam
      ram={ram}
      flik={ADMIN_OVERLAMNING}
      rubrik="Överlämningar"
      ingress="När någon slutar eller byter arbete går allt som ligger hos personen till en kollega i samma verksamhet."
    >
      <Kort rubrik="Lämna över någons arbete">
        <Filterrad action={`${ADMIN_OVERLAMNING}/ny`} etikett="Välj vems arbete som lämnas över">
          <Valjare
            name="fran"
            label="Vem lämnar över?"
            tomt="Välj person"
            bredd="full"
            options={personer.map(({ id, namn, verksamhet }) => ({ value: id, label: `${namn}, ${verksamhet}` }))}
          />
          <Knapp variant="primary">Fortsätt</Knapp>
        </Filterrad>
      </Kort>
      <Tabell
        id="overlamningar"
        caption="Överlämningar, de som inte är klara först"
        columns={COLUMNS}
        rows={rader}
        rowKey={({ id }) => id}
        empty={<p>Ingen har lämnat över sitt arbete än.</p>}
      />
      <Paginering
        sida={sida}
        antalSidor={antalSidor}
        href={(n) => (n === 1 ? ADMIN_OVERLAMNING : `${ADMIN_OVERLAMNING}?sida=${n}`)}
      />
    </AdminRam>
  );
}
