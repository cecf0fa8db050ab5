import type { VNode } from 'preact';
import type { Fordelningsslag } from '../../../domain/tilldelning.js';
import { ett, type Svar } from '../../beslut/formular.js';
import { MAX } from '../../beslut/regler.js';
import { Brodsmulor } from '../../components/brodsmulor.js';
import { Frist } from '../../components/datum.js';
import { Datumfalt, Falt } from '../../components/form/falt.js';
import { antalFel, Felsammanfattning, type FaltFel } from '../../components/form/felsammanfattning.js';
import { Formular } from '../../components/form/formular.js';
import { Valjare } from '../../components/form/valjare.js';
import { formatDatum } from '../../components/format.js';
import { Knapp, Knapprad, Lankknapp } from '../../components/knapp.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import { Tabell } from '../../components/tabell.js';
import type { Sidram } from '../../http/page-frame.js';
import type { Lastuppgift } from '../../queries/fordelbar.js';
import type { Mottagarval } from '../../queries/uppgiftsmottagare.js';
import { antalUppgifter } from './kvitto.js';
import { uppgiftsrubrik } from './ord.js';

/** What a decision on the chosen tasks would come to. */
export interface Forhandsvisning {
  readonly flyttas: readonly Lastuppgift[];
  /** Those that cannot be moved, by the reason. */
  readonly nekas: readonly { readonly mening: string; readonly rader: readonly Lastuppgift[] }[];
}

export interface FordelaPageProps {
  readonly ram: Sidram;
  readonly idag: string;
  readonly slag: Fordelningsslag;
  readonly rader: readonly Lastuppgift[];
  /** whom they can be given to; empty unless they are given */
  readonly mottagare: readonly Mottagarval[];
  readonly svar: Svar;
  readonly errors: FaltFel;
  /** missing until everything that is asked for is there */
  readonly forhand?: Forhandsvisning | undefined;
  /** where the tasks were chosen */
  readonly ater: string;
}

const RUBRIK: Readonly<Record<Fordelningsslag, (vad: string) => string>> = {
  ta: (vad) => `Ta ${vad}`,
  ge: (vad) => `Ge ${vad} till någon`,
  lamna: (vad) => `Lämna tillbaka ${vad}`,
  vila: (vad) => `Lägg ${vad} åt sidan`,
  ta_fram: (vad) => `Ta fram ${vad}`,
};

const INGRESS: Readonly<Record<Fordelningsslag, string>> = {
  ta: 'De andra som kan göra uppgifterna ser att du har dem. Den sista dagen ändras inte.',
  ge: 'Rollen eller verksamheten ansvarar som förut, och den sista dagen ändras inte. Bara den som får fatta beslutet kan få uppgiften.',
  lamna: 'Uppgifterna blir åter allas som kan göra dem.',
  vila: 'Uppgifterna står för sig i listan och kommer tillbaka av sig själva. Den sista dagen ändras inte.',
  ta_fram: 'Uppgifterna står åter bland det som ska göras nu.',
};

interface Flyttord {
  readonly kan: string;
  readonly rubrik: string;
  readonly inte: string;
}
const FLYTTAS: Flyttord = { kan: 'flyttas', inte: 'flyttas inte', rubrik: 'Flyttas' };
/** What becomes of the chosen tasks, in a word: one that is put aside stays where it is. */
const FLYTT: Readonly<Record<Fordelningsslag, Flyttord>> = {
  ta: FLYTTAS,
  ge: FLYTTAS,
  lamna: FLYTTAS,
  vila: { kan: 'läggas åt sidan', inte: 'läggs inte åt sidan', rubrik: 'Läggs åt sidan' },
  ta_fram: FLYTTAS,
};

const inledd = (ord: string): string => ord.charAt(0).toUpperCase() + ord.slice(1);

const nameOf = (mottagare: readonly Mottagarval[], id: string): string =>
  mottagare.find((one) => one.id === id)?.namn ?? 'personen';

/** What the button does, in full. */
function knapptext({ slag, svar, mottagare }: FordelaPageProps, antal: number): string {
  const vad = antalUppgifter(antal);
  if (slag === 'ge') return `Ge ${vad} till ${nameOf(mottagare, ett(svar, 'till'))}`;
  if (slag === 'vila') return `Lägg ${vad} åt sidan till ${formatDatum(ett(svar, 'dag'))}`;
  return RUBRIK[slag](vad);
}

function Fragor({ slag, rader, mottagare, svar, errors }: FordelaPageProps): VNode {
  return (
    <>
      {slag === 'ge' && (
        <Valjare
          name="till"
          label="Ge till"
          tomt="Välj person"
          value={ett(svar, 'till')}
          errors={errors['till'] ?? []}
          options={mottagare.map(({ id, namn, antal }) => ({
            value: id,
            label: antal === rader.length ? namn : `${namn} (kan göra ${antal} av ${rader.length})`,
          }))}
        />
      )}
      {slag === 'vila' && (
        <Datumfalt
          name="dag"
          label="Ta fram igen den"
          hint="Senast på uppgiftens sista dag."
          value={ett(svar, 'dag')}
          errors={errors['dag'] ?? []}
        />
      )}
      {(slag === 'ge' || slag === 'vila') && (
        <Falt
          name="not"
          label="Något att säga om det"
          hint={`Skriv så att ingen person kan kännas igen. Högst ${MAX.rad} tecken.`}
          frivillig
          bredd="full"
          value={ett(svar, 'not')}
          errors={errors['not'] ?? []}
        />
      )}
    </>
  );
}

