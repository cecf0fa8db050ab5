import type { VNode } from 'preact';
import { bedomningar } from '../../../domain/nodatkomst.js';
import { ett, type Svar } from '../../beslut/formular.js';
import { Brodsmulor } from '../../components/brodsmulor.js';
import { Definitionslista } from '../../components/definitionslista.js';
import { antalFel, Felsammanfattning, type FaltFel } from '../../components/form/felsammanfattning.js';
import { Formular } from '../../components/form/formular.js';
import { Textruta } from '../../components/form/textruta.js';
import { Radiogrupp } from '../../components/form/val.js';
import { formatTidpunkt } from '../../components/format.js';
import { Knapp, Knapprad } from '../../components/knapp.js';
import { Meddelande } from '../../components/meddelande.js';
import { Paginering } from '../../components/paginering.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import { Tabell } from '../../components/tabell.js';
import type { Sidram } from '../../http/page-frame.js';
import type { Nodatkomstrad, Nodatkomstsida } from '../../queries/nodatkomst.js';
import type { Sparsida } from '../../queries/spar.js';
import { LOGG } from '../spar/sida.js';
import { Spartabell } from '../spar/tabell.js';
import { granskningIOrd, pagar, slutIOrd } from './ord.js';
import { oppningskolumner } from './sida.js';

/** Where emergency openings are reviewed. */
export const GRANSKNING = `${LOGG}/nodatkomst`;

export interface GranskningslistaProps {
  readonly ram: Sidram;
  readonly nu: Date;
  readonly rader: readonly Nodatkomstrad[];
  readonly totalt: number;
  readonly ogranskade: number;
  readonly sida: number;
  readonly antalSidor: number;
}

/** `/logg/nodatkomst`: every emergency opening, those that are not reviewed first. */
export function GranskningslistaPage(props: GranskningslistaProps): VNode {
  const { ram, nu, rader, totalt, ogranskade, sida, antalSidor } = props;
  return (
    <Sida
      {...ram}
      titel="Nödåtkomster"
      brodsmulor={<Brodsmulor lankar={[{ href: LOGG, text: 'Logg' }]} har="Nödåtkomster" />}
    >
      <Sidhuvud
        rubrik="Nödåtkomster"
        ingress={
          ogranskade === 0 ? 'Alla är granskade.' : `${ogranskade} av ${totalt} är inte granskade. De står överst.`
        }
      />
      <Tabell
        id="nodatkomster"
        caption="Nödåtkomster"
        doldCaption
        rows={rader}
        rowKey={({ id }) => id}
        markera={({ granskad }) => (granskad === null ? 'varning' : undefined)}
        empty={<p>Ingen har använt nödåtkomst.</p>}
        columns={[
          {
            rubrik: 'Ärende',
            radrubrik: true,
            obruten: true,
            cell: ({ id, nummer }) => <SakerLank href={`${GRANSKNING}/${id}`}>{nummer}</SakerLank>,
          },
          ...oppningskolumner(nu),
        ]}
      />
      <Paginering sida={sida} antalSidor={antalSidor} href={(nr) => `${GRANSKNING}?sida=${nr}`} etikett="Sidor" />
    </Sida>
  );
}

export interface GranskningPageProps {
  readonly ram: Sidram;
  readonly nu: Date;
  readonly oppning: Nodatkomstsida;
  /** What she read and did in the ärende while it was open. */
  readonly spar: Sparsida;
  /** Whether the reader may review it: it is over, nobody has, and it is not her own. */
  readonly kanGranskas: boolean;
  readonly egen: boolean;
  readonly svar: Svar;
  readonly errors: FaltFel;
}

function Granska({ ram, oppning, svar, errors }: GranskningPageProps): VNode {
  return (
    <>
      <h2>Granska</h2>
      <Felsammanfattning errors={errors} />
      <Formular action={`${GRANSKNING}/${oppning.id}`} csrf={ram.csrf}>
        <Radiogrupp
          name="bedomning"
          label="Vad är din bedömning?"
          hint="Var skälet tillräckligt, och hölls läsningen till det som skälet kräver?"
          options={Object.entries(bedomningar).map(([value, label]) => ({ value, label }))}
          value={ett(svar, 'bedomning')}
          errors={errors['bedomning'] ?? []}
        />
        <Textruta
          name="kommentar"
          label="Kommentar"
          hint="Krävs vid en anmärkning: vad som är fel och vem som har fått veta det."
          frivillig
          value={ett(svar, 'kommentar')}
          errors={errors['kommentar'] ?? []}
        />
        <Knapprad>
          <Knapp variant="primary">Spara granskningen</Knapp>
        </Knapprad>
      </Formular>
    </>
  );
}

/** `/logg/nodatkomst/<id>`: why an ärende was opened, what was read meanwhile, and what the granskare finds of it. */
export function GranskningPage(props: GranskningPageProps): VNode {
  const { ram, nu, oppning, spar, kanGranskas, egen, errors } = props;
  const { nummer, av, verksamhet, skal, fran, granskad, granskadAv, kommentar } = oppning;
  return (
    <Sida
      {...ram}
      titel={`Nödåtkomst till ${nummer}`}
      harFel={antalFel(errors) > 0}
      brodsmulor={
        <Brodsmulor
          lankar={[
            { href: LOGG, text: 'Logg' },
            { href: GRANSKNING, text: 'Nödåtkomster' },
          ]}
          har={nummer}
        />
      }
    >
      <Sidhuvud rubrik={`Nödåtkomst till ${nummer}`} />
      <Definitionslista
        rader={[
          { term: 'Vem', varde: `${av}, ${verksamhet}` },
          { term: 'Skäl', varde: skal },
          { term: 'Öppnat', varde: formatTidpunkt(fran) },
          { term: 'Till', varde: slutIOrd(oppning, nu) },
          { term: 'Granskning', varde: granskningIOrd(oppning) },
          ...(granskad === null
            ? []
            : [
                { term: 'Granskad av', varde: `${granskadAv ?? ''}, ${formatTidpunkt(granskad)}` },
                { term: 'Kommentar', varde: kommentar ?? '–' },
              ]),
        ]}
      />
      {pagar(oppning, nu) && (
        <Meddelande typ="info" rubrik="Nödåtkomsten pågår">
          <p>Den granskas när den är avslutad, så att allt som lästes är med.</p>
        </Meddelande>
      )}
      {egen && granskad === null && <p>Det här är din egen nödåtkomst. En annan granskare behöver gå igenom den.</p>}
      {kanGranskas && <Granska {...props} />}
      <h2>Det som lästes och gjordes</h2>
      <Spartabell spar={spar} caption="Logg för tiden som ärendet var öppet" />
    </Sida>
  );
}
