import type { VNode } from 'preact';
import { Arendeutfall } from '../../components/arendeutfall.js';
import { Brodsmulor } from '../../components/brodsmulor.js';
import { Felsammanfattning, type FaltFel } from '../../components/form/felsammanfattning.js';
import { Formular } from '../../components/form/formular.js';
import { Textruta } from '../../components/form/textruta.js';
import { Kryssrutor } from '../../components/form/val.js';
import { formatTidpunkt } from '../../components/format.js';
import { Knapp, Knapprad, Lankknapp } from '../../components/knapp.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import { TomtLage } from '../../components/tomt-lage.js';
import type { Sidram } from '../../http/page-frame.js';
import type { SenareArende, Teamtid } from '../../queries/senare-arenden.js';

/** Where ärenden are taken up at an extra meeting. */
export const extramoteAdress = (kod: string, { team, borjar }: Teamtid): string =>
  `/insatser/${encodeURIComponent(kod)}/extramote?team=${encodeURIComponent(team)}&mote=${borjar}`;

/** What became of one ärende. */
export interface Extramotesutfall {
  readonly nummer: string;
  readonly uppsatt: boolean;
  readonly mening: string;
}

export interface ExtramotePageProps {
  readonly ram: Sidram;
  readonly insats: { readonly kod: string; readonly namn: string };
  readonly mote: Teamtid;
  readonly arenden: readonly SenareArende[];
  /** The id of each ärende's decision, and the version that it is made from: the same form sent twice moves it once. */
  readonly beslut: Readonly<Record<string, string>>;
  readonly valda: readonly string[];
  readonly skal: string;
  readonly errors: FaltFel;
  readonly utfall: readonly Extramotesutfall[];
}

/** `/insatser/<kod>/extramote`: what waits for a later meeting and can be taken up at this one. */
export function ExtramotePage(props: ExtramotePageProps): VNode {
  const { ram, insats, mote, arenden, beslut, valda, skal, errors, utfall } = props;
  const hem = `/insatser/${insats.kod}`;
  return (
    <Sida
      {...ram}
      titel={`Ärenden till det extra mötet – ${insats.namn}`}
      smal
      harFel={Object.keys(errors).length > 0}
      brodsmulor={<Brodsmulor lankar={[{ href: hem, text: insats.namn }]} har="Ärenden till det extra mötet" />}
    >
      <Felsammanfattning errors={errors} />
      <Arendeutfall
        rader={utfall.map(({ uppsatt: gjort, ...rad }) => ({ ...rad, gjort }))}
        rubrik="Ärendena tas upp på det extra mötet"
      />
      <Sidhuvud
        rubrik="Ärenden till det extra mötet"
        overrubrik={insats.namn}
        ingress={`Mötet ${formatTidpunkt(mote.borjar)}. De här ärendena väntar på ett senare möte. Ett ärende som tas upp tidigare ger verksamheterna kortare tid att svara; yttranden som redan är lämnade följer med.`}
      />
      {arenden.length === 0 ? (
        <TomtLage
          rubrik="Inget ärende väntar på ett senare möte"
          atgard={<Lankknapp href={hem}>Till {insats.namn}</Lankknapp>}
        />
      ) : (
        <Formular
          action={extramoteAdress(insats.kod, mote)}
          csrf={ram.csrf}
          hidden={Object.fromEntries(Object.entries(beslut).map(([nummer, id]) => [`beslut.${nummer}`, id]))}
        >
          <Kryssrutor
            name="arende"
            label="Ta upp på det extra mötet"
            errors={errors['arende']}
            options={arenden.map(({ nummer, mote: senare }) => ({
              value: nummer,
              label: nummer,
              hint: `Tas nu upp ${formatTidpunkt(senare)}.`,
            }))}
            value={valda}
          />
          <Textruta name="skal" label="Varför tas de upp tidigare?" rows={3} errors={errors['skal']} value={skal} />
          <Knapprad>
            <Knapp variant="primary">Ta upp valda ärenden</Knapp>
            <Lankknapp href={hem} variant="tertiary">
              Låt alla vänta
            </Lankknapp>
          </Knapprad>
        </Formular>
      )}
    </Sida>
  );
}
