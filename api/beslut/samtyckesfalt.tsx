import type { VNode } from 'preact';
import { kanHaVardnadshavare, type Alderspost } from '../../domain/behorighet.js';
import { koder, samtyckesformer, samtyckesgivare, uppgiftsslag, type Uppgiftsslag } from '../../domain/koder.js';
import type { Dag } from '../../domain/kalender/kalender.js';
import type { FaltFel } from '../components/form/felsammanfattning.js';
import { Datumfalt, Falt } from '../components/form/falt.js';
import { Textruta } from '../components/form/textruta.js';
import { Kryssruta, Kryssrutor, Radiogrupp } from '../components/form/val.js';
import { ett, flera, type FaltProps, type Svar } from './formular.js';
import { dag, fleraAv, kod, MAX, ruta, text, valfriDag, valfriText } from './regler.js';
import { alternativ, namngivna } from './val.js';

/** The purpose that most samtycken have; changed where the person has agreed to something else. */
export const STANDARDANDAMAL =
  'Att verksamheterna tillsammans ska kunna ge råd om, planera och samordna stödet till personen.';

const MAX_ANDAMAL = 500;

/** Names of the fields below, in the order in which they stand. */
export const SAMTYCKESFALT = [
  'giltigtFran',
  'giltigtTill',
  'form',
  'lamnatAv',
  'andamal',
  'insatser',
  'samtyckesTolk',
  'samtyckesSprak',
] as const;

/** What is asked of a samtycke, whoever it is for. */
export interface Samtyckesfraga {
  readonly idag: Dag;
  /** What tells how old the person is, as far as it is known. */
  readonly fodd?: Alderspost | undefined;
  /** The insatser that it can name beside the one of the ärende; the id is the insats's kod. */
  readonly andraInsatser: readonly { readonly id: string; readonly namn: string }[];
}

/** Rules of the fields below. */
export const samtyckesregler = (svar: Svar, { idag, fodd, andraInsatser }: Samtyckesfraga) => ({
  giltigtFran: dag('Ange från vilken dag samtycket gäller.'),
  giltigtTill: valfriDag,
  form: kod(samtyckesformer, 'Välj hur samtycket har lämnats.'),
  lamnatAv: kod(samtyckesgivare, 'Välj vem som har lämnat samtycket.').refine(
    (av) => av !== 'vardnadshavare' || fodd === undefined || kanHaVardnadshavare(fodd, idag),
    'Vårdnadshavare kan lämna samtycke bara för den som är 16 eller 17 år. Välj personen själv eller en ställföreträdare.',
  ),
  andamal: text('Skriv vad uppgifterna får användas till.', MAX_ANDAMAL),
  insatser: fleraAv(
    andraInsatser.map(({ id }) => id),
    'Välj bland de insatser som står i listan.',
  ),
  samtyckesTolk: ruta,
  samtyckesSprak:
    ett(svar, 'samtyckesTolk') === ''
      ? valfriText(MAX.rad)
      : text('Ange vilket språk tolken talade när samtycket lämnades.', MAX.rad),
});

/** What the fields hold when they are first shown. */
export const samtyckesforval: Svar = { lamnatAv: 'personen', andamal: STANDARDANDAMAL };

/** The kinds of information that a samtycke covers; at least one. */
export const slagregel = fleraAv(koder(uppgiftsslag), 'Välj bland de slag av uppgifter som står i listan.')
  .refine((slag) => slag.length > 0, 'Kryssa i minst ett slag av uppgifter.')
  .transform((slag) => slag as Uppgiftsslag[]);

/** The answers of the fields in the words of a stored samtycke. */
export const samtyckestext = <S extends { samtyckesSprak?: string | undefined; samtyckesTolk: boolean }>({
  samtyckesSprak,
  samtyckesTolk,
  ...rest
}: S) => ({ ...rest, tolk: samtyckesTolk, ...(samtyckesSprak === undefined ? {} : { sprak: samtyckesSprak }) });

interface SamtyckesfaltProps {
  readonly svar: Svar;
  readonly errors: FaltFel;
  readonly andraInsatser: Samtyckesfraga['andraInsatser'];
}

/** Whom a samtycke opens the ärende to, and to what. `hint`: what the choice has to cover. */
export const Samtyckesval = ({ svar, errors, underlag, hint }: FaltProps & { hint?: string }): VNode => (
  <>
    <Kryssrutor
      name="verksamheter"
      label="Vilka verksamheter gäller samtycket?"
      {...(hint === undefined ? {} : { hint })}
      errors={errors['verksamheter']}
      value={flera(svar, 'verksamheter')}
      options={namngivna(underlag.samtyckesval)}
    />
    <Kryssrutor
      name="uppgiftsslag"
      label="Vad får de ta del av?"
      errors={errors['uppgiftsslag']}
      value={flera(svar, 'uppgiftsslag')}
      options={alternativ(uppgiftsslag)}
    />
  </>
);

/** When a samtycke holds, how and by whom it was given, for what, and in which language. */
export function Samtyckesfalt(props: SamtyckesfaltProps): VNode {
  const { svar, errors, andraInsatser } = props;
  return (
    <>
      <Giltighet {...props} />
      <Radiogrupp
        name="lamnatAv"
        label="Vem har lämnat samtycket?"
        errors={errors['lamnatAv']}
        value={ett(svar, 'lamnatAv')}
        options={alternativ(samtyckesgivare)}
      />
      <Textruta
        name="andamal"
        label="Vad får uppgifterna användas till?"
        max={MAX_ANDAMAL}
        rows={3}
        errors={errors['andamal']}
        value={ett(svar, 'andamal')}
      />
      {andraInsatser.length > 0 && (
        <Kryssrutor
          name="insatser"
          label="Andra insatser som samtycket också nämner"
          hint="Den insats som ärendet gäller ingår alltid. Nämner samtycket fler kan ärendet skickas vidare dit."
          frivillig
          errors={errors['insatser']}
          value={flera(svar, 'insatser')}
          options={namngivna(andraInsatser)}
        />
      )}
      <Kryssruta
        name="samtyckesTolk"
        label="Samtycket lämnades med tolk"
        errors={errors['samtyckesTolk']}
        checked={ett(svar, 'samtyckesTolk') !== ''}
      />
      <Falt
        name="samtyckesSprak"
        label="På vilket språk?"
        hint="Behövs om det lämnades med tolk."
        errors={errors['samtyckesSprak']}
        value={ett(svar, 'samtyckesSprak')}
      />
    </>
  );
}

const Giltighet = ({ svar, errors }: SamtyckesfaltProps): VNode => (
  <>
    <Datumfalt
      name="giltigtFran"
      label="Samtycket gäller från och med"
      errors={errors['giltigtFran']}
      value={ett(svar, 'giltigtFran')}
    />
    <Datumfalt
      name="giltigtTill"
      label="Samtycket gäller till och med"
      hint="Lämna tomt om det gäller tills personen tar tillbaka det."
      frivillig
      errors={errors['giltigtTill']}
      value={ett(svar, 'giltigtTill')}
    />
    <Radiogrupp
      name="form"
      label="Hur lämnades samtycket?"
      errors={errors['form']}
      value={ett(svar, 'form')}
      options={alternativ(samtyckesformer)}
    />
  </>
);
