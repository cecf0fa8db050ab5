import { z } from 'zod';
import { Falt } from '../components/form/falt.js';
import { Textruta } from '../components/form/textruta.js';
import { Kryssrutor } from '../components/form/val.js';
import { Valjare } from '../components/form/valjare.js';
import { ett, flera, type Beslutsformular, type Formularunderlag } from './formular.js';
import { enAv, fleraAv, MAX, read, text } from './regler.js';
import { namngivna } from './val.js';

/** Those who can be named besides who answers for the ärende, who always is. */
const andra = ({
  namngivningsbara = [],
  lage,
  personId,
}: Pick<Formularunderlag, 'namngivningsbara' | 'lage' | 'personId'>) =>
  namngivningsbara.filter(({ id }) => id !== (lage.koordinator ?? personId));

/** A person's protected identity is registered, or others are named: alias and named people (design 3). */
export const skyddadIdentitet: Beslutsformular<'skyddad_identitet'> = {
  typ: 'skyddad_identitet',
  ingress: () =>
    'Personen visas med sitt alias. Bara de som du namnger ser ärendet: den som ansvarar för det, en ersättare och de andra som du kryssar i. För alla andra räknas det bara.',
  prov: () => ({ ersattare: 'nagon' }),
  forval: ({ alias = '', lage, insatsfolk = [], ...underlag }) => {
    const redan = (lage.namngivna ?? []).filter((id) => id !== (lage.koordinator ?? underlag.personId));
    const ersattare = redan.find((id) => insatsfolk.some((one) => one.id === id)) ?? '';
    // who sent the remiss loses it unless she is one of them: leaving her out is a choice to be made
    const forsta = andra({ lage, ...underlag }).filter(({ remittent }) => remittent);
    const fler =
      (lage.namngivna ?? []).length === 0 ? forsta.map(({ id }) => id) : redan.filter((id) => id !== ersattare);
    return { alias, ersattare, fler };
  },
  tolka(svar, underlag) {
    const { insatsfolk = [], aliasfel = () => undefined } = underlag;
    const last = read(
      z.object({
        alias: text('Skriv det namn som personen ska visas med.', MAX.rad).refine(
          (alias) => aliasfel(alias) === undefined,
          { error: ({ input }) => aliasfel(String(input)) },
        ),
        ersattare: enAv(
          insatsfolk.map(({ id }) => id),
          'Välj ersättare.',
        ),
        fler: fleraAv(
          andra(underlag).map(({ id }) => id),
          'Välj bland personerna i listan.',
        ),
        skal: text('Skriv varför personens uppgifter skyddas.'),
      }),
      svar,
    );
    if (!last.ok) return last;
    const { ersattare, fler, ...formular } = last.varde;
    return { ok: true, data: fler.length > 0 ? { ersattare, fler } : { ersattare }, formular };
  },
  Falt: ({ svar, errors, underlag }) => (
    <>
      <Falt
        name="alias"
        label="Alias"
        hint="Ett påhittat namn som inte liknar personens eget."
        errors={errors['alias']}
        value={ett(svar, 'alias')}
      />
      <Valjare
        name="ersattare"
        label="Ersättare"
        hint="Den som tar över när den ansvariga är borta."
        errors={errors['ersattare']}
        tomt="Välj person"
        options={namngivna(underlag.insatsfolk ?? [])}
        value={ett(svar, 'ersattare')}
        bredd="full"
      />
      <Kryssrutor
        name="fler"
        label="Fler som behöver se ärendet"
        hint="Minst en av de namngivna behöver vara sammankallande. Remittenten ser inte längre sin remiss om hen inte är namngiven, och teamet och styrgruppen kan inte svara."
        errors={errors['fler']}
        options={andra(underlag).map(({ id, namn, verksamhet, remittent }) => ({
          value: id,
          label: `${namn}, ${verksamhet}${remittent ? ', har skickat remissen' : ''}`,
        }))}
        value={flera(svar, 'fler')}
      />
      <Textruta name="skal" label="Skäl" errors={errors['skal']} value={ett(svar, 'skal')} max={MAX.text} />
    </>
  ),
  knapp: ({ lage }) => (lage.skyddad ? 'Spara vilka som är namngivna' : 'Registrera skyddade personuppgifter'),
  kvitto: () => 'Personen har skyddade personuppgifter. Bara de som är namngivna ser ärendet.',
  hinderfalt: {
    samma_person: 'ersattare',
    ersattare: 'ersattare',
    okand_namngiven: 'fler',
    utan_sammankallande: 'fler',
    koordinator_borta: 'fler',
  },
};
