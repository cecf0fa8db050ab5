import type { VNode } from 'preact';
import { kraverSkal, type Behorighetsutfall } from '../../../domain/behorighet.js';
import { Definitionslista } from '../../components/definitionslista.js';
import { Felsammanfattning, type FaltFel } from '../../components/form/felsammanfattning.js';
import { Formular } from '../../components/form/formular.js';
import { Textruta } from '../../components/form/textruta.js';
import { Knapp, Knapprad } from '../../components/knapp.js';
import { Kort } from '../../components/kort.js';
import { Marke, type MarkeTyp } from '../../components/marke.js';
import { Meddelande } from '../../components/meddelande.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import type { Sidram } from '../../http/page-frame.js';
import type { Utkastbilaga } from '../../queries/dokument.js';
import type { TidigareRemiss } from '../../queries/remissformular.js';
import { SKAL } from '../../remissformular/kontrollera.js';
import { MAX_SKAL } from '../../remissformular/regler.js';
import { stegAdress, type Steg } from '../../remissformular/steg.js';
import { Bilagekort } from './bilagor.js';
import type { Stegsvar } from './sammanfattning.js';
import { Steglista } from './steg.js';

export interface KontrollsidaProps {
  readonly utkastId: string;
  readonly avidentifierad: boolean;
  readonly svar: readonly Stegsvar[];
  /** Pages that hold something to mend. */
  readonly attRatta: readonly Steg[];
  /** Empty until the pages are right. */
  readonly behorighet: readonly Behorighetsutfall[];
  readonly behorighetSkal: string;
  readonly errors: FaltFel;
  /** Own earlier remisser about the same person. */
  readonly tidigare: readonly TidigareRemiss[];
  readonly bilagor: readonly Utkastbilaga[];
  /** Sent back: read out what is wrong. */
  readonly nytt: boolean;
  readonly ram: Sidram;
}

/** Check your answers: everything that will be sent, with a way to change it. */
export function Kontrollsida(props: KontrollsidaProps): VNode {
  const { utkastId, avidentifierad, svar, errors, tidigare, bilagor, nytt, ram } = props;
  return (
    <Sida {...ram} titel="Kontrollera och skicka, ny remiss" harFel={nytt} smal>
      <Steglista utkastId={utkastId} kod="kontrollera" avidentifierad={avidentifierad} />
      <Sidhuvud rubrik="Kontrollera och skicka" overrubrik="Ny remiss" />
      <Felsammanfattning errors={errors} />
      <AttRatta {...props} />
      {tidigare.length > 0 && <SammaPerson tidigare={tidigare} />}
      {svar.map(({ kod, rubrik, rader }) => (
        <Kort
          key={kod}
          rubrik={rubrik}
          atgard={
            <SakerLank href={`${stegAdress(utkastId, kod)}?ater=ja`}>
              Ändra<span class="sr-only"> {rubrik.toLocaleLowerCase('sv')}</span>
            </SakerLank>
          }
        >
          <Definitionslista rader={rader} />
        </Kort>
      ))}
      <Bilagekort utkastId={utkastId} bilagor={bilagor} />
      <Skicka {...props} />
    </Sida>
  );
}

function AttRatta({ utkastId, svar, attRatta, nytt }: KontrollsidaProps): VNode | null {
  if (attRatta.length === 0) return null;
  return (
    <Meddelande typ="error" rubrik="Något behöver fyllas i eller rättas innan remissen kan skickas" nytt={nytt}>
      <ul>
        {svar
          .filter(({ kod }) => attRatta.includes(kod))
          .map(({ kod, rubrik }) => (
            <li key={kod}>
              <SakerLank href={`${stegAdress(utkastId, kod)}?ater=ja&ratta=ja`}>{rubrik}</SakerLank>
            </li>
          ))}
      </ul>
    </Meddelande>
  );
}

function SammaPerson({ tidigare }: { tidigare: readonly TidigareRemiss[] }): VNode {
  return (
    <Meddelande typ="warning" rubrik="Du har redan en remiss om samma person">
      <p>Kontrollera att det inte redan finns svar på din fråga där. Skickas remissen ändå kopplas ärendena ihop.</p>
      <ul>
        {tidigare.map(({ nummer, insats, stangd }) => (
          <li key={nummer}>
            <SakerLank href={`/remisser/${nummer}`}>{nummer}</SakerLank>, {insats}
            {stangd ? ' (stängd)' : ''}
          </li>
        ))}
      </ul>
    </Meddelande>
  );
}

const MARKEN: Record<Behorighetsutfall['utfall'], { typ: MarkeTyp; ord: string }> = {
  uppfylld: { typ: 'success', ord: 'Uppfyllt' },
  inte_uppfylld: { typ: 'error', ord: 'Inte uppfyllt' },
  prioriterad: { typ: 'info', ord: 'Ger förtur' },
  upplysning: { typ: 'info', ord: 'Att tänka på' },
};

function Skicka({ utkastId, behorighet, behorighetSkal, errors, ram }: KontrollsidaProps): VNode {
  return (
    <Formular action={stegAdress(utkastId, 'kontrollera')} csrf={ram.csrf}>
      {behorighet.length > 0 && (
        <Kort rubrik="Vem insatsen är till för">
          <Definitionslista
            rader={behorighet.map(({ utfall, text }) => ({
              term: text,
              varde: <Marke typ={MARKEN[utfall].typ}>{MARKEN[utfall].ord}</Marke>,
            }))}
          />
        </Kort>
      )}
      {kraverSkal(behorighet) && (
        <Textruta
          name={SKAL}
          label="Varför bör personen ändå prövas?"
          hint="Allt som krävs är inte uppfyllt. Remissen kan skickas ändå, om du skriver varför."
          max={MAX_SKAL}
          rows={4}
          errors={errors[SKAL]}
          value={behorighetSkal}
        />
      )}
      <Knapprad>
        <Knapp variant="primary">Skicka remiss</Knapp>
        <Knapp name="spara" value="senare">
          Spara och fortsätt senare
        </Knapp>
      </Knapprad>
    </Formular>
  );
}
