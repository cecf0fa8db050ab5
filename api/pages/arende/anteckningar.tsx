import type { VNode } from 'preact';
import { anteckningslasare, kontaktsatt } from '../../../domain/koder.js';
import type { Anteckningstrad } from '../../../domain/anteckning.js';
import { ett, type Svar } from '../../beslut/formular.js';
import { MAX } from '../../beslut/regler.js';
import { alternativ } from '../../beslut/val.js';
import { Datum } from '../../components/datum.js';
import { Datumfalt } from '../../components/form/falt.js';
import { antalFel, Felsammanfattning, type FaltFel } from '../../components/form/felsammanfattning.js';
import { Formular } from '../../components/form/formular.js';
import { Textruta } from '../../components/form/textruta.js';
import { Radiogrupp } from '../../components/form/val.js';
import { Valjare } from '../../components/form/valjare.js';
import { formatDatum, formatTidpunkt } from '../../components/format.js';
import { Knapp, Knapprad, Lankknapp } from '../../components/knapp.js';
import { Kort } from '../../components/kort.js';
import { SakerLank } from '../../components/saker-lank.js';
import { TomtLage } from '../../components/tomt-lage.js';
import { Utfallbar } from '../../components/utfallbar.js';
import type { Sidram } from '../../http/page-frame.js';
import type { LastAnteckning } from '../../queries/anteckningar.js';
import { forsText } from './fors.js';
import { ord } from './ord.js';
import { ArendeRam } from './ram.js';
import type { Arendevy } from './vy.js';

/** The form of a note as it is shown: what it holds, and the note that it corrects. */
export interface Anteckningslage {
  readonly id: string;
  readonly svar: Svar;
  readonly errors: FaltFel;
  readonly rattar?: string | undefined;
}

export const anteckningsadress = (nummer: string): string => `/arenden/${nummer}/anteckningar`;

/** When a note was about, how, and by whom it was written. */
export const anteckningsrubrik = ({ datum, satt }: LastAnteckning): string =>
  [formatDatum(datum), ord(kontaktsatt, satt)?.toLocaleLowerCase('sv')].filter(Boolean).join(', ');

function Rattad({ tidigare }: { tidigare: readonly LastAnteckning[] }): VNode | null {
  if (tidigare.length === 0) return null;
  return (
    <Utfallbar rubrik={tidigare.length === 1 ? 'Rättad: visa vad som stod' : 'Rättad flera gånger: visa vad som stod'}>
      {tidigare.map((one) => (
        <div key={one.id}>
          <p class="dampad">
            {anteckningsrubrik(one)}. Skriven av {one.av} {formatTidpunkt(one.skapad)}.
          </p>
          <p class="fritext">{one.text}</p>
        </div>
      ))}
    </Utfallbar>
  );
}

function Anteckning({ trad, vy }: { trad: Anteckningstrad<LastAnteckning>; vy: Arendevy }): VNode {
  const { gallande, tidigare } = trad;
  return (
    <Kort
      rubrik={anteckningsrubrik(gallande)}
      atgard={
        vy.skriver && (
          <SakerLank href={`${anteckningsadress(vy.arende.nummer)}?ratta=${gallande.id}`}>
            Rätta<span class="sr-only"> anteckningen {anteckningsrubrik(gallande)}</span>
          </SakerLank>
        )
      }
    >
      <p class="fritext">{gallande.text}</p>
      <p class="dampad">
        {gallande.av}, <Datum varde={gallande.skapad} format="iso" />
        {vy.laserHela && `. Läses av: ${(ord(anteckningslasare, gallande.lasare) ?? '').toLocaleLowerCase('sv')}`}.
      </p>
      <Rattad tidigare={tidigare} />
    </Kort>
  );
}

function Anteckningsformular({ vy, lage, ram }: { vy: Arendevy; lage: Anteckningslage; ram: Sidram }): VNode {
  const { id, svar, errors, rattar } = lage;
  const hem = anteckningsadress(vy.arende.nummer);
  return (
    <Kort rubrik={rattar === undefined ? 'Ny anteckning' : 'Rätta anteckningen'}>
      {rattar !== undefined && <p>Det som stod finns kvar och kan läsas under anteckningen.</p>}
      <Formular action={hem} csrf={ram.csrf} beslutId={id} {...(rattar === undefined ? {} : { hidden: { rattar } })}>
        <Textruta
          name="text"
          label="Anteckning"
          max={MAX.text}
          rows={6}
          errors={errors['text']}
          value={ett(svar, 'text')}
        />
        <Datumfalt name="datum" label="Datum" errors={errors['datum']} value={ett(svar, 'datum')} />
        <Valjare
          name="satt"
          label="Kontakt"
          tomt="Ingen kontakt"
          options={alternativ(kontaktsatt)}
          errors={errors['satt']}
          value={ett(svar, 'satt')}
        />
        <Radiogrupp
          name="lasare"
          label="Vem får läsa?"
          options={alternativ(anteckningslasare)}
          errors={errors['lasare']}
          value={ett(svar, 'lasare')}
        />
        <Knapprad>
          <Knapp>{rattar === undefined ? 'Spara anteckningen' : 'Spara rättelsen'}</Knapp>
          {rattar !== undefined && <Lankknapp href={hem}>Avbryt</Lankknapp>}
        </Knapprad>
      </Formular>
    </Kort>
  );
}

interface AnteckningarPageProps {
  readonly vy: Arendevy;
  readonly tradar: readonly Anteckningstrad<LastAnteckning>[];
  /** The form; missing for those who only read, and where notes are kept in the own verksamhetssystem. */
  readonly lage?: Anteckningslage | undefined;
  readonly ram: Sidram;
}

/** `/arenden/<nr>/anteckningar`: the form on top, the notes below it, newest first. */
export function AnteckningarPage({ vy, tradar, lage, ram }: AnteckningarPageProps): VNode {
  const errors = lage?.errors ?? {};
  return (
    <ArendeRam vy={vy} flik="anteckningar" ram={ram} harFel={antalFel(errors) > 0}>
      <p class="dampad">{forsText(vy.arende.profil, 'anteckning')}</p>
      <Felsammanfattning errors={errors} />
      {lage && <Anteckningsformular vy={vy} lage={lage} ram={ram} />}
      {tradar.length === 0 ? (
        <TomtLage rubrik="Inga anteckningar än">
          <p>{vy.skriver ? 'Det du antecknar visas här.' : 'Anteckningar som teamet får läsa visas här.'}</p>
        </TomtLage>
      ) : (
        <>
          <h2>Anteckningar</h2>
          <p>
            <SakerLank href={`${anteckningsadress(vy.arende.nummer)}/utskrift`}>Skriv ut eller kopiera</SakerLank>
          </p>
          {tradar.map((trad) => (
            <Anteckning key={trad.gallande.id} trad={trad} vy={vy} />
          ))}
        </>
      )}
    </ArendeRam>
  );
}
