import { z } from 'zod';
import { installningar, koder, planlagen } from '../../domain/koder.js';
import { Datumfalt, Falt } from '../components/form/falt.js';
import { Radiogrupp } from '../components/form/val.js';
import { Textruta } from '../components/form/textruta.js';
import { DelmalFalt, delmalSvar, readDelmal } from './delmal.js';
import { ett, type Beslutsformular, type FaltProps, type Svar } from './formular.js';
import { dag, enAv, jaNejEllerInget, kod, MAX, read, samband, text, valfriText } from './regler.js';
import { alternativ, JA_NEJ } from './val.js';

const isGallande = (svar: { lage?: unknown }): boolean => svar.lage === 'gallande';

/** What a plan in force needs and a draft may leave open, with what is said when it is missing. */
const KRAVS = {
  uppfoljning: 'Skriv hur och när planen följs upp.',
  ansvar: 'Skriv vem som ansvarar för vad.',
  deltog: 'Skriv hur och när deltagaren var med och gjorde planen.',
  installning: 'Välj deltagarens inställning till planen.',
  kopiaSprak: 'Skriv på vilket språk deltagaren fick kopian.',
} as const;

const bas = z.object({
  lage: kod(planlagen, 'Välj om planen är ett utkast eller gäller.'),
  datum: dag('Ange planens datum.'),
  mal: text('Skriv målet med planen.'),
  uppfoljning: valfriText(),
  ansvar: valfriText(),
  deltog: valfriText(),
  installning: enAv(['', ...koder(installningar)], 'Välj ett av svaren.'),
  invandning: valfriText(),
  kopiaLamnad: jaNejEllerInget,
  kopiaSprak: valfriText(MAX.rad),
  tolk: jaNejEllerInget,
});
type Plan = z.output<typeof bas>;

const missing = (falt: keyof typeof KRAVS) =>
  [(plan: Plan) => !isGallande(plan) || (plan[falt] ?? '') !== '', samband(falt, KRAVS[falt])] as const;

const schema = bas
  .refine(...missing('uppfoljning'))
  .refine(...missing('ansvar'))
  .refine(...missing('deltog'))
  .refine(...missing('installning'))
  .refine(...missing('kopiaSprak'))
  .refine(
    (plan) => !isGallande(plan) || plan.kopiaLamnad === true,
    samband('kopiaLamnad', 'Lämna en kopia till deltagaren, eller spara planen som utkast.'),
  )
  .refine((plan) => !isGallande(plan) || plan.tolk !== undefined, samband('tolk', 'Välj om tolk var med.'))
  .refine(
    (plan) => plan.installning !== 'invander' || plan.invandning !== undefined,
    samband('invandning', 'Skriv vad deltagaren invänder mot.'),
  );

const fromLast = (plan: NonNullable<FaltProps['underlag']['plan']>): Svar => ({
  mal: plan.mal,
  uppfoljning: plan.uppfoljning,
  ansvar: plan.ansvar,
  ...delmalSvar(plan.delmal),
});

/** How the participant took part: asked for when the plan comes into force. */
function Deltagandefalt({ svar, errors }: FaltProps) {
  return (
    <>
      <h2>Deltagarens medverkan</h2>
      <p>Det här behövs för att planen ska gälla. Ett utkast kan sparas utan.</p>
      <Textruta
        name="deltog"
        label="Hur och när var deltagaren med?"
        errors={errors['deltog']}
        value={ett(svar, 'deltog')}
        max={MAX.text}
      />
      <Radiogrupp
        name="installning"
        label="Deltagarens inställning"
        errors={errors['installning']}
        options={alternativ(installningar)}
        value={ett(svar, 'installning')}
      />
      <Textruta
        name="invandning"
        label="Vad invänder deltagaren mot?"
        hint="Behövs om deltagaren har invändningar."
        errors={errors['invandning']}
        value={ett(svar, 'invandning')}
        max={MAX.text}
      />
      <Radiogrupp
        name="kopiaLamnad"
        label="Har deltagaren fått en kopia av planen?"
        errors={errors['kopiaLamnad']}
        options={JA_NEJ}
        value={ett(svar, 'kopiaLamnad')}
        rad
      />
      <Falt name="kopiaSprak" label="Kopians språk" errors={errors['kopiaSprak']} value={ett(svar, 'kopiaSprak')} />
      <Radiogrupp
        name="tolk"
        label="Var tolk med?"
        errors={errors['tolk']}
        options={JA_NEJ}
        value={ett(svar, 'tolk')}
        rad
      />
    </>
  );
}

/** A version of the shared plan (design 2.6). */
export const genomforandeplan: Beslutsformular<'genomforandeplan'> = {
  typ: 'genomforandeplan',
  ingress: ({ lage: { plan } }) =>
    plan
      ? `Det här blir version ${plan.version + 1}. Texten kommer från version ${plan.version}, som finns kvar.`
      : 'Planen görs tillsammans med deltagaren, som äger den.',
  prov: ({ idag }) => ({ datum: idag, lage: 'utkast' }),
  forval: ({ idag, plan }) => ({ datum: idag, ...(plan && fromLast(plan)) }),
  tolka(svar) {
    const last = read(schema, svar);
    const rows = readDelmal(svar);
    const errors = { ...(last.ok ? {} : last.errors), ...rows.errors };
    if (isGallande({ lage: ett(svar, 'lage') }) && rows.delmal.length === 0 && !rows.errors['delmal-1'])
      errors['delmal-1'] = ['Skriv minst ett delmål.'];
    if (!last.ok || Object.keys(errors).length > 0) return { ok: false, errors };
    const { lage, datum, installning, kopiaLamnad, uppfoljning = '', ansvar = '', tolk = false, ...rest } = last.varde;
    return {
      ok: true,
      data: {
        lage,
        datum,
        ...(installning === 'godkanner' || installning === 'invander' ? { installning } : {}),
        ...(kopiaLamnad === undefined ? {} : { kopiaLamnad }),
      },
      formular: { ...rest, delmal: rows.delmal, uppfoljning, ansvar, tolk },
    };
  },
  Falt: (props) => {
    const { svar, errors } = props;
    return (
      <>
        <Datumfalt name="datum" label="Planens datum" errors={errors['datum']} value={ett(svar, 'datum')} />
        <Textruta name="mal" label="Mål" errors={errors['mal']} value={ett(svar, 'mal')} max={MAX.text} />
        <DelmalFalt {...props} />
        <Textruta
          name="uppfoljning"
          label="Uppföljning"
          hint="Hur och när ni ser om planen fungerar."
          frivillig
          errors={errors['uppfoljning']}
          value={ett(svar, 'uppfoljning')}
          max={MAX.text}
        />
        <Textruta
          name="ansvar"
          label="Ansvar"
          hint="Vem som gör vad: deltagaren, koordinatorn och varje verksamhet."
          frivillig
          errors={errors['ansvar']}
          value={ett(svar, 'ansvar')}
          max={MAX.text}
        />
        <Deltagandefalt {...props} />
        <Radiogrupp
          name="lage"
          label="Planen är"
          errors={errors['lage']}
          options={alternativ(planlagen)}
          value={ett(svar, 'lage')}
        />
      </>
    );
  },
  knapp: () => 'Spara planen',
  kvitto: ({ lage }) => (lage === 'gallande' ? 'Planen gäller.' : 'Utkastet är sparat.'),
  hinderfalt: {
    framtida_datum: 'datum',
    fore_start: 'datum',
    utan_deltagaren: 'installning',
    utan_kopia: 'kopiaLamnad',
  },
};
