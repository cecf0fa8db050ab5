import type { VNode } from 'preact';
import type { Bilageslag } from '../../domain/koder.js';
import type { FaltFel } from '../components/form/felsammanfattning.js';
import { Kryssrutor } from '../components/form/val.js';
import { Valjare } from '../components/form/valjare.js';
import { SakerLank } from '../components/saker-lank.js';
import { ett, flera, type Formularunderlag, type Svar, type Val } from './formular.js';
import { namngivna } from './val.js';

/** Of the ärende's files that the reader may see, those of some kinds. */
export const bilagorAv = ({ bilagor = [] }: Formularunderlag, slag: readonly Bilageslag[]): readonly Val[] =>
  bilagor.filter((one) => slag.includes(one.slag));

interface BilagevalProps {
  readonly label: string;
  readonly slag: readonly Bilageslag[];
  readonly svar: Svar;
  readonly errors: FaltFel;
  readonly underlag: Formularunderlag;
}

/** Where a file is added that is not in the list. */
function Uppladdning({ underlag: { bilageadress } }: Pick<BilagevalProps, 'underlag'>): VNode | null {
  if (bilageadress === undefined) return null;
  return (
    <p>
      Saknas filen? <SakerLank href={bilageadress}>Ladda upp den först</SakerLank>, så kommer du tillbaka hit och kan
      välja den.
    </p>
  );
}

/** The files that belong to the decision. */
export function Bilageval({ label, slag, svar, errors, underlag }: BilagevalProps): VNode {
  const valbara = bilagorAv(underlag, slag);
  return (
    <>
      {valbara.length > 0 && (
        <Kryssrutor
          name="bilagor"
          label={label}
          frivillig
          errors={errors['bilagor']}
          options={namngivna(valbara)}
          value={flera(svar, 'bilagor')}
        />
      )}
      <Uppladdning underlag={underlag} />
    </>
  );
}

/** The one file that the decision rests on. */
export function Bilagevaljare({ label, slag, svar, errors, underlag }: BilagevalProps): VNode {
  const valbara = bilagorAv(underlag, slag);
  return (
    <>
      {valbara.length > 0 && (
        <Valjare
          name="bilaga"
          label={label}
          frivillig
          tomt="Ingen fil"
          errors={errors['bilaga']}
          options={namngivna(valbara)}
          value={ett(svar, 'bilaga')}
        />
      )}
      <Uppladdning underlag={underlag} />
    </>
  );
}
