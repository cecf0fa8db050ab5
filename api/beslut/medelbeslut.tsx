import { z } from 'zod';
import { hindrasAvEgetForslag } from '../../domain/eget-forslag.js';
import { medelutfall } from '../../domain/koder.js';
import type { Medelforslag } from '../../domain/lage.js';
import { Definitionslista } from '../components/definitionslista.js';
import { formatKronor } from '../components/format.js';
import { Falt } from '../components/form/falt.js';
import { Radiogrupp } from '../components/form/val.js';
import { Textruta } from '../components/form/textruta.js';
import { Kort } from '../components/kort.js';
import { ett, type Beslutsformular, type Formularunderlag, type OppetMedelforslag } from './formular.js';
import { Riktlinjer, valfriaKronor } from './medel.js';
import { enAv, kod, MAX, read, samband, valfriText } from './regler.js';
import { alternativ } from './val.js';

/** The proposals of the ärende that this person decides on, as the case knows them. */
const attBesluta = ({ lage, relationer }: Formularunderlag): readonly Medelforslag[] =>
  (lage.medel ?? []).filter(({ beslutas }) => relationer.includes(beslutas));

const oppna = ({ medel }: Formularunderlag): readonly OppetMedelforslag[] => medel?.forslag ?? [];

/** The proposal that the address names, or the only one. */
const valt = (underlag: Formularunderlag): OppetMedelforslag | undefined =>
  oppna(underlag).find(({ id }) => id === underlag.ref) ??
  (oppna(underlag).length === 1 ? oppna(underlag)[0] : undefined);

function Forslag({ vad, motivering, belopp, extern, beslutas, av }: OppetMedelforslag) {
  return (
    <Kort rubrik={`Förslag: ${vad}`}>
      <Definitionslista
        rader={[
          { term: 'Belopp', varde: formatKronor(belopp) },
          { term: 'Varför', varde: motivering },
          { term: 'Extern specialist', varde: extern ? 'Ja' : 'Nej' },
          { term: 'Föreslaget av', varde: av },
          { term: 'Beslutas av', varde: beslutas === 'styrgrupp' ? 'Styrgruppen' : 'Sammankallande' },
        ]}
      />
    </Kort>
  );
}

/** A proposal of kompetenshöjande medel is decided (design 2.7). */
export const medelbeslut: Beslutsformular<'medelbeslut'> = {
  typ: 'medelbeslut',
  prov: (underlag) => ({ forslag: attBesluta(underlag)[0]?.id ?? '', utfall: 'avslag' }),
  // one that somebody else made can still be decided
  hinder(underlag) {
    const { profil, personId } = underlag;
    const hinder = attBesluta(underlag).map(({ av }) => hindrasAvEgetForslag(av, personId, profil));
    return hinder.every((one) => one !== undefined) ? hinder[0] : undefined;
  },
  forval(underlag): Record<string, string> {
    const forslag = valt(underlag);
    return forslag ? { forslag: forslag.id, belopp: String(forslag.belopp) } : {};
  },
  tolka(svar, underlag) {
    const ids = oppna(underlag).map(({ id }) => id);
    const last = read(
      z
        .object({
          forslag: enAv(ids, 'Välj vilket förslag beslutet gäller.'),
          utfall: kod(medelutfall, 'Välj om inköpet beviljas eller avslås.'),
          belopp: valfriaKronor,
          motivering: valfriText(),
        })
        .refine(
          ({ utfall, motivering }) => utfall !== 'avslag' || motivering !== undefined,
          samband('motivering', 'Skriv varför förslaget avslås.'),
        )
        .refine(({ utfall, belopp }) => utfall !== 'bifall' || belopp !== undefined, {
          ...samband('belopp', 'Ange i hela kronor hur mycket som beviljas.'),
          when: ({ issues }) => issues.every(({ path }) => path?.[0] !== 'belopp'),
        }),
      svar,
    );
    if (!last.ok) return last;
    const { forslag, utfall, belopp, motivering } = last.varde;
    return {
      ok: true,
      data: utfall === 'bifall' && belopp !== undefined ? { forslag, utfall, belopp } : { forslag, utfall },
      formular: { motivering },
    };
  },
  Falt: ({ svar, errors, underlag }) => (
    <>
      <Riktlinjer {...underlag} />
      {oppna(underlag).map((forslag) => (
        <Forslag key={forslag.id} {...forslag} />
      ))}
      <Radiogrupp
        name="forslag"
        label="Vilket förslag gäller beslutet?"
        errors={errors['forslag']}
        options={oppna(underlag).map(({ id, vad, belopp }) => ({
          value: id,
          label: `${vad}, ${formatKronor(belopp)}`,
        }))}
        value={ett(svar, 'forslag')}
      />
      <Radiogrupp
        name="utfall"
        label="Beslut"
        errors={errors['utfall']}
        options={alternativ(medelutfall)}
        value={ett(svar, 'utfall')}
        rad
      />
      <Falt
        name="belopp"
        label="Beviljat belopp i kronor"
        hint="Högst det föreslagna. Används bara när inköpet beviljas."
        inputmode="numeric"
        bredd="kort"
        errors={errors['belopp']}
        value={ett(svar, 'belopp')}
      />
      <Textruta
        name="motivering"
        label="Motivering"
        hint="Behövs vid avslag."
        errors={errors['motivering']}
        value={ett(svar, 'motivering')}
        max={MAX.text}
      />
    </>
  ),
  knapp: () => 'Besluta om medlen',
  kvitto: ({ utfall, belopp }) =>
    utfall === 'bifall' && belopp !== undefined ? `${formatKronor(belopp)} är beviljade.` : 'Förslaget är avslaget.',
  hinderfalt: {
    utan_forslag: 'forslag',
    eget_forslag: 'forslag',
    belopp: 'belopp',
    mer_an_foreslaget: 'belopp',
    over_arssumman: 'belopp',
  },
};
