import type { VNode } from 'preact';
import { NODATKOMST_TIMMAR } from '../../../domain/nodatkomst.js';
import { ett, type Svar } from '../../beslut/formular.js';
import { antalFel, Felsammanfattning, type FaltFel } from '../../components/form/felsammanfattning.js';
import { Falt } from '../../components/form/falt.js';
import { Formular } from '../../components/form/formular.js';
import { Textruta } from '../../components/form/textruta.js';
import { formatTidpunkt } from '../../components/format.js';
import { Knapp, Knapprad } from '../../components/knapp.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import { Tabell, type Kolumn } from '../../components/tabell.js';
import type { Sidram } from '../../http/page-frame.js';
import type { Nodatkomstrad } from '../../queries/nodatkomst.js';
import { granskningIOrd, pagar, slutIOrd } from './ord.js';

export const NODATKOMST = '/nodatkomst';

/** The form that opens an ärende, as it was typed. */
export interface Oppnande {
  readonly id: string;
  readonly svar: Svar;
  readonly errors: FaltFel;
}

export interface NodatkomstPageProps {
  readonly ram: Sidram;
  readonly nu: Date;
  /** For who may open; missing for a förvaltare who only hears of it. */
  readonly oppna?: (Oppnande & { readonly egna: readonly Nodatkomstrad[] }) | undefined;
  /** What the people of the förvaltare's part have opened. */
  readonly partens?: readonly Nodatkomstrad[] | undefined;
}

function Oppna({ ram, id, svar, errors }: Oppnande & { ram: Sidram }): VNode {
  return (
    <>
      <Felsammanfattning errors={errors} />
      <Formular action={NODATKOMST} csrf={ram.csrf} beslutId={id}>
        <Falt
          name="nummer"
          label="Ärendenummer"
          hint="Till exempel SAMBA-2026-0042. Din organisation behöver delta i ärendet."
          value={ett(svar, 'nummer')}
          errors={errors['nummer'] ?? []}
        />
        <Textruta
          name="skal"
          label="Varför behöver du läsa ärendet nu?"
          hint="Skriv vad som har hänt och varför det inte kan vänta på den som arbetar med ärendet. Granskaren läser det."
          value={ett(svar, 'skal')}
          errors={errors['skal'] ?? []}
        />
        <Knapprad>
          <Knapp variant="primary">Öppna ärendet i {NODATKOMST_TIMMAR} timmar</Knapp>
        </Knapprad>
      </Formular>
    </>
  );
}

function Egna({ rader, nu, ram }: { rader: readonly Nodatkomstrad[]; nu: Date; ram: Sidram }): VNode {
  return (
    <Tabell
      id="egna"
      caption="Det du har öppnat"
      rows={rader}
      rowKey={({ id }) => id}
      empty={<p>Du har inte öppnat något ärende med nödåtkomst.</p>}
      columns={[
        {
          rubrik: 'Ärende',
          radrubrik: true,
          obruten: true,
          cell: (rad) =>
            pagar(rad, nu) ? <SakerLank href={`/arenden/${rad.nummer}`}>{rad.nummer}</SakerLank> : rad.nummer,
        },
        { rubrik: 'Öppnat', obruten: true, cell: ({ fran }) => formatTidpunkt(fran) },
        { rubrik: 'Till', cell: (rad) => slutIOrd(rad, nu) },
        { rubrik: 'Granskning', cell: granskningIOrd },
        {
          rubrik: 'Avsluta',
          cell: (rad) =>
            pagar(rad, nu) && (
              <Formular action={`${NODATKOMST}/${rad.id}/avsluta`} csrf={ram.csrf}>
                <Knapp liten>
                  Avsluta<span class="sr-only"> nödåtkomsten till {rad.nummer}</span>
                </Knapp>
              </Formular>
            ),
        },
      ]}
    />
  );
}

/** An opening by number, with who made it. */
export const oppningskolumner = (nu: Date): Kolumn<Nodatkomstrad>[] => [
  { rubrik: 'Vem', cell: ({ av, verksamhet }) => `${av}, ${verksamhet}` },
  { rubrik: 'Öppnat', obruten: true, cell: ({ fran }) => formatTidpunkt(fran) },
  { rubrik: 'Till', cell: (rad) => slutIOrd(rad, nu) },
  { rubrik: 'Granskning', cell: granskningIOrd },
];

/** `/nodatkomst`: opening one ärende in an emergency, and what a part's people have opened. */
export function NodatkomstPage({ ram, nu, oppna, partens }: NodatkomstPageProps): VNode {
  return (
    <Sida {...ram} titel="Nödåtkomst" harFel={oppna !== undefined && antalFel(oppna.errors) > 0}>
      <Sidhuvud
        rubrik="Nödåtkomst"
        ingress={
          oppna
            ? `Öppna ett ärende som du annars inte får läsa, när det inte kan vänta. Det är öppet i ${NODATKOMST_TIMMAR} timmar och bara för läsning. Förvaltaren i din organisation får veta det direkt, och en granskare går igenom vad du har läst.`
            : 'Ärenden som någon i din organisation har öppnat när det inte kunde vänta. Du ser numret och vem det var, men inte personen.'
        }
      />
      {oppna && (
        <>
          <Oppna ram={ram} {...oppna} />
          <Egna rader={oppna.egna} nu={nu} ram={ram} />
        </>
      )}
      {partens && (
        <Tabell
          id="partens"
          caption="Öppnat i din organisation"
          rows={partens}
          rowKey={({ id }) => id}
          empty={<p>Ingen i din organisation har använt nödåtkomst.</p>}
          columns={[
            { rubrik: 'Ärende', radrubrik: true, obruten: true, cell: ({ nummer }) => nummer },
            ...oppningskolumner(nu),
          ]}
        />
      )}
    </Sida>
  );
}
