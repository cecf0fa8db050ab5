import type { VNode } from 'preact';
import { beslut } from '../../../domain/faser.js';
import { bilageslag, koder, type Bilageslag } from '../../../domain/koder.js';
import { fraganOm, type FranBeslut } from '../../beslut/fran-beslut.js';
import { Datum } from '../../components/datum.js';
import { antalFel, Felsammanfattning } from '../../components/form/felsammanfattning.js';
import { Kort } from '../../components/kort.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Tabell } from '../../components/tabell.js';
import { TomtLage } from '../../components/tomt-lage.js';
import type { Sidram } from '../../http/page-frame.js';
import type { Dokument } from '../../queries/dokument.js';
import {
  bilageadress,
  Bilageformular,
  formatStorlek,
  TillbakaTillBeslut,
  type Uppladdningslage,
} from './bilageformular.js';
import { ord } from './ord.js';
import { ArendeRam } from './ram.js';
import type { Arendevy } from './vy.js';

/** The kinds that are added to an ärende; those of the remiss come with it. */
export const ARENDETS_SLAG: readonly Bilageslag[] = koder(bilageslag).filter((slag) => slag !== 'remiss');

/** The files of one kind. */
export function Dokumenttabell({
  id,
  caption,
  rader,
}: {
  id: string;
  caption: string;
  rader: readonly Dokument[];
}): VNode {
  return (
    <Tabell
      id={id}
      caption={caption}
      rows={rader}
      rowKey={(rad) => rad.id}
      columns={[
        {
          rubrik: 'Fil',
          radrubrik: true,
          cell: (rad) => <SakerLank href={bilageadress(rad.id)}>{rad.filnamn}</SakerLank>,
        },
        { rubrik: 'Storlek', cell: ({ storlek }) => formatStorlek(storlek), obruten: true },
        { rubrik: 'Uppladdad av', cell: ({ av }) => av },
        { rubrik: 'När', cell: ({ skapad }) => <Datum varde={skapad} format="iso" />, obruten: true },
        {
          rubrik: 'Hör till',
          cell: ({ tillhor }) => (tillhor.length === 0 ? '–' : tillhor.map((typ) => ord(beslut, typ)).join(', ')),
        },
      ]}
    />
  );
}

interface DokumentPageProps {
  readonly vy: Arendevy;
  readonly dokument: readonly Dokument[];
  readonly lage: Uppladdningslage;
  /** The form that the page was opened from. */
  readonly fran?: FranBeslut | undefined;
  readonly ram: Sidram;
}

/** `/arenden/<nr>/dokument`: the files of a case by kind, and for those who write in it the form that adds more. */
export function DokumentPage({ vy, dokument, lage, fran, ram }: DokumentPageProps): VNode {
  const kinds = koder(bilageslag).filter((slag) => dokument.some((one) => one.slag === slag));
  return (
    <ArendeRam vy={vy} flik="dokument" ram={ram} harFel={antalFel(lage.errors) > 0}>
      <Felsammanfattning errors={lage.errors} />
      {vy.skriver && (
        <Kort rubrik="Ladda upp">
          <Bilageformular
            action={`/arenden/${vy.arende.nummer}/dokument${fran ? fraganOm(fran) : ''}`}
            csrf={ram.csrf}
            lage={lage}
            slag={ARENDETS_SLAG}
          />
          <TillbakaTillBeslut nummer={vy.arende.nummer} fran={fran} />
        </Kort>
      )}
      {kinds.length === 0 && (
        <TomtLage rubrik="Inga dokument än">
          <p>Filer som följde med remissen eller laddas upp här visas i en lista. De öppnas genom att hämtas.</p>
        </TomtLage>
      )}
      {kinds.map((slag) => (
        <Dokumenttabell
          key={slag}
          id={`dokument-${slag}`}
          caption={bilageslag[slag]}
          rader={dokument.filter((one) => one.slag === slag)}
        />
      ))}
    </ArendeRam>
  );
}
