import type { VNode } from 'preact';
import { beslut as beslutslista, type Beslutstyp } from '../../../domain/faser.js';
import { isKod, roller } from '../../../domain/koder.js';
import { formatTidpunkt } from '../../components/format.js';
import { Paginering } from '../../components/paginering.js';
import { Tabell } from '../../components/tabell.js';
import type { Sidram } from '../../http/page-frame.js';
import { LOGG_PER_SIDA, type Arendelogg, type Arendeloggrad } from '../../queries/arendelogg.js';
import { ArendeRam } from './ram.js';
import type { Arendevy } from './vy.js';

const HANDLING: Readonly<Record<string, string>> = {
  las_arende: 'Läste ärendet',
  las_remiss: 'Läste remissen',
  las_nummer: 'Läste ärendet utan namn',
  las_atgard: 'Läste en åtgärd',
  las_lyft: 'Läste frågan till styrgruppen',
  las_bilaga: 'Hämtade en fil',
  skicka_remiss: 'Skickade remissen',
  annan_insats: 'Skickades hit från en annan insats',
  forfall: 'En tid gick ut',
  avstamning: 'Ärendet stämdes av med insatsen',
  anteckna: 'Skrev en anteckning',
  bifoga: 'La till en fil',
  ta_bort_bilaga: 'Tog bort en fil',
  egen_uppgift: 'Skrev en egen uppgift',
  motesordning: 'Ändrade ordningen på dagordningen',
  uppgift_tagen: 'Tog en uppgift',
  uppgift_given: 'Gav en uppgift till någon',
  uppgift_lamnad: 'Lämnade tillbaka en uppgift',
  uppgift_vilar: 'La en uppgift åt sidan',
  uppgift_framtagen: 'Tog fram en uppgift som var lagd åt sidan',
};

const VISNING: Readonly<Record<string, string>> = {
  plan: 'utskrift av planen',
  underlag: 'underlag för ersättning',
  logg: 'loggen',
  mote: 'på mötets sida',
  dagordning: 'mötets dagordning',
};

const RELATION: Readonly<Record<string, string>> = { ...roller, remittent: 'Remittent' };

const beslutsnamn = (typ: string): string => (isKod(beslutslista, typ) ? beslutslista[typ as Beslutstyp] : typ);

/** What was done, in words. A decision's form was read, not taken, when the row is a reading. */
function vad({ handling, visning, beslut }: Arendeloggrad): string {
  const done = HANDLING[handling] ?? `Beslutade: ${beslutsnamn(handling)}`;
  if (visning !== null) return `${done}: ${VISNING[visning] ?? visning}`;
  return handling.startsWith('las_') && beslut !== null ? `${done}: formuläret ${beslutsnamn(beslut)}` : done;
}

/** The right it was done by, and in whose place when she was away. */
const ratt = ({ grund, istalletFor }: Arendeloggrad): string =>
  grund === null
    ? '–'
    : [RELATION[grund] ?? grund, ...(istalletFor === null ? [] : [`i stället för ${istalletFor}`])].join(' ');

export interface LoggPageProps {
  readonly vy: Arendevy;
  readonly logg: Arendelogg;
  readonly sida: number;
  readonly ram: Sidram;
}

/** Who has read the case and done what in it, for who leads the insats. */
export function LoggPage({ vy, logg: { rader, antal }, sida, ram }: LoggPageProps): VNode {
  return (
    <ArendeRam vy={vy} flik="logg" ram={ram}>
      <p>Här står alla som har läst ärendet eller gjort något i det. Att du läser loggen står också här.</p>
      <Tabell
        id="logg"
        caption="Logg, det senaste överst"
        tat
        rows={rader}
        rowKey={({ id }) => id}
        empty={<p>Sidan är tom. Gå till första sidan.</p>}
        columns={[
          { rubrik: 'När', cell: ({ nar }) => formatTidpunkt(nar), obruten: true },
          {
            rubrik: 'Vem',
            radrubrik: true,
            cell: ({ av, verksamhet }) => (av === null ? 'Systemet' : [av, verksamhet].filter(Boolean).join(', ')),
          },
          { rubrik: 'Vad', cell: vad },
          { rubrik: 'Med rätt som', cell: ratt },
        ]}
      />
      <Paginering
        sida={sida}
        antalSidor={Math.ceil(antal / LOGG_PER_SIDA)}
        href={(nr) => `/arenden/${vy.arende.nummer}/logg?sida=${nr}`}
        etikett="Sidor i loggen"
      />
    </ArendeRam>
  );
}
