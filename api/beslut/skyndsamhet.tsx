import { z } from 'zod';
import { hinder } from '../../domain/hinder.js';
import { svenskKalender } from '../../domain/kalender/svensk.js';
import { teamMoten } from '../../domain/motesplan.js';
import { formatTidpunkt } from '../components/format.js';
import { Radiogrupp } from '../components/form/val.js';
import { Textruta } from '../components/form/textruta.js';
import { ett, type Beslutsformular, type Formularunderlag } from './formular.js';
import { enAv, MAX, read, text } from './regler.js';

/** The team's meetings from today that are earlier than the one that the case waits for. */
function tidigareMoten({ lage, profil, dagordning, idag }: Formularunderlag): string[] {
  const moten: string[] = [];
  for (const { borjar } of teamMoten(lage.team, { profil, dagordning, kalender: svenskKalender }, idag)) {
    if (borjar >= (lage.mote?.borjar ?? '')) break;
    moten.push(borjar);
  }
  return moten;
}

/** Sammankallande takes a case up before its turn (design 2.3). */
export const skyndsamhet: Beslutsformular<'skyndsamhet'> = {
  typ: 'skyndsamhet',
  ingress: ({ lage }) =>
    lage.mote &&
    `Ärendet tas nu upp ${formatTidpunkt(lage.mote.borjar)}. Ett tidigare möte ger verksamheterna kortare tid att svara. Saknas ett möte som passar kan du lägga in ett extra möte på insatsens sida.`,
  hinder: (underlag) =>
    tidigareMoten(underlag).length > 0
      ? undefined
      : hinder(
          'inget_tidigare_mote',
          'Teamet har inget tidigare möte. Lägg först in ett extra möte på insatsens sida.',
        ),
  prov: ({ idag }) => ({ mote: `${idag}T00:00:00.000Z` }),
  tolka(svar, underlag) {
    const last = read(
      z.object({
        mote: enAv(tidigareMoten(underlag), 'Välj vilket möte ärendet ska tas upp på.'),
        skal: text('Skriv varför ärendet behöver tas upp tidigare.'),
      }),
      svar,
    );
    if (!last.ok) return last;
    return { ok: true, data: { mote: last.varde.mote }, formular: { skal: last.varde.skal } };
  },
  Falt: ({ svar, errors, underlag }) => (
    <>
      <Radiogrupp
        name="mote"
        label="Ta upp på mötet"
        errors={errors['mote']}
        options={tidigareMoten(underlag).map((borjar) => ({ value: borjar, label: formatTidpunkt(borjar) }))}
        value={ett(svar, 'mote')}
      />
      <Textruta name="skal" label="Skäl" errors={errors['skal']} value={ett(svar, 'skal')} max={MAX.text} />
    </>
  ),
  knapp: () => 'Ta upp skyndsamt',
  kvitto: ({ mote }) => `Ärendet tas upp ${formatTidpunkt(mote)}.`,
  hinderfalt: { inte_tidigare: 'mote', mote_har_varit: 'mote', okant_mote: 'mote' },
};
