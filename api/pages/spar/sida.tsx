import type { VNode } from 'preact';
import { beslut } from '../../../domain/faser.js';
import { insatsbeslut } from '../../../domain/insats/lage.js';
import { sparhandlingar } from '../../../domain/spar/handlingar.js';
import { handlingsgrupper, handlingsval } from '../../../domain/spar/urval.js';
import type { FaltFel } from '../../components/form/felsammanfattning.js';
import { Datumfalt, Falt } from '../../components/form/falt.js';
import { Filterrad } from '../../components/form/formular.js';
import { Valjare } from '../../components/form/valjare.js';
import { Knapp } from '../../components/knapp.js';
import { Meddelande } from '../../components/meddelande.js';
import { Paginering } from '../../components/paginering.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import { TomtLage } from '../../components/tomt-lage.js';
import { adressMed } from '../../http/adress.js';
import type { Sidram } from '../../http/page-frame.js';
import { SPAR_PER_SIDA, type Sparsida } from '../../queries/spar.js';
import type { Sparperson } from '../../queries/sparsok.js';
import { Spartabell } from './tabell.js';

export const LOGG = '/logg';
/** Where a person's own extract of the trace is fetched, by an ärende's number. */
export const REGISTERUTDRAG = `${LOGG}/registerutdrag`;

/** The search as it was typed. */
export interface Sokt {
  readonly nummer?: string | undefined;
  readonly person?: string | undefined;
  readonly verksamhet?: string | undefined;
  readonly handling?: string | undefined;
  readonly fran: string;
  readonly till: string;
}

export interface SparPageProps {
  readonly ram: Sidram;
  readonly sokt: Sokt;
  readonly errors: FaltFel;
  readonly val: {
    readonly personer: readonly Sparperson[];
    readonly verksamheter: readonly { id: string; namn: string }[];
  };
  /** What was found; missing when the search could not be made. */
  readonly spar: Sparsida | undefined;
  /** A number that no ärende has. */
  readonly saknat?: string | undefined;
  readonly sida: number;
}

/** The address of a search. */
export const loggadress = (sokt: Partial<Sokt>, sida?: number): string => adressMed(LOGG, { ...sokt, sida });

const HANDLING: Readonly<Record<string, string>> = { ...sparhandlingar, ...beslut, ...insatsbeslut };

/** People under the verksamhet that they work at, which comes in order. */
function grupper(personer: readonly Sparperson[]) {
  const byVerksamhet = new Map<string, Sparperson[]>();
  for (const one of personer) byVerksamhet.set(one.verksamhet, [...(byVerksamhet.get(one.verksamhet) ?? []), one]);
  return [...byVerksamhet].map(([label, folk]) => ({
    label,
    options: folk.map(({ id, namn }) => ({ value: id, label: namn })),
  }));
}

function Sok({ sokt, errors, val }: Pick<SparPageProps, 'sokt' | 'errors' | 'val'>): VNode {
  return (
    <Filterrad action={LOGG} etikett="Sök i loggen">
      <Falt name="nummer" label="Ärendenummer" type="search" value={sokt.nummer ?? ''} bredd="medel" />
      <Valjare name="person" label="Person" tomt="Alla" value={sokt.person ?? ''} grupper={grupper(val.personer)} />
      <Valjare
        name="verksamhet"
        label="Verksamhet"
        tomt="Alla"
        value={sokt.verksamhet ?? ''}
        options={val.verksamheter.map(({ id, namn }) => ({ value: id, label: namn }))}
      />
      <Valjare
        name="handling"
        label="Vad som gjordes"
        tomt="Allt"
        value={sokt.handling ?? ''}
        options={Object.entries(handlingsgrupper).map(([value, label]) => ({ value, label }))}
        grupper={handlingsval.map(({ label, koder }) => ({
          label,
          options: koder.map((value) => ({ value, label: HANDLING[value] ?? value })),
        }))}
      />
      <Datumfalt name="fran" label="Från och med" value={sokt.fran} errors={errors['fran'] ?? []} />
      <Datumfalt name="till" label="Till och med" value={sokt.till} errors={errors['till'] ?? []} />
      <Knapp variant="primary">Sök</Knapp>
    </Filterrad>
  );
}

/** `/logg`: who has read and done what, for who reviews it. */
export function SparPage({ ram, sokt, errors, val, spar, saknat, sida }: SparPageProps): VNode {
  const failed = Object.keys(errors).length > 0;
  return (
    <Sida {...ram} titel="Logg" harFel={failed}>
      <Sidhuvud
        rubrik="Logg"
        ingress="Vem som har läst och gjort vad, när och med vilken rätt. Det du söker och läser här loggas också."
      />
      <p>
        <SakerLank href={`${LOGG}/nodatkomst`}>Granska nödåtkomster</SakerLank>
      </p>
      <Sok {...{ sokt, errors, val }} />
      {saknat !== undefined && (
        <Meddelande typ="warning" nytt rubrik="Ärendet hittades inte">
          <p>Det finns inget ärende med numret {saknat}. Kontrollera numret.</p>
        </Meddelande>
      )}
      {sokt.nummer !== undefined && spar && spar.rader.length > 0 && (
        <p>
          <SakerLank href={`${REGISTERUTDRAG}/${sokt.nummer}`}>Registerutdrag (PDF)</SakerLank> för personen som ärendet
          gäller: allt som är loggat i hennes eller hans ärenden.
        </p>
      )}
      {spar && spar.rader.length > 0 && (
        <Spartabell
          spar={spar}
          caption={spar.antal === 1 ? '1 rad' : `${spar.antal} rader, den senaste överst`}
          arende={(nummer) => loggadress({ nummer, fran: sokt.fran, till: sokt.till })}
        />
      )}
      {spar?.rader.length === 0 && saknat === undefined && (
        <TomtLage rubrik="Inget finns loggat med det urvalet">
          Välj en längre period eller ta bort ett villkor.
        </TomtLage>
      )}
      {spar && (
        <Paginering
          sida={sida}
          antalSidor={Math.ceil(spar.antal / SPAR_PER_SIDA)}
          href={(nr) => loggadress(sokt, nr)}
          etikett="Sidor i loggen"
        />
      )}
    </Sida>
  );
}
