import type { ComponentType } from 'preact';
import { z } from 'zod';
import type {
  Insatsbeslutstyp,
  Insatsbeslutsunderlag,
  Insatsformular,
  KommandeMote,
} from '../../domain/insats/lage.js';
import { ett, type Svar } from '../beslut/formular.js';
import { dag, MAX, read, text, valfriText } from '../beslut/regler.js';
import { Datumfalt } from '../components/form/falt.js';
import type { FaltFel } from '../components/form/felsammanfattning.js';
import { Textruta } from '../components/form/textruta.js';
import { Valjare } from '../components/form/valjare.js';
import { motesandring } from './motesandring.js';

/** What a form of an insats is made from. */
export interface Insatsformularunderlag {
  readonly namn: string;
  readonly idag: string;
  /** With the time of day at which each usually meets, `TT:MM`. */
  readonly team: readonly { readonly kod: string; readonly namn: string; readonly klockslag: string }[];
  readonly moten: Readonly<Record<string, readonly KommandeMote[]>>;
  /** The obstacles that wait for an answer. */
  readonly hinder: readonly { readonly id: string; readonly text: string }[];
}

export interface InsatsfaltProps {
  readonly svar: Svar;
  readonly errors: FaltFel;
  readonly underlag: Insatsformularunderlag;
}

export type Insatstolkning<T extends Insatsbeslutstyp> =
  | { readonly ok: true; readonly data: Insatsbeslutsunderlag[T]; readonly formular: Insatsformular[T] }
  | { readonly ok: false; readonly errors: FaltFel };

/** The form of one kind of decision on an insats. */
export interface Insatsbeslutsformular<T extends Insatsbeslutstyp = Insatsbeslutstyp> {
  /** What the page is called where the kind of decision is several things; the kind's own name unless told. */
  rubrik?(svar: Svar): string;
  ingress(svar: Svar): string;
  /**
   * Answers given before the person has touched anything.
   *
   * @param fragat what the address says
   */
  forval?(underlag: Insatsformularunderlag, fragat: Svar): Svar;
  tolka(svar: Svar): Insatstolkning<T>;
  readonly Falt: ComponentType<InsatsfaltProps>;
  knapp(svar: Svar): string;
  kvitto(svar: Svar): string;
  /** The field that a rule's refusal belongs to. */
  readonly hinderfalt?: Readonly<Record<string, string>>;
}

const koversynsschema = z.object({ datum: dag('Ange dagen då kön sågs över.'), text: valfriText() });

const koversyn: Insatsbeslutsformular<'koversyn'> = {
  ingress: () => 'Gå igenom vilka som väntar, om de fortfarande vill och om turen stämmer. Skriv inga namn här.',
  forval: ({ idag }) => ({ datum: idag }),
  tolka(svar) {
    const last = read(koversynsschema, svar);
    if (!last.ok) return last;
    return { ok: true, data: { datum: last.varde.datum }, formular: { text: last.varde.text ?? '' } };
  },
  Falt: ({ svar, errors }) => (
    <>
      <Datumfalt name="datum" label="Kön sågs över" errors={errors['datum']} value={ett(svar, 'datum')} />
      <Textruta
        name="text"
        label="Vad kom ni fram till?"
        frivillig
        errors={errors['text']}
        value={ett(svar, 'text')}
        rows={4}
        max={MAX.text}
      />
    </>
  ),
  knapp: () => 'Registrera översyn',
  kvitto: () => 'Översynen är registrerad.',
  hinderfalt: { framtida_datum: 'datum', for_tidigt: 'datum' },
};

const anmalan = z.object({ text: text('Beskriv hindret.') });

const hinderanmalan: Insatsbeslutsformular<'hinderanmalan'> = {
  ingress: () =>
    'Ett hinder som inget enskilt ärende kan lösa. Styrgruppen svarar. Skriv inget som pekar ut en person.',
  forval: ({ team }) => ({ team: team[0]?.kod ?? '' }),
  tolka(svar) {
    const last = read(anmalan, svar);
    return last.ok ? { ok: true, data: { team: ett(svar, 'team') }, formular: last.varde } : last;
  },
  Falt: ({ svar, errors, underlag }) => (
    <>
      <Valjare
        name="team"
        label="Team"
        errors={errors['team']}
        value={ett(svar, 'team')}
        options={underlag.team.map(({ kod, namn }) => ({ value: kod, label: namn }))}
      />
      <Textruta
        name="text"
        label="Vad är hindret, och vad leder det till?"
        errors={errors['text']}
        value={ett(svar, 'text')}
        rows={8}
        max={MAX.text}
      />
    </>
  ),
  knapp: () => 'Anmäl hindret',
  kvitto: () => 'Hindret är anmält till styrgruppen.',
  hinderfalt: { okant_team: 'team' },
};

const svarsschema = z.object({ svar: text('Skriv styrgruppens svar.') });

const hindersvar: Insatsbeslutsformular<'hindersvar'> = {
  ingress: () => 'Svaret går till hela teamet.',
  forval: ({ hinder }) => ({ hinder: hinder[0]?.id ?? '' }),
  tolka(svar) {
    const last = read(svarsschema, svar);
    return last.ok ? { ok: true, data: { hinder: ett(svar, 'hinder') }, formular: last.varde } : last;
  },
  Falt: ({ svar, errors, underlag }) => (
    <>
      <input type="hidden" name="hinder" value={ett(svar, 'hinder')} />
      <blockquote>{underlag.hinder.find(({ id }) => id === ett(svar, 'hinder'))?.text}</blockquote>
      <Textruta
        name="svar"
        label="Styrgruppens svar"
        errors={errors['svar']}
        value={ett(svar, 'svar')}
        rows={8}
        max={MAX.text}
      />
    </>
  ),
  knapp: () => 'Skicka svaret',
  kvitto: () => 'Svaret är registrerat. Teamet får ett mejl.',
};

const alla: { readonly [T in Insatsbeslutstyp]: Insatsbeslutsformular<T> } = {
  motesandring,
  koversyn,
  hinderanmalan,
  hindersvar,
};

/** The form of a kind of decision. */
export const insatsformularFor = <T extends Insatsbeslutstyp>(typ: T): Insatsbeslutsformular<T> => alla[typ];
