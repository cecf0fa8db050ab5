import type { VNode } from 'preact';
import type { Fas } from '../../../domain/faser.js';
import { Brodsmulor } from '../../components/brodsmulor.js';
import { Felsammanfattning, type FaltFel } from '../../components/form/felsammanfattning.js';
import { Formular } from '../../components/form/formular.js';
import { Textruta } from '../../components/form/textruta.js';
import { formatTal } from '../../components/format.js';
import { Knapp, Knapprad } from '../../components/knapp.js';
import { Meddelande } from '../../components/meddelande.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import { TomtLage } from '../../components/tomt-lage.js';
import type { Sidram } from '../../http/page-frame.js';
import { flyttaAdress, profiladress } from './adresser.js';

/** An ärende that can be moved, with what would change. */
export interface Flyttrad {
  readonly nummer: string;
  readonly fas: Fas;
  readonly fasord: string;
  readonly version: number;
  readonly skillnader: readonly string[];
  /** Why it cannot be moved. */
  readonly hinder?: string | undefined;
  /** The id of its decision: the same form sent twice moves it once. */
  readonly beslutId: string;
  /** The state that the dry run was made from. */
  readonly sedd: number;
}

/** What became of one ärende. */
export interface Flyttutfall {
  readonly nummer: string;
  readonly flyttat: boolean;
  readonly mening: string;
}

export interface FlyttaPageProps {
  ram: Sidram;
  insats: { readonly kod: string; readonly namn: string };
  version: number;
  rader: readonly Flyttrad[];
  totalt: number;
  valda: readonly string[];
  skal: string;
  errors: FaltFel;
  utfall: readonly Flyttutfall[];
}

function Utfall({ utfall }: Pick<FlyttaPageProps, 'utfall'>): VNode | null {
  if (utfall.length === 0) return null;
  const alla = utfall.every(({ flyttat }) => flyttat);
  return (
    <Meddelande
      typ={alla ? 'success' : 'warning'}
      rubrik={alla ? 'Ärendena är flyttade' : 'Alla ärenden kunde inte flyttas'}
      nytt
    >
      <ul>
        {utfall.map(({ nummer, mening }) => (
          <li key={nummer}>
            {nummer}: {mening}
          </li>
        ))}
      </ul>
    </Meddelande>
  );
}

function Arende({ rad, vald }: { rad: Flyttrad; vald: boolean }): VNode {
  const { nummer, fasord, version, skillnader, hinder, beslutId, sedd } = rad;
  const id = `arende-${nummer}`;
  return (
    <section class="profilrad" aria-labelledby={`${id}-h`}>
      <h3 id={`${id}-h`}>
        <SakerLank href={`/arenden/${nummer}`}>{nummer}</SakerLank>
      </h3>
      <p>
        {fasord}. Följer version {version}.
      </p>
      {hinder === undefined ? (
        <>
          <ul>
            {skillnader.length === 0 && <li>Inget som märks i dag. Kommande steg följer de nya talen.</li>}
            {skillnader.map((mening) => (
              <li key={mening}>{mening}</li>
            ))}
          </ul>
          <input type="hidden" name={`beslut.${nummer}`} value={`${beslutId} ${sedd}`} />
          <div class="checkbox val__rad">
            <input class="checkbox__input" type="checkbox" id={id} name="arende" value={nummer} checked={vald} />
            <label class="checkbox__label" for={id}>
              Flytta {nummer}
            </label>
          </div>
        </>
      ) : (
        <p>{hinder}</p>
      )}
    </section>
  );
}

/** `/insatser/<kod>/profil/flytta`: every open ärende on an older version, what would change, and moving those chosen. */
export function FlyttaPage(props: FlyttaPageProps): VNode {
  const { ram, insats, version, rader, totalt, valda, skal, errors, utfall } = props;
  return (
    <Sida
      {...ram}
      titel={`Flytta ärenden i ${insats.namn}`}
      smal
      harFel={Object.keys(errors).length > 0}
      brodsmulor={
        <Brodsmulor
          lankar={[
            { href: '/', text: 'Start' },
            { href: profiladress(insats.kod), text: `Profil för ${insats.namn}` },
          ]}
          har="Flytta ärenden"
        />
      }
    >
      <Felsammanfattning errors={errors} />
      <Utfall utfall={utfall} />
      <Sidhuvud
        overrubrik={insats.namn}
        rubrik={`Flytta ärenden till version ${version}`}
        ingress="Ett pågående ärende följer den version det började med. Här står vad som skulle ändras i dag. Det som någon har beslutat i ärendet, till exempel en förlängning, står kvar."
      />
      {rader.length === 0 ? (
        <TomtLage rubrik="Alla öppna ärenden följer den nyaste versionen">Det finns inget att flytta.</TomtLage>
      ) : (
        <Formular action={flyttaAdress(insats.kod)} csrf={ram.csrf} hidden={{ version: String(version) }}>
          {totalt > rader.length && (
            <p>
              Här visas {formatTal(rader.length)} av {formatTal(totalt)} ärenden. De övriga visas när de här är
              flyttade.
            </p>
          )}
          <fieldset class="fieldset" id="arende" tabindex={-1}>
            <legend class="label fieldset__label">Ärenden att flytta</legend>
            {rader.map((rad) => (
              <Arende key={rad.nummer} rad={rad} vald={valda.includes(rad.nummer)} />
            ))}
          </fieldset>
          <Textruta
            name="skal"
            label="Varför flyttas ärendena?"
            rows={3}
            value={skal}
            {...(errors['skal'] ? { errors: errors['skal'] } : {})}
          />
          <Knapprad>
            <Knapp variant="primary">Flytta valda ärenden</Knapp>
          </Knapprad>
        </Formular>
      )}
    </Sida>
  );
}
