import type { VNode } from 'preact';
import { felIOrd, type Flyttat } from '../../../domain/arbetsoverlamning.js';
import { Datum } from '../../components/datum.js';
import { Definitionslista } from '../../components/definitionslista.js';
import { Formular } from '../../components/form/formular.js';
import { Knapp, Knapprad, Lankknapp } from '../../components/knapp.js';
import { Kort } from '../../components/kort.js';
import { Meddelande } from '../../components/meddelande.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Tabell } from '../../components/tabell.js';
import type { Sidram } from '../../http/page-frame.js';
import type { Overlamningssida } from '../../queries/overlamning.js';
import { ADMIN_OVERLAMNING, AdminRam, personadress } from './ram.js';
import { Overlamningslage } from './overlamningar.js';

export interface OverlamningPageProps {
  readonly ram: Sidram;
  readonly overlamning: Overlamningssida;
}

/** `/admin/overlamning/<id>`: how far a hand-over has come, and what somebody has to look at. */
export function OverlamningPage({ ram, overlamning }: OverlamningPageProps): VNode {
  const { id, fran, till, franId, nar, av, not, antal, klara, nekadeArenden } = overlamning;
  return (
    <AdminRam
      ram={ram}
      rubrik={`Överlämning från ${fran} till ${till}`}
      ovanfor={{ href: ADMIN_OVERLAMNING, text: 'Överlämningar' }}
      marken={<Overlamningslage rad={overlamning} />}
    >
      <Lage overlamning={overlamning} />
      {nekadeArenden.length > 0 && (
        <Kort rubrik="Kunde inte lämnas över">
          <p>De här ärendena ligger kvar hos {fran}. Åtgärda orsaken och försök igen.</p>
          <Tabell
            id="nekade"
            caption="Ärenden som inte kunde lämnas över"
            doldCaption
            rows={nekadeArenden}
            rowKey={({ nummer }) => nummer}
            columns={[
              { rubrik: 'Ärende', radrubrik: true, obruten: true, cell: ({ nummer }) => nummer },
              { rubrik: 'Varför', cell: ({ fel }) => felIOrd(fel) },
            ]}
          />
          <Formular action={`${ADMIN_OVERLAMNING}/${id}/igen`} csrf={ram.csrf}>
            <Knapprad>
              <Knapp variant="primary">Försök igen</Knapp>
            </Knapprad>
          </Formular>
        </Kort>
      )}
      <Kort rubrik="Överlämningen">
        <Definitionslista
          rader={[
            { term: 'Från', varde: <SakerLank href={personadress(franId)}>{fran}</SakerLank> },
            { term: 'Till', varde: till },
            { term: 'Beslutad', varde: <Datum varde={nar} format="tid" /> },
            { term: 'Av', varde: av },
            { term: 'Anteckning', varde: not },
            { term: 'Ärenden', varde: `${klara} av ${antal} överlämnade` },
            ...flyttat(overlamning.flyttat),
          ]}
        />
      </Kort>
    </AdminRam>
  );
}

function Lage({ overlamning }: Pick<OverlamningPageProps, 'overlamning'>): VNode {
  const { id, fran, klar, klara, antal, nekade, slutar, avstangd } = overlamning;
  if (klar)
    return (
      <Meddelande typ="success" rubrik="Allt är överlämnat">
        <p>
          Blev klart <Datum varde={klar} format="tid" />.
          {slutar && (avstangd ? ` ${fran} är avstängd.` : ` ${fran} är inte avstängd: gör det på personens sida.`)}
        </p>
      </Meddelande>
    );
  if (klara + nekade === antal && nekade > 0)
    return (
      <Meddelande typ="warning" rubrik={nekade === 1 ? 'Ett ärende är kvar' : `${nekade} ärenden är kvar`}>
        <p>Resten är överlämnat.{slutar && ` ${fran} stängs av när allt är överlämnat.`}</p>
      </Meddelande>
    );
  return (
    <Meddelande rubrik={`${klara} av ${antal} ärenden är överlämnade`}>
      <p>Resten lämnas över ett i taget och blir klart av sig självt. Du behöver inte vänta här.</p>
      <Knapprad>
        <Lankknapp href={`${ADMIN_OVERLAMNING}/${id}`}>Visa hur långt det har kommit</Lankknapp>
      </Knapprad>
    </Meddelande>
  );
}

/** What was moved at once, where it was something. */
const flyttat = ({ roller, platser, platserKvar, tilldelade, egna, egnaKvar, ersattare }: Flyttat) =>
  [
    { term: 'Roller', varde: roller },
    { term: 'Platser i team', varde: platser },
    { term: 'Platser som inte följde med', varde: platserKvar.length },
    { term: 'Tilldelade uppgifter', varde: tilldelade },
    { term: 'Egna uppgifter i andra ärenden', varde: egna },
    { term: 'Egna uppgifter som inte följde med', varde: egnaKvar },
    { term: 'Personer att ersätta', varde: ersattare },
  ].flatMap(({ term, varde }) => (varde > 0 ? [{ term, varde: String(varde) }] : []));
