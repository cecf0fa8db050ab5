import { z } from 'zod';
import { enkatsvar } from '../../domain/koder.js';
import { orsakKraverOverlamning, sysselsattningKraverOverlamning } from '../../domain/overlamning.js';
import { koderFor } from '../../domain/profilkoder.js';
import { kortaSamtycken } from '../../domain/uppfoljning.js';
import { formatDatum } from '../components/format.js';
import { Radiogrupp } from '../components/form/val.js';
import { Valjare } from '../components/form/valjare.js';
import { Meddelande } from '../components/meddelande.js';
import { ett, type Beslutsformular, type FaltProps, type Formularunderlag, type Svar } from './formular.js';
import { Kodsvarsfalt, kodsvar } from './kodsvar.js';
import { harOverlamning, Overlamningsfalt, overlamningsfalt, overlamningsfel } from './overlamning.js';
import { enAv, jaNejEllerInget, kod, read, steg, samband } from './regler.js';
import { Trappa } from './trappa.js';
import { alternativ, JA_NEJ } from './val.js';

/** Nobody is asked what a person does who has died, or was registered by mistake. */
const UTAN_LAGE: readonly string[] = ['avliden', 'felregistrering'];
const hasLage = (svar: Svar): boolean => !UTAN_LAGE.includes(ett(svar, 'orsak'));
const missing = (mening: string) => (svar: Svar) => (hasLage(svar) ? mening : undefined);

function readAll(svar: Svar, { profil }: Formularunderlag) {
  const listor = koderFor(profil);
  const schema = z
    .object({
      orsak: enAv(Object.keys(listor.avslutsorsaker), 'Välj varför insatsen avslutades.'),
      steg,
      enkat: z.preprocess(
        (value) => (value === '' ? undefined : value),
        kod(enkatsvar, 'Välj hur det gick med enkäten.').optional(),
      ),
      farKontaktas: jaNejEllerInget,
      ...overlamningsfalt,
    })
    .refine(
      ({ farKontaktas }) => farKontaktas !== undefined || !hasLage(svar),
      samband('farKontaktas', 'Välj om personen får kontaktas för uppföljningen.'),
    )
    .refine(({ enkat }) => enkat !== undefined || !hasLage(svar), samband('enkat', 'Välj hur det gick med enkäten.'));
  return {
    bas: read(schema, svar),
    gor: read(
      kodsvar('sysselsattning', listor.sysselsattningar, missing('Välj vad personen gör efter avslutet.')),
      svar,
    ),
    lever: read(
      kodsvar('forsorjning', listor.forsorjningar, missing('Välj personens försörjning efter avslutet.')),
      svar,
    ),
  };
}

/** A samtycke that ends before the follow-up is over is told of here, while the person is still at hand (design 2.11). */
function Samtyckesvarning({ lage, verksamheter }: Formularunderlag) {
  const korta = kortaSamtycken(lage);
  if (korta.length === 0) return null;
  const namn = (id: string) => verksamheter.find((one) => one.id === id)?.namn ?? 'en verksamhet';
  return (
    <Meddelande typ="warning" rubrik="Samtycke tar slut före uppföljningen">
      {korta.map(({ verksamhet, till }) => (
        <p key={verksamhet}>{`Samtycket för ${namn(verksamhet)} gäller till och med ${formatDatum(till)}.`}</p>
      ))}
      <p>Be personen om ett längre samtycke, så att uppföljningen kan göras.</p>
    </Meddelande>
  );
}

function Falten(props: FaltProps) {
  const { svar, errors, underlag } = props;
  const listor = koderFor(underlag.profil);
  return (
    <>
      <Samtyckesvarning {...underlag} />
      <Valjare
        name="orsak"
        label="Orsak till avslutet"
        errors={errors['orsak']}
        tomt="Välj orsak"
        options={alternativ(listor.avslutsorsaker)}
        value={ett(svar, 'orsak')}
        bredd="full"
      />
      <Kodsvarsfalt
        name="sysselsattning"
        lista={listor.sysselsattningar}
        label="Sysselsättning efter avslutet"
        hint="Ange upp till tre."
        svar={svar}
        errors={errors}
      />
      <Kodsvarsfalt
        name="forsorjning"
        lista={listor.forsorjningar}
        label="Försörjning efter avslutet"
        hint="Ange upp till tre."
        svar={svar}
        errors={errors}
      />
      <Trappa {...props} />
      <Radiogrupp
        name="enkat"
        label="Avslutsenkät"
        hint="Alla deltagare erbjuds enkäten."
        errors={errors['enkat']}
        options={alternativ(enkatsvar)}
        value={ett(svar, 'enkat')}
      />
      <Radiogrupp
        name="farKontaktas"
        label="Får personen kontaktas för uppföljningen efter 90 dagar?"
        errors={errors['farKontaktas']}
        options={JA_NEJ}
        value={ett(svar, 'farKontaktas')}
        rad
      />
      {underlag.lage.overlamnad ? null : (
        <>
          <h2>Överlämning</h2>
          <p>Fyll i när personen går tillbaka till en myndighet. Ingen överlämning är registrerad än.</p>
          <Overlamningsfalt {...props} />
        </>
      )}
    </>
  );
}

/** Why the participation ended and what came after (design 2.10). */
export const avslutsuppgifter: Beslutsformular<'avslutsuppgifter'> = {
  typ: 'avslutsuppgifter',
  ingress: () => 'Orsak, sysselsättning och försörjning anges var för sig och gäller läget vid avslutet.',
  prov: () => ({ orsak: 'annan' }),
  tolka(svar, underlag) {
    const { bas, gor, lever } = readAll(svar, underlag);
    const errors: Record<string, readonly string[] | undefined> = Object.assign(
      {},
      ...[bas, gor, lever].map((one) => (one.ok ? {} : one.errors)),
    );
    if (bas.ok && (kravs(bas.varde.orsak, gor, underlag) || harOverlamning(bas.varde)))
      Object.assign(errors, overlamningsfel(bas.varde));
    if (!bas.ok || !gor.ok || !lever.ok || Object.keys(errors).length > 0) return { ok: false, errors };
    const { orsak, farKontaktas = false, ...formular } = bas.varde;
    return {
      ok: true,
      data: { orsak, farKontaktas, overlamning: harOverlamning(formular) },
      formular: { ...formular, farKontaktas, sysselsattning: gor.varde, forsorjning: lever.varde },
    };
  },
  Falt: Falten,
  knapp: () => 'Komplettera avslutet',
  kvitto: ({ orsak }) =>
    UTAN_LAGE.includes(orsak)
      ? 'Avslutet är komplett och ärendet stängt.'
      : 'Avslutet är komplett. Uppföljningen öppnas av sig själv.',
  hinderfalt: { overlamning_saknas: 'overlamningTill' },
};

/** Whether somebody has to take over who has not been told of yet. */
const kravs = (orsak: string, gor: ReturnType<typeof readAll>['gor'], { lage }: Formularunderlag): boolean =>
  !lage.overlamnad &&
  !UTAN_LAGE.includes(orsak) &&
  (orsakKraverOverlamning(orsak) || (gor.ok && sysselsattningKraverOverlamning(gor.varde)));
