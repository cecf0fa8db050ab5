import type { VNode } from 'preact';
import type { Fas } from '../../../domain/faser.js';
import { Arendeutfall } from '../../components/arendeutfall.js';
import { Brodsmulor, type Brodsmula } from '../../components/brodsmulor.js';
import { Felsammanfattning, type FaltFel } from '../../components/form/felsammanfattning.js';
import { Formular } from '../../components/form/formular.js';
import { Textruta } from '../../components/form/textruta.js';
import { formatTal } from '../../components/format.js';
import { Knapp, Knapprad } from '../../components/knapp.js';
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
  /** What stands above the profile for who reads it. */
  over: Brodsmula;
  insats: { readonly kod: string; readonly namn: string };
  version: number;
  rader: readonly Flyttrad[];
  totalt: number;
  valda: readonly string[];
  skal: string;
  errors: FaltFel;
  utfall: readonly Flyttutfall[];
}

function Val({ rad: { nummer, beslutId, sedd }, vald, text }: { rad: Flyttrad; vald: boolean; text: string }): VNode {
  const id = `arende-${nummer}`;
  return (
    <>
      <input type="hidden" name={`beslut.${nummer}`} value={`${beslutId} ${sedd}`} />
      <div class="checkbox val__rad">
        <input class="checkbox__input" type="checkbox" id={id} name="arende" value={nummer} checked={vald} />
        <label class="checkbox__label" for={id}>
          {text}
        </label>
      </div>
    </>
  );
}

/** An ärende where something differs, or that cannot be moved. */
function Arende({ rad, vald }: { rad: Flyttrad; vald: boolean }): VNode {
  const { nummer, fasord, version, skillnader, hinder } = rad;
  const rubrikId = `arende-${nummer}-h`;
  return (
    <section class="profilrad" aria-labelledby={rubrikId}>
      <h3 id={rubrikId}>
        <SakerLank href={`/arenden/${nummer}`}>{nummer}</SakerLank>
      </h3>
      <p>
        {fasord}. Följer version {version}.
      </p>
      {hinder === undefined ? (
        <>
          <ul>
            {skillnader.map((mening) => (
              <li key={mening}>{mening}</li>
            ))}
          </ul>
          <Val rad={rad} vald={vald} text={`Flytta ${nummer}`} />
        </>
      ) : (
        <p>{hinder}</p>
      )}
    </section>
  );
}

const isMarkbar = ({ skillnader, hinder }: Flyttrad): boolean => hinder !== undefined || skillnader.length > 0;

/** Those where the new numbers show first later on: a line each. */
function Omarkta({ rader, valda }: { rader: readonly Flyttrad[]; valda: readonly string[] }): VNode | null {
  if (rader.length === 0) return null;
  return (
    <section class="profilrad" aria-labelledby="omarkta-h">
      <h3 id="omarkta-h">Inget märks i dag ({formatTal(rader.length)})</h3>
      <p>Kommande steg i de här ärendena följer de nya talen.</p>
      {rader.map((rad) => (
        <Val
          key={rad.nummer}
          rad={rad}
          vald={valda.includes(rad.nummer)}
          text={`${rad.nummer}, ${rad.fasord.toLocaleLowerCase('sv')}, följer version ${rad.version}`}
        />
      ))}
    </section>
  );
}

/** Ticks every ärende that can be moved, or none; a step of its own, so that it works without scripts. */
function ValjAlla({ rader, valda }: { rader: readonly Flyttrad[]; valda: readonly string[] }): VNode | null {
  const mojliga = rader.filter(({ hinder }) => hinder === undefined);
  if (mojliga.length < 2) return null;
  const alla = mojliga.every(({ nummer }) => valda.includes(nummer));
  return (
    <Knapprad>
      <Knapp liten name="valj" value={alla ? 'inga' : 'alla'}>
        {alla ? 'Välj inga' : `Välj alla ${formatTal(mojliga.length)}`}
      </Knapp>
    </Knapprad>
  );
}

/** `/insatser/<kod>/profil/flytta`: every open ärende on an older version, what would change, and moving those chosen. */
export function FlyttaPage(props: FlyttaPageProps): VNode {
  const { ram, over, insats, version, rader, totalt, valda, skal, errors, utfall } = props;
  return (
    <Sida
      {...ram}
      titel={`Flytta ärenden i ${insats.namn}`}
      smal
      harFel={Object.keys(errors).length > 0}
      brodsmulor={
        <Brodsmulor
          lankar={[over, { href: profiladress(insats.kod), text: `Profil för ${insats.namn}` }]}
          har="Flytta ärenden"
        />
      }
    >
      <Felsammanfattning errors={errors} />
      <Arendeutfall
        rader={utfall.map(({ flyttat: gjort, ...rad }) => ({ ...rad, gjort }))}
        rubrik="Ärendena är flyttade"
      />
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
            <ValjAlla rader={rader} valda={valda} />
            {rader.filter(isMarkbar).map((rad) => (
              <Arende key={rad.nummer} rad={rad} vald={valda.includes(rad.nummer)} />
            ))}
            <Omarkta rader={rader.filter((rad) => !isMarkbar(rad))} valda={valda} />
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
