import type { ComponentType } from 'preact';
import { z } from 'zod';
import type {
  Insatsbeslutstyp,
  Insatsbeslutsunderlag,
  Insatsformular,
  KommandeMote,
} from '../../domain/insats/lage.js';
import { motesandringar, type Motesandringsslag } from '../../domain/insats/lage.js';
import { instantAt } from '../../domain/kalender/tid.js';
import { isKod } from '../../domain/koder.js';
import { ett, type Svar } from '../beslut/formular.js';
import { dag, MAX, read, ruta, text, valfriText } from '../beslut/regler.js';
import { formatTidpunkt } from '../components/format.js';
import { Datumfalt, Falt } from '../components/form/falt.js';
import type { FaltFel } from '../components/form/felsammanfattning.js';
import { Textruta } from '../components/form/textruta.js';
import { Kryssruta } from '../components/form/val.js';
import { Valjare } from '../components/form/valjare.js';

/** What a form of an insats is made from. */
export interface Insatsformularunderlag {
  readonly namn: string;
  readonly idag: string;
  readonly team: readonly { readonly kod: string; readonly namn: string }[];
  readonly moten: Readonly<Record<string, readonly KommandeMote[]>>;
  /** The obstacles that wait for an answer. */
  readonly hinder: readonly { readonly id: string; readonly text: string }[];
}

export interface InsatsfaltProps {
  readonly svar: Svar;
  readonly errors: FaltFel;
  readonly underlag: Insatsformularunderlag;
}

type Tolkning<T extends Insatsbeslutstyp> =
  | { readonly ok: true; readonly data: Insatsbeslutsunderlag[T]; readonly formular: Insatsformular[T] }
  | { readonly ok: false; readonly errors: FaltFel };

/** The form of one kind of decision on an insats. */
export interface Insatsbeslutsformular<T extends Insatsbeslutstyp = Insatsbeslutstyp> {
  readonly ingress: string;
  /** Answers given before the person has touched anything. */
  forval?(underlag: Insatsformularunderlag): Svar;
  tolka(svar: Svar): Tolkning<T>;
  readonly Falt: ComponentType<InsatsfaltProps>;
  readonly knapp: string;
  readonly kvitto: string;
  /** The field that a rule's refusal belongs to. */
  readonly hinderfalt?: Readonly<Record<string, string>>;
}

const klockslag = z
  .preprocess((value) => (typeof value === 'string' ? value.trim().replace('.', ':') : ''), z.string())
  .pipe(z.string().regex(/^([01]?\d|2[0-3]):[0-5]\d$/, 'Skriv klockslaget som TT:MM, till exempel 13:00.'));

const slagOf = (svar: Svar): Motesandringsslag => {
  const slag = ett(svar, 'slag');
  return isKod(motesandringar, slag) ? slag : 'extra';
};

const tid = z.object({
  dag: dag('Ange vilken dag mötet ska hållas.'),
  klockslag,
  pahelgdag: ruta,
});
const skal = z.object({ skal: valfriText() });

function tolkaMotesandring(svar: Svar): Tolkning<'motesandring'> {
  const slag = slagOf(svar);
  const fran = ett(svar, 'fran');
  const saknas: FaltFel = slag !== 'extra' && fran === '' ? { fran: ['Välj vilket möte det gäller.'] } : {};
  const varfor = read(skal, svar);
  const when = slag === 'installt' ? undefined : read(tid, svar);
  const errors = { ...saknas, ...(when?.ok === false ? when.errors : {}), ...(varfor.ok ? {} : varfor.errors) };
  if (!varfor.ok || Object.keys(errors).length > 0 || when?.ok === false) return { ok: false, errors };
  return {
    ok: true,
    data: {
      team: ett(svar, 'team'),
      slag,
      ...(slag === 'extra' ? {} : { fran }),
      ...(when ? { till: instantAt(when.varde.dag, when.varde.klockslag.padStart(5, '0')) } : {}),
      ...(when?.varde.pahelgdag ? { pahelgdag: true } : {}),
    },
    formular: { skal: varfor.varde.skal ?? '' },
  };
}