/** So many rows are shown of a part; the number tells the rest. */
const VISADE = 50;

function Del({ id, rubrik, rader, idag }: { id: string; rubrik: string; rader: readonly Lastuppgift[]; idag: string }) {
  if (rader.length === 0) return null;
  return (
    <>
      <Tabell
        id={id}
        caption={rubrik}
        tat
        rows={rader.slice(0, VISADE)}
        rowKey={(rad) => rad.id}
        columns={[
          { rubrik: 'Ärende', radrubrik: true, obruten: true, cell: ({ nummer }) => nummer },
          { rubrik: 'Uppgift', cell: ({ typ }) => uppgiftsrubrik(typ) },
          { rubrik: 'Senast', cell: ({ forfaller }) => <Frist senast={forfaller} idag={idag} /> },
          { rubrik: 'Insats', cell: ({ insats }) => insats },
          { rubrik: 'Har den nu', cell: ({ tilldelad }) => tilldelad?.namn ?? 'Ingen' },
        ]}
      />
      {rader.length > VISADE && <p>Och {rader.length - VISADE} till.</p>}
    </>
  );
}

const idsOf = (rader: readonly Lastuppgift[]): string => rader.map(({ id }) => id).join(' ');

/** The one decision: everything that can be moved, with what was answered. */
function Besluta(props: FordelaPageProps & { forhand: Forhandsvisning }): VNode {
  const { ram, slag, svar, forhand, ater } = props;
  const { flyttas, nekas } = forhand;
  if (flyttas.length === 0)
    return (
      <>
        <p>Ingen av uppgifterna kan {FLYTT[slag].kan} så.</p>
        <Knapprad>
          <Lankknapp href={ater}>Tillbaka till listan</Lankknapp>
        </Knapprad>
      </>
    );
  const kvar = nekas.reduce((sum, { rader }) => sum + rader.length, 0);
  return (
    <Formular
      action="/uppgifter/fordela/beslut"
      csrf={ram.csrf}
      hidden={{
        slag,
        ids: idsOf(flyttas),
        ater,
        till: ett(svar, 'till'),
        dag: ett(svar, 'dag'),
        not: ett(svar, 'not'),
      }}
    >
      {kvar > 0 && (
        <p>
          {antalUppgifter(kvar)} {FLYTT[slag].inte}. Varför står nedan.
        </p>
      )}
      <Knapprad>
        <Knapp variant="primary">{knapptext(props, flyttas.length)}</Knapp>
        <Lankknapp href={ater}>Avbryt</Lankknapp>
      </Knapprad>
    </Formular>
  );
}

/** `/uppgifter/fordela`: what is to be done with the chosen tasks, and what it would come to before it is done. */
export function FordelaPage(props: FordelaPageProps): VNode {
  const { ram, idag, slag, rader, errors, forhand, ater } = props;
  const rubrik = RUBRIK[slag](antalUppgifter(rader.length));
  const asks = slag === 'ge' || slag === 'vila';
  return (
    <Sida
      {...ram}
      titel={rubrik}
      harFel={antalFel(errors) > 0}
      brodsmulor={<Brodsmulor lankar={[{ href: ater, text: 'Uppgifter' }]} har={rubrik} />}
    >
      <Sidhuvud rubrik={rubrik} ingress={INGRESS[slag]} />
      <Felsammanfattning errors={errors} />
      {asks && (
        <Formular action="/uppgifter/fordela" csrf={ram.csrf} hidden={{ slag, ids: idsOf(rader), ater }}>
          <Fragor {...props} />
          <Knapprad>
            <Knapp variant={forhand ? 'secondary' : 'primary'}>{forhand ? 'Granska igen' : 'Granska'}</Knapp>
            {!forhand && <Lankknapp href={ater}>Avbryt</Lankknapp>}
          </Knapprad>
        </Formular>
      )}
      {forhand ? (
        <>
          <h2>Det här händer</h2>
          <Besluta {...props} forhand={forhand} />
          {forhand.nekas.map(({ mening, rader: nekade }, nr) => (
            <Del
              key={mening}
              id={`nekas-${nr}`}
              rubrik={`${inledd(FLYTT[slag].inte)} (${nekade.length}): ${mening}`}
              rader={nekade}
              idag={idag}
            />
          ))}
          <Del
            id="flyttas"
            rubrik={`${FLYTT[slag].rubrik} (${forhand.flyttas.length})`}
            rader={forhand.flyttas}
            idag={idag}
          />
        </>
      ) : (
        <Del id="valda" rubrik={`Valda (${rader.length})`} rader={rader} idag={idag} />
      )}
    </Sida>
  );
}
