import type { VNode } from 'preact';
import { gallringslagen, handlingsslag, regelIOrd } from '../../../domain/gallring.js';
import { isKod } from '../../../domain/koder.js';
import { Datum } from '../../components/datum.js';
import { Formular } from '../../components/form/formular.js';
import { Knapp, Knapprad } from '../../components/knapp.js';
import { Marke, type MarkeTyp } from '../../components/marke.js';
import { Meddelande } from '../../components/meddelande.js';
import { Paginering } from '../../components/paginering.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import { Tabell, type Kolumn } from '../../components/tabell.js';
import { TomtLage } from '../../components/tomt-lage.js';
import type { Sidram } from '../../http/page-frame.js';
import { GALLRING_PER_SIDA, type Gallringsoversikt, type Gallringsrad } from '../../queries/gallring.js';
import { GALLRING, gallringsadress, GALLRINGSSTOPP } from './adresser.js';

export interface GallringPageProps {
  readonly ram: Sidram;
  readonly rader: readonly Gallringsrad[];
  readonly totalt: number;
  readonly sida: number;
  readonly gallringar: readonly Gallringsoversikt[];
  /** How many ärenden are kept by order. */
  readonly antalStopp: number;
  /** From the form: the same form sent twice is one proposal. */
  readonly id: string;
  /** What was ticked, `ärende/slag`. */
  readonly valda: readonly string[];
  readonly hindrat?: string | undefined;
}

/** The form that the ticks belong to: the table has the whole width, and stands outside it. */
const FORM = 'foresla';

/** What a tick posts: the ärende and the kind of document. */
export const valvarde = ({ arendeId, slag }: Pick<Gallringsrad, 'arendeId' | 'slag'>): string => `${arendeId}/${slag}`;

const LAGESTYP: Readonly<Record<string, MarkeTyp>> = {
  foreslagen: 'warning',
  beslutad: 'info',
  klar: 'success',
};

/** Where a gallring stands. */
export const Gallringslage = ({ status }: { status: string }): VNode => (
  <Marke typ={LAGESTYP[status] ?? 'neutral'}>{isKod(gallringslagen, status) ? gallringslagen[status] : status}</Marke>
);

function Val({ rad, valda }: { rad: Gallringsrad; valda: readonly string[] }): VNode {
  const { nummer, slag, stopp, gallringId } = rad;
  if (stopp) return <Marke typ="warning">Undantaget</Marke>;
  if (gallringId !== null) return <SakerLank href={gallringsadress(gallringId)}>Föreslaget</SakerLank>;
  return (
    <label class="radval">
      <input type="checkbox" name="val" form={FORM} value={valvarde(rad)} checked={valda.includes(valvarde(rad))} />
      <span class="sr-only">
        Välj {nummer}: {handlingsslag[slag]}
      </span>
    </label>
  );
}

const kolumner = (valda: readonly string[]): readonly Kolumn<Gallringsrad>[] => [
  { rubrik: 'Välj', cell: (rad) => <Val rad={rad} valda={valda} /> },
  { rubrik: 'Ärende', radrubrik: true, obruten: true, cell: ({ nummer }) => nummer },
  { rubrik: 'Insats', cell: ({ insats }) => insats },
  { rubrik: 'Handlingar', cell: ({ slag }) => handlingsslag[slag] },
  { rubrik: 'Stängt', obruten: true, cell: ({ stangd }) => <Datum varde={stangd} format="iso" /> },
  { rubrik: 'Regel', cell: ({ manader }) => regelIOrd(manader) },
  { rubrik: 'Får gallras från', obruten: true, cell: ({ gallras }) => <Datum varde={gallras} format="iso" /> },
];

function Forfallet({ ram, rader, totalt, sida, id, valda }: GallringPageProps): VNode {
  if (rader.length === 0)
    return (
      <TomtLage rubrik="Inget ska gallras nu">
        Ett ärende visas här när det har varit stängt så länge som insatsens regler säger.
      </TomtLage>
    );
  return (
    <>
      <Tabell
        id="forfallet"
        caption={
          totalt === 1 ? '1 rad, det som har väntat längst först' : `${totalt} rader, det som har väntat längst först`
        }
        columns={kolumner(valda)}
        rows={rader}
        rowKey={valvarde}
      />
      <Formular id={FORM} action={GALLRING} csrf={ram.csrf} beslutId={id}>
        <Knapprad>
          <Knapp variant="primary">Föreslå gallring av det valda</Knapp>
        </Knapprad>
      </Formular>
      <Paginering
        sida={sida}
        antalSidor={Math.ceil(totalt / GALLRING_PER_SIDA)}
        href={(nr) => (nr === 1 ? GALLRING : `${GALLRING}?sida=${nr}`)}
      />
    </>
  );
}

const GALLRINGSKOLUMNER: readonly Kolumn<Gallringsoversikt>[] = [
  {
    rubrik: 'Föreslagen',
    radrubrik: true,
    cell: ({ id, foreslagen }) => (
      <SakerLank href={gallringsadress(id)}>
        <Datum varde={foreslagen} format="tid" />
      </SakerLank>
    ),
  },
  { rubrik: 'Av', cell: ({ foreslagenAv }) => foreslagenAv },
  { rubrik: 'Avgjord av', cell: ({ avgjordAv }) => avgjordAv ?? '–' },
  { rubrik: 'Gallrat', align: 'right', cell: ({ gallrade, antal }) => `${gallrade} av ${antal}` },
  { rubrik: 'Läge', cell: ({ status }) => <Gallringslage status={status} /> },
];

/** `/gallring`: what is due, by number; what is proposed and decided; and the way to what is kept by order. */
export function GallringPage(props: GallringPageProps): VNode {
  const { ram, gallringar, antalStopp, hindrat } = props;
  return (
    <Sida {...ram} titel="Gallring" harFel={hindrat !== undefined}>
      <Sidhuvud
        rubrik="Gallring"
        ingress="Det som får förstöras enligt insatsernas regler. En arkivansvarig föreslår och en annan beslutar. Det som är gallrat går inte att få tillbaka."
      />
      {hindrat !== undefined && (
        <Meddelande typ="error" nytt rubrik="Det gick inte">
          <p>{hindrat}</p>
        </Meddelande>
      )}
      <p>
        <SakerLank href={GALLRINGSSTOPP}>
          {antalStopp === 0 ? 'Undanta ett ärende från gallring' : `Undantag från gallring (${antalStopp})`}
        </SakerLank>
      </p>
      <h2>Att gallra</h2>
      <Forfallet {...props} />
      <h2>Förslag och protokoll</h2>
      <Tabell
        id="gallringar"
        caption="Förslag som väntar på beslut först, sedan de senaste"
        columns={GALLRINGSKOLUMNER}
        rows={gallringar}
        rowKey={({ id }) => id}
        empty={<p>Ingen gallring är föreslagen än.</p>}
      />
    </Sida>
  );
}
