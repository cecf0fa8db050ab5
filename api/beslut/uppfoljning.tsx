import { z } from 'zod';
import { uppfoljningsresultat } from '../../domain/koder.js';
import { koderFor } from '../../domain/profilkoder.js';
import { formatDatum } from '../components/format.js';
import { Datumfalt } from '../components/form/falt.js';
import { Radiogrupp } from '../components/form/val.js';
import { Textruta } from '../components/form/textruta.js';
import { ett, type Beslutsformular, type Svar } from './formular.js';
import { Kodsvarsfalt, kodsvar } from './kodsvar.js';
import { dag, kod, MAX, read, valfriText } from './regler.js';
import { alternativ } from './val.js';

const missing = (mening: string) => (svar: Svar) => (ett(svar, 'resultat') === 'nadd' ? mening : undefined);

const schema = z.object({
  resultat: kod(uppfoljningsresultat, 'Välj hur uppföljningen gick.'),
  datum: dag('Ange vilken dag uppgifterna gäller.'),
  text: valfriText(),
});

/** What was answered to somebody who was not asked is a mistake to mend, not to drop in silence. */
function strayAnswers(svar: Svar, resultat: string, given: boolean): Record<string, string[]> {
  if (resultat === 'nadd' || resultat === '' || !given) return {};
  const mening =
    'Sysselsättning och försörjning anges bara när personen nåddes. Ta bort svaren eller ändra resultatet.';
  return { [ett(svar, 'sysselsattning') === '' ? 'forsorjning' : 'sysselsattning']: [mening] };
}

/** The result on the 90th day; the case is closed (design 2.11). */
export const uppfoljning: Beslutsformular<'uppfoljning'> = {
  typ: 'uppfoljning',
  ingress: ({ lage }) =>
    lage.uppfoljning &&
    `${lage.kontaktnej ? 'Personen har sagt nej till att bli kontaktad. ' : ''}Resultatet ska beskriva läget ${formatDatum(lage.uppfoljning.dag)}, den 90:e dagen efter avslutet. Ärendet stängs.`,
  prov: ({ idag }) => ({ resultat: 'vill_inte', datum: idag }),
  forval: ({ idag, lage: { uppfoljning: plan, kontaktnej } }) => ({
    datum: plan && plan.dag < idag ? plan.dag : idag,
    ...(kontaktnej ? { resultat: 'vill_inte' } : {}),
  }),
  tolka(svar, { profil }) {
    const listor = koderFor(profil);
    const sysselsattning = kodsvar('sysselsattning', listor.sysselsattningar, missing('Välj vad personen gör.'));
    const forsorjning = kodsvar('forsorjning', listor.forsorjningar, missing('Välj personens försörjning.'));
    const [bas, gor, lever] = [read(schema, svar), read(sysselsattning, svar), read(forsorjning, svar)];
    const given = (gor.ok && gor.varde.length > 0) || (lever.ok && lever.varde.length > 0);
    const stray = strayAnswers(svar, ett(svar, 'resultat'), given);
    if (!bas.ok || !gor.ok || !lever.ok || Object.keys(stray).length > 0)
      return {
        ok: false,
        errors: Object.assign({}, stray, ...[bas, gor, lever].map((one) => (one.ok ? {} : one.errors))),
      };
    const { text, ...data } = bas.varde;
    return { ok: true, data, formular: { text, sysselsattning: gor.varde, forsorjning: lever.varde } };
  },
  Falt: ({ svar, errors, underlag: { profil } }) => (
    <>
      <Radiogrupp
        name="resultat"
        label="Hur gick uppföljningen?"
        errors={errors['resultat']}
        options={alternativ(uppfoljningsresultat)}
        value={ett(svar, 'resultat')}
      />
      <Datumfalt name="datum" label="Uppgifterna gäller" errors={errors['datum']} value={ett(svar, 'datum')} />
      <Kodsvarsfalt
        name="sysselsattning"
        lista={koderFor(profil).sysselsattningar}
        label="Sysselsättning"
        hint="När personen nåddes. Ange upp till tre."
        svar={svar}
        errors={errors}
      />
      <Kodsvarsfalt
        name="forsorjning"
        lista={koderFor(profil).forsorjningar}
        label="Försörjning"
        hint="När personen nåddes. Ange upp till tre."
        svar={svar}
        errors={errors}
      />
      <Textruta
        name="text"
        label="Kommentar"
        frivillig
        errors={errors['text']}
        value={ett(svar, 'text')}
        max={MAX.text}
      />
    </>
  ),
  knapp: () => 'Registrera uppföljningen',
  kvitto: () => 'Uppföljningen är registrerad och ärendet stängt.',
  hinderfalt: {
    framtida_datum: 'datum',
    fore_avslutet: 'datum',
    galler_fore_dag_90: 'datum',
    fore_dag_90: 'resultat',
    fler_forsok: 'resultat',
  },
};
