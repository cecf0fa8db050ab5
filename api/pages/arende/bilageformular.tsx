import type { VNode } from 'preact';
import { beslut } from '../../../domain/faser.js';
import { bilageslag, type Bilageslag } from '../../../domain/koder.js';
import type { FranBeslut } from '../../beslut/fran-beslut.js';
import type { FaltFel } from '../../components/form/felsammanfattning.js';
import { Filfalt } from '../../components/form/filfalt.js';
import { Formular } from '../../components/form/formular.js';
import { Radiogrupp } from '../../components/form/val.js';
import { formatTal } from '../../components/format.js';
import { Knapp, Knapprad, Lankknapp } from '../../components/knapp.js';
import { ANDELSER, FILFALT } from '../../http/uppladdning.js';
import { beslutsadress } from './vy.js';

/** A file's size as it is read: `12 kB`, `1,4 MB`. */
export function formatStorlek(bytes: number): string {
  const kb = Math.max(1, Math.round(bytes / 1024));
  return kb < 1024 ? `${formatTal(kb)} kB` : `${formatTal(Math.round(bytes / 1024 / 102.4) / 10)} MB`;
}

/** Where a file is read. */
export const bilageadress = (id: string): string => `/bilagor/${id}`;

/** What an upload form holds when it is shown. */
export interface Uppladdningslage {
  /** The same form sent twice is one upload. */
  readonly formularId: string;
  readonly errors: FaltFel;
  /** The kind that was chosen. */
  readonly slag?: string | undefined;
}

interface BilageformularProps {
  readonly action: string;
  readonly csrf: string;
  readonly lage: Uppladdningslage;
  /** The kinds to choose among; one is chosen by itself. */
  readonly slag?: readonly Bilageslag[];
}

/** The form that takes files. */
export function Bilageformular({ action, csrf, lage, slag = [] }: BilageformularProps): VNode {
  return (
    <Formular action={action} csrf={csrf} beslutId={lage.formularId} multipart>
      {slag.length > 1 && (
        <Radiogrupp
          name="slag"
          label="Vad är det för dokument?"
          errors={lage.errors['slag']}
          options={slag.map((value) => ({ value, label: bilageslag[value] }))}
          value={lage.slag ?? ''}
        />
      )}
      <Filfalt
        name={FILFALT}
        label="Filer"
        hint="Högst 5 filer åt gången, högst 10 MB var: PDF, PNG, JPEG, Word (docx), OpenDocument (odt) eller text (txt)."
        errors={lage.errors[FILFALT]}
        accept={ANDELSER}
        flera
      />
      <Knapprad>
        <Knapp>Ladda upp</Knapp>
      </Knapprad>
    </Formular>
  );
}

/** The way back to the form that the page of files was opened from. */
export function TillbakaTillBeslut({ nummer, fran }: { nummer: string; fran: FranBeslut | undefined }): VNode | null {
  if (!fran) return null;
  return (
    <Knapprad>
      <Lankknapp variant="primary" href={beslutsadress(nummer, fran.typ, fran.ref)}>
        Tillbaka till: {beslut[fran.typ].toLocaleLowerCase('sv')}
      </Lankknapp>
    </Knapprad>
  );
}
