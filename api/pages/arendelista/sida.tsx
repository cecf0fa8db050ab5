import type { VNode } from 'preact';
import { faser } from '../../../domain/faser.js';
import { Datum, Frist } from '../../components/datum.js';
import { Falt } from '../../components/form/falt.js';
import { Filterrad } from '../../components/form/formular.js';
import { Kryssruta } from '../../components/form/val.js';
import { Valjare } from '../../components/form/valjare.js';
import { Knapp, Lankknapp } from '../../components/knapp.js';
import { Marke } from '../../components/marke.js';
import { Meddelande } from '../../components/meddelande.js';
import { Paginering } from '../../components/paginering.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import { Tabell, type Kolumn } from '../../components/tabell.js';
import { TomtLage } from '../../components/tomt-lage.js';
import type { Sidram } from '../../http/page-frame.js';
import type { Arenderad, Insatsval, Listfilter } from '../../queries/arendelista.js';
import { ansvarig, uppgiftsrubrik } from '../uppgifter/ord.js';

export interface ArendelistaPageProps {
  ram: Sidram;
  /** today in Sweden, `YYYY-MM-DD` */
  idag: string;
  filter: Listfilter;
  insatser: readonly Insatsval[];
  /** whether the person can have cases of her own */
  koordinator: boolean;
  rader: readonly Arenderad[];
  totalt: number;
  antalSidor: number;
  /** a number that led nowhere */
  saknat?: string | undefined;
  /** the address of a page of this list */
  href: (sida: number) => string;
}

const columns = (idag: string): Kolumn<Arenderad>[] => [
  {
    rubrik: 'Ärende',
    radrubrik: true,
    obruten: true,
    cell: ({ nummer, adress }) => (adress ? <SakerLank href={adress}>{nummer}</SakerLank> : nummer),
  },
  { rubrik: 'Person', cell: (rad) => <Personcell rad={rad} /> },
  { rubrik: 'Insats', cell: ({ insats }) => insats },
  { rubrik: 'Fas', cell: ({ fas }) => faser[fas] },
  { rubrik: 'I fasen sedan', obruten: true, cell: ({ fasSedan }) => <Datum varde={fasSedan} format="iso" /> },
  { rubrik: 'Nästa steg', cell: (rad) => <Stegcell rad={rad} idag={idag} /> },
  { rubrik: 'Koordinator', cell: ({ koordinator, egen }) => (egen ? 'Du' : (koordinator ?? 'Ingen än')) },
];

function Personcell({ rad }: { rad: Arenderad }): VNode {
  if (rad.person === undefined) return <span class="dampad">Visas inte</span>;
  return (
    <>
      {rad.person} {rad.skyddad && <Marke typ="warning">Skyddade uppgifter</Marke>}
    </>
  );
}

function Stegcell({ rad, idag }: { rad: Arenderad; idag: string }): VNode {
  if (rad.uppgift === null || rad.forfaller === null) return <>–</>;
  return (
    <>
      {uppgiftsrubrik(rad.uppgift)}
      {rad.roll && <span class="dampad"> ({ansvarig(rad.roll).toLowerCase()})</span>}{' '}
      <Frist senast={rad.forfaller} idag={idag} />
    </>
  );
}

function Filter({
  filter,
  insatser,
  koordinator,
}: Pick<ArendelistaPageProps, 'filter' | 'insatser' | 'koordinator'>): VNode {
  return (
    <Filterrad action="/arenden" etikett="Filtrera ärenden">
      {insatser.length > 1 && (
        <Valjare
          name="insats"
          label="Insats"
          tomt="Alla insatser"
          value={filter.insats ?? ''}
          options={insatser.map(({ kod, namn }) => ({ value: kod, label: namn }))}
        />
      )}
      <Valjare
        name="fas"
        label="Fas"
        tomt="Alla öppna"
        value={filter.fas ?? ''}
        options={Object.entries(faser).map(([value, label]) => ({ value, label }))}
      />
      {koordinator && <Kryssruta name="mina" label="Bara mina" checked={filter.mina} />}
      <Knapp>Visa</Knapp>
    </Filterrad>
  );
}

/** Straight to an ärende whose number one knows. */
export function NummerSok({ action, varde }: { action: string; varde?: string | undefined }): VNode {
  return (
    <Filterrad action={action} etikett="Gå till ett ärende">
      <Falt
        name="nummer"
        label="Ärendenummer"
        hint="Till exempel SAMBA-2026-0042"
        type="search"
        value={varde ?? ''}
        bredd="medel"
      />
      <Knapp>Gå till ärendet</Knapp>
    </Filterrad>
  );
}

const isFiltered = ({ insats, fas, mina }: Listfilter): boolean => insats !== undefined || fas !== undefined || mina;

function Tomt({ filter }: { filter: Listfilter }): VNode {
  if (!isFiltered(filter))
    return <TomtLage rubrik="Inga öppna ärenden">När en remiss kommer in till insatsen visas den här.</TomtLage>;
  return (
    <TomtLage rubrik="Inga ärenden med det urvalet" atgard={<Lankknapp href="/arenden">Visa alla öppna</Lankknapp>}>
      Välj en annan fas eller insats.
    </TomtLage>
  );
}

/** `/arenden`: the ärenden of the person's insatser, her own first. */
export function ArendelistaPage(props: ArendelistaPageProps): VNode {
  const { ram, idag, filter, insatser, koordinator, rader, totalt, antalSidor, saknat, href } = props;
  return (
    <Sida {...ram} titel="Ärenden">
      <Sidhuvud
        rubrik="Ärenden"
        ingress={
          koordinator
            ? 'Ärendena i dina insatser, dina egna först. Av andras ärenden visas numret men inte personen. Ärenden med skyddade personuppgifter visas bara för den som är namngiven i dem.'
            : 'Ärendena i dina insatser. Ärenden med skyddade personuppgifter visas bara för den som är namngiven i dem.'
        }
      />
      {saknat !== undefined && (
        <Meddelande typ="warning" nytt rubrik="Ärendet hittades inte">
          <p>Det finns inget ärende med numret {saknat} som du kan öppna. Kontrollera numret.</p>
        </Meddelande>
      )}
      <NummerSok action="/arenden" varde={saknat} />
      <Filter filter={filter} insatser={insatser} koordinator={koordinator} />
      {rader.length === 0 ? (
        <Tomt filter={filter} />
      ) : (
        <Tabell
          id="arenden"
          caption={totalt === 1 ? '1 ärende' : `${totalt} ärenden`}
          columns={columns(idag)}
          rows={rader}
          rowKey={({ nummer }) => nummer}
          markera={({ forfaller }) => (forfaller !== null && forfaller < idag ? 'fel' : undefined)}
        />
      )}
      <Paginering sida={filter.sida} antalSidor={antalSidor} href={href} />
    </Sida>
  );
}
