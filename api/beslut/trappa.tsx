import type { VNode } from 'preact';
import { Radiogrupp } from '../components/form/val.js';
import { ett, type FaltProps } from './formular.js';

/** The participant's self-rating on the insats's five-step ladder; may be left out. */
export function Trappa({ svar, errors, underlag }: FaltProps): VNode {
  return (
    <Radiogrupp
      name="steg"
      label="Deltagarens egen skattning på utvecklingstrappan"
      frivillig
      errors={errors['steg']}
      options={[
        ...underlag.profil.utvecklingstrappa.map((namn, index) => ({
          value: String(index + 1),
          label: `${index + 1}. ${namn}`,
        })),
        { value: '', label: 'Ingen skattning' },
      ]}
      value={ett(svar, 'steg')}
    />
  );
}
