import type { VNode } from 'preact';
import { gallringsfel, handlingsslag, postlagen, regelIOrd } from '../../../domain/gallring.js';
import { isKod } from '../../../domain/koder.js';
import { Brodsmulor } from '../../components/brodsmulor.js';
import { Datum } from '../../components/datum.js';
import { Definitionslista } from '../../components/definitionslista.js';
import { Formular } from '../../components/form/formular.js';
import { Knapp, Knapprad, Lankknapp } from '../../components/knapp.js';
import { Meddelande } from '../../components/meddelande.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import { Tabell, type Kolumn } from '../../components/tabell.js';
import type { Sidram } from '../../http/page-frame.js';
import type { Gallringssida, Protokollrad } from '../../queries/gallring.js';
import { GALLRING, gallringsadress } from './adresser.js';
import { Gallringslage } from './sida.js';

export interface GallringsprotokollProps {
  readonly ram: Sidram;
  readonly gallring: Gallringssida;
  /** Whether the reader made the proposal herself: she may take it back, and not decide. */
  readonly egen: boolean;
}

const UTFALL: Readonly<Record<string, string>> = { ...gallringsfel };

function utfallIOrd({ status, fel }: Protokollrad): string {
  const lage = isKod(postlagen, status) ? postlagen[status] : status;
  return fel === null ? lage : `${lage}. ${UTFALL[fel] ?? fel}`;
}

const KOLUMNER: readonly Kolumn<Protokollrad>[] = [
  { rubrik: 'Ärende', radrubrik: true, obruten: true, cell: ({ nummer }) => nummer },
  { rubrik: 'Insats', cell: ({ insats }) => insats },
  { rubrik: 'Handlingar', cell: ({ slag }) => handlingsslag[slag] },
  { rubrik: 'Stängt', obruten: true, cell: ({ stangd }) => <Datum varde={stangd} format="iso" /> },
  { rubrik: 'Regel', cell: ({ manader, profilversion }) => `${regelIOrd(manader)} (profilversion ${profilversion})` },
  { rubrik: 'Utfall', cell: utfallIOrd },
  {
    rubrik: 'Gallrat',
    obruten: true,
    cell: ({ gallrad }) => (gallrad === null ? '–' : <Datum varde={gallrad} format="tid" />),
  },
  { rubrik: 'Poster', align: 'right', cell: ({ antal }) => String(antal) },
];

function Avgorande({ ram, gallring: { id, antal }, egen }: GallringsprotokollProps): VNode {
  const adress = gallringsadress(id);
  return (
    <>
      {egen ? (
        <Meddelande typ="info" rubrik="Väntar på en annan arkivansvarig">
          <p>Du har lagt förslaget. En annan arkivansvarig för insatsen läser det här och beslutar.</p>
        </Meddelande>
      ) : (
        <Meddelande typ="warning" rubrik="Beslutet går inte att ångra">
          <p>
            {antal === 1 ? 'Raden' : `De ${antal} raderna`} nedan förstörs ur databasen och ur processmotorn. Undanta
            först det som behövs i en tvist eller tillsyn.
          </p>
        </Meddelande>
      )}
      <Formular action={`${adress}/${egen ? 'avboj' : 'besluta'}`} csrf={ram.csrf}>
        <Knapprad>
          {!egen && <Knapp variant="primary">Besluta om gallring</Knapp>}
          <Knapp variant={egen ? 'secondary' : 'tertiary'} formaction={`${adress}/avboj`}>
            {egen ? 'Ta tillbaka förslaget' : 'Avböj förslaget'}
          </Knapp>
        </Knapprad>
      </Formular>
    </>
  );
}

/** `/gallring/<id>`: a proposal to decide on, and afterwards the protocol of what was destroyed. */
export function GallringsprotokollPage(props: GallringsprotokollProps): VNode {
  const { ram, gallring } = props;
  const { status, foreslagen, foreslagenAv, avgjord, avgjordAv, klar, antal, gallrade, kvar, poster } = gallring;
  const rubrik = status === 'foreslagen' ? 'Förslag om gallring' : 'Gallringsprotokoll';
  return (
    <Sida
      {...ram}
      titel={rubrik}
      brodsmulor={<Brodsmulor lankar={[{ href: GALLRING, text: 'Gallring' }]} har={rubrik} />}
    >
      <Sidhuvud rubrik={rubrik} marken={<Gallringslage status={status} />} />
      {status === 'foreslagen' && <Avgorande {...props} />}
      {status === 'beslutad' && (
        <Meddelande rubrik={`${gallrade + kvar} av ${antal} rader är klara`}>
          <p>Resten gallras ett ärende i taget och blir klart av sig självt. Du behöver inte vänta här.</p>
          <Knapprad>
            <Lankknapp href={gallringsadress(gallring.id)}>Visa hur långt det har kommit</Lankknapp>
          </Knapprad>
        </Meddelande>
      )}
      <Definitionslista
        rader={[
          { term: 'Föreslagen av', varde: foreslagenAv },
          { term: 'Föreslagen', varde: <Datum varde={foreslagen} format="tid" /> },
          ...(avgjord === null
            ? []
            : [
                { term: status === 'avbojd' ? 'Avböjd av' : 'Beslutad av', varde: avgjordAv ?? '' },
                {
                  term: status === 'avbojd' ? 'Avböjd' : 'Beslutad',
                  varde: <Datum varde={avgjord} format="tid" />,
                },
              ]),
          ...(klar === null ? [] : [{ term: 'Genomförd', varde: <Datum varde={klar} format="tid" /> }]),
          { term: 'Gallrat', varde: `${gallrade} av ${antal} rader` },
          ...(kvar === 0 ? [] : [{ term: 'Inte gallrat', varde: `${kvar} av ${antal} rader` }]),
        ]}
      />
      <Tabell
        id="poster"
        caption="Handlingar per ärende"
        columns={KOLUMNER}
        rows={poster}
        rowKey={({ arendeId, slag }) => `${arendeId}/${slag}`}
      />
    </Sida>
  );
}