const motesandring: Insatsbeslutsformular<'motesandring'> = {
  ingress:
    'Teamet får ett mejl. Ärenden på dagordningen följer med ett flyttat möte, och går till nästa möte när det ställs in.',
  forval: ({ team }) => ({ slag: 'extra', team: team[0]?.kod ?? '', klockslag: '13:00' }),
  tolka: tolkaMotesandring,
  Falt: ({ svar, errors, underlag }) => {
    const slag = slagOf(svar);
    const team = ett(svar, 'team');
    const moten = underlag.moten[team] ?? [];
    return (
      <>
        <input type="hidden" name="slag" value={slag} />
        <Valjare
          name="team"
          label="Team"
          errors={errors['team']}
          value={team}
          options={underlag.team.map(({ kod, namn }) => ({ value: kod, label: namn }))}
        />
        {slag !== 'extra' && (
          <Valjare
            name="fran"
            label="Möte"
            errors={errors['fran']}
            value={ett(svar, 'fran')}
            tomt="Välj möte"
            options={moten.map(({ borjar }) => ({ value: borjar, label: formatTidpunkt(borjar) }))}
          />
        )}
        {slag !== 'installt' && (
          <>
            <Datumfalt
              name="dag"
              label={slag === 'flytt' ? 'Ny dag' : 'Dag'}
              errors={errors['dag']}
              value={ett(svar, 'dag')}
            />
            <Falt
              name="klockslag"
              label="Klockslag"
              hint="Till exempel 13:00"
              bredd="kort"
              errors={errors['klockslag']}
              value={ett(svar, 'klockslag')}
            />
            <Kryssruta
              name="pahelgdag"
              label="Mötet ska hållas även om det är en helgdag"
              checked={ett(svar, 'pahelgdag') !== ''}
              errors={errors['pahelgdag']}
            />
          </>
        )}
        <Textruta
          name="skal"
          label="Skäl"
          frivillig
          errors={errors['skal']}
          value={ett(svar, 'skal')}
          rows={3}
          max={MAX.text}
        />
      </>
    );
  },
  knapp: 'Ändra mötet',
  kvitto: 'Mötet är ändrat. Teamet får ett mejl.',
  hinderfalt: {
    okant_team: 'team',
    inget_mote: 'fran',
    passerat_mote: 'fran',
    okant_mote: 'fran',
    samma_tid: 'dag',
    ingen_tid: 'dag',
    passerad_tid: 'dag',
    for_langt_fram: 'dag',
    finns_redan: 'dag',
    installt_da: 'dag',
    helgdag: 'pahelgdag',
  },
};

const koversynsschema = z.object({ datum: dag('Ange dagen då kön sågs över.'), text: valfriText() });

const koversyn: Insatsbeslutsformular<'koversyn'> = {
  ingress: 'Gå igenom vilka som väntar, om de fortfarande vill och om turen stämmer. Skriv inga namn här.',
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
  knapp: 'Registrera översyn',
  kvitto: 'Översynen är registrerad.',
  hinderfalt: { framtida_datum: 'datum', for_tidigt: 'datum' },
};

const anmalan = z.object({ text: text('Beskriv hindret.') });

const hinderanmalan: Insatsbeslutsformular<'hinderanmalan'> = {
  ingress: 'Ett hinder som inget enskilt ärende kan lösa. Styrgruppen svarar. Skriv inget som pekar ut en person.',
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
  knapp: 'Anmäl hindret',
  kvitto: 'Hindret är anmält till styrgruppen.',
  hinderfalt: { okant_team: 'team' },
};

const svarsschema = z.object({ svar: text('Skriv styrgruppens svar.') });

const hindersvar: Insatsbeslutsformular<'hindersvar'> = {
  ingress: 'Svaret går till hela teamet.',
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
  knapp: 'Skicka svaret',
  kvitto: 'Svaret är registrerat. Teamet får ett mejl.',
};

const alla: { readonly [T in Insatsbeslutstyp]: Insatsbeslutsformular<T> } = {
  motesandring,
  koversyn,
  hinderanmalan,
  hindersvar,
};

/** The form of a kind of decision. */
export const insatsformularFor = <T extends Insatsbeslutstyp>(typ: T): Insatsbeslutsformular<T> => alla[typ];
