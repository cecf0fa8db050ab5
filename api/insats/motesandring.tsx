import { z } from 'zod';
import { motesandringar, type Motesandringsslag } from '../../domain/insats/lage.js';
import { instantAt } from '../../domain/kalender/tid.js';
import { isKod } from '../../domain/koder.js';
import { ett, type Svar } from '../beslut/formular.js';
import { dag, MAX, read, ruta, valfriText } from '../beslut/regler.js';
import { formatKlockslag, formatTidpunkt } from '../components/format.js';
import { Datumfalt, Falt } from '../components/form/falt.js';
import type { FaltFel } from '../components/form/felsammanfattning.js';
import { Textruta } from '../components/form/textruta.js';
import { Kryssruta } from '../components/form/val.js';
import { Valjare } from '../components/form/valjare.js';
import type { Insatsbeslutsformular, Insatstolkning } from './formular.js';

const isInstant = (text: string): boolean => /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text));

const klockslag = z
  .preprocess((value) => (typeof value === 'string' ? value.trim().replace('.', ':') : ''), z.string())
  .pipe(z.string().regex(/^([01]?\d|2[0-3]):[0-5]\d$/, 'Skriv klockslaget som TT:MM, till exempel 13:00.'));

/** What is done to the calendar. */
export const slagOf = (svar: Svar): Motesandringsslag => {
  const slag = ett(svar, 'slag');
  return isKod(motesandringar, slag) ? slag : 'extra';
};

const tid = z.object({
  dag: dag('Ange vilken dag mötet ska hållas.'),
  klockslag,
  pahelgdag: ruta,
});
const skal = z.object({ skal: valfriText() });

function tolkaMotesandring(svar: Svar): Insatstolkning<'motesandring'> {
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

const INGRESS: Readonly<Record<Motesandringsslag, string>> = {
  flytt:
    'Ärendena på dagordningen följer med, och sista dagen för yttranden ändras. De som har fått en kallelse får ett mejl.',
  installt: 'Ärendena på dagordningen går till teamets nästa möte. De som har fått en kallelse får ett mejl.',
  extra:
    'Mötet hålls utöver de ordinarie. Du kan sedan välja vilka ärenden som ska tas upp där. Teamet får en kallelse.',
};
const KNAPP: Readonly<Record<Motesandringsslag, string>> = {
  flytt: 'Flytta mötet',
  installt: 'Ställ in mötet',
  extra: 'Lägg till mötet',
};
const KVITTO: Readonly<Record<Motesandringsslag, string>> = {
  flytt: 'Mötet är flyttat. De som har fått en kallelse får ett mejl.',
  installt: 'Mötet är inställt, och ärendena går till nästa möte. De som har fått en kallelse får ett mejl.',
  extra: 'Det extra mötet är tillagt. Teamet får en kallelse.',
};

/** The moment that was asked for, as it was typed in a form that was taken. */
export const tidOf = (svar: Svar): string | undefined => {
  const when = read(tid, svar);
  return when.ok ? instantAt(when.varde.dag, when.varde.klockslag.padStart(5, '0')) : undefined;
};

/** A team's meeting is moved or cancelled, or there is an extra one (design 2.3). */
export const motesandring: Insatsbeslutsformular<'motesandring'> = {
  rubrik: (svar) => motesandringar[slagOf(svar)],
  ingress: (svar) => INGRESS[slagOf(svar)],
  forval({ team }, fragat) {
    const valt = team.find(({ kod }) => kod === ett(fragat, 'team')) ?? team[0];
    const fran = ett(fragat, 'fran');
    return {
      slag: 'extra',
      team: valt?.kod ?? '',
      klockslag: isInstant(fran) ? formatKlockslag(fran).replace('.', ':') : (valt?.klockslag ?? ''),
    };
  },
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
              hint="Till exempel 13:00."
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
  knapp: (svar) => KNAPP[slagOf(svar)],
  kvitto: (svar) => KVITTO[slagOf(svar)],
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
