import type { VNode } from 'preact';
import { ett, type Svar } from '../../beslut/formular.js';
import { MAX } from '../../beslut/regler.js';
import { Brodsmulor } from '../../components/brodsmulor.js';
import { Frist } from '../../components/datum.js';
import { Datumfalt, Falt } from '../../components/form/falt.js';
import { antalFel, Felsammanfattning, type FaltFel } from '../../components/form/felsammanfattning.js';
import { Formular } from '../../components/form/formular.js';
import { Knapp, Knapprad, Lankknapp } from '../../components/knapp.js';
import { Kort } from '../../components/kort.js';
import { SakerLank } from '../../components/saker-lank.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import { Tabell } from '../../components/tabell.js';
import { Utfallbar } from '../../components/utfallbar.js';
import type { Sidram } from '../../http/page-frame.js';
import type { EgenUppgiftsrad } from '../../queries/egna-uppgifter.js';

/** Where a new task to oneself is written. */
export const EGEN_UPPGIFT = '/uppgifter/egna';

export interface EgnaUppgifterProps {
  readonly rader: readonly EgenUppgiftsrad[];
  readonly idag: string;
  /** The ärende whose page this is: its own tasks alone, and a new one is tied to it. */
  readonly nummer?: string | undefined;
  /** The id of a new task, when it is written here; missing: on a page of its own. */
  readonly ny?: string | undefined;
  readonly ram: Sidram;
}

/** The button that marks a task, or takes the mark back. */
function Markera({ rad, ater, ram }: { rad: EgenUppgiftsrad; ater: string; ram: Sidram }): VNode {
  return (
    <Formular action={`${EGEN_UPPGIFT}/${rad.id}/${rad.klar ? 'oppna' : 'klar'}`} csrf={ram.csrf} hidden={{ ater }}>
      <Knapp liten>
        {rad.klar ? 'Ångra' : 'Klar'}
        <span class="sr-only">: {rad.text}</span>
      </Knapp>
    </Formular>
  );
}

/** The tasks that a person has set herself (design 2.7); nobody else sees them. */
export function EgnaUppgifter({ rader, idag, nummer, ny, ram }: EgnaUppgifterProps): VNode {
  const ater = nummer === undefined ? '/uppgifter' : `/arenden/${nummer}`;
  const open = rader.filter(({ klar }) => !klar);
  const done = rader.filter(({ klar }) => klar);
  return (
    <Kort
      rubrik="Egna uppgifter"
      atgard={
        ny === undefined && (
          <SakerLank href={nummer === undefined ? EGEN_UPPGIFT : `${EGEN_UPPGIFT}?arende=${nummer}`}>
            Lägg till egen uppgift
          </SakerLank>
        )
      }
    >
      <Tabell
        id="egna-uppgifter"
        caption="Egna uppgifter som bara du ser"
        doldCaption
        rows={open}
        rowKey={({ id }) => id}
        markera={({ senast }) => (senast < idag ? 'fel' : undefined)}
        columns={[
          { rubrik: 'Uppgift', radrubrik: true, cell: ({ text }) => text },
          { rubrik: 'Senast', cell: ({ senast }) => <Frist senast={senast} idag={idag} /> },
          ...(nummer === undefined
            ? [
                {
                  rubrik: 'Ärende',
                  obruten: true,
                  cell: (rad: EgenUppgiftsrad) =>
                    rad.nummer === undefined ? (
                      '–'
                    ) : (
                      <SakerLank href={`/arenden/${rad.nummer}`}>{rad.nummer}</SakerLank>
                    ),
                },
              ]
            : []),
          { rubrik: 'Markera', doldRubrik: true, cell: (rad) => <Markera rad={rad} ater={ater} ram={ram} /> },
        ]}
        empty={<p>Inga egna uppgifter. De syns bara för dig och påverkar inte ärendet.</p>}
      />
      {ny !== undefined && <NyEgenUppgift id={ny} csrf={ram.csrf} />}
      {done.length > 0 && (
        <Utfallbar rubrik={`Klara den senaste veckan: ${done.length}`}>
          <ul>
            {done.map((rad) => (
              <li key={rad.id}>
                {rad.text} <Markera rad={rad} ater={ater} ram={ram} />
              </li>
            ))}
          </ul>
        </Utfallbar>
      )}
    </Kort>
  );
}

function EgenUppgiftsfalt({ svar, errors }: { svar: Svar; errors: FaltFel }): VNode {
  return (
    <>
      <Falt
        name="text"
        label="Vad ska du göra?"
        hint={`Skriv så att ingen person kan kännas igen. Högst ${MAX.rad} tecken.`}
        bredd="full"
        errors={errors['text']}
        value={ett(svar, 'text')}
      />
      <Datumfalt name="senast" label="Senast" errors={errors['senast']} value={ett(svar, 'senast')} />
      <Falt
        name="arende"
        label="Ärende"
        hint="Ärendets nummer, om uppgiften hör till ett."
        frivillig
        bredd="kort"
        errors={errors['arende']}
        value={ett(svar, 'arende')}
      />
    </>
  );
}

/** The form below the list: what is typed stays when the list is replaced. */
function NyEgenUppgift({ id, csrf }: { id: string; csrf: string }): VNode {
  return (
    <Utfallbar rubrik="Lägg till egen uppgift">
      <Formular action={EGEN_UPPGIFT} csrf={csrf} beslutId={id} hidden={{ ater: '/uppgifter' }}>
        <EgenUppgiftsfalt svar={{}} errors={{}} />
        <Knapp>Spara uppgiften</Knapp>
      </Formular>
    </Utfallbar>
  );
}

interface EgenUppgiftPageProps {
  readonly id: string;
  readonly svar: Svar;
  readonly errors: FaltFel;
  readonly ater: string;
  readonly ram: Sidram;
}

/** `/uppgifter/egna`: the form of a new task to oneself. */
export function EgenUppgiftPage({ id, svar, errors, ater, ram }: EgenUppgiftPageProps): VNode {
  return (
    <Sida
      {...ram}
      titel="Ny egen uppgift"
      harFel={antalFel(errors) > 0}
      smal
      brodsmulor={<Brodsmulor lankar={[{ href: '/uppgifter', text: 'Uppgifter' }]} har="Ny egen uppgift" />}
    >
      <Sidhuvud
        rubrik="Ny egen uppgift"
        ingress="En egen uppgift ser bara du. Ingen påminns om den, och den påverkar inte ärendet."
      />
      <Felsammanfattning errors={errors} />
      <Formular action={EGEN_UPPGIFT} csrf={ram.csrf} beslutId={id} hidden={{ ater }}>
        <EgenUppgiftsfalt svar={svar} errors={errors} />
        <Knapprad>
          <Knapp variant="primary">Spara uppgiften</Knapp>
          <Lankknapp href={ater}>Avbryt</Lankknapp>
        </Knapprad>
      </Formular>
    </Sida>
  );
}
