import type { VNode } from 'preact';
import { Radiogrupp } from '../components/form/val.js';
import { ett, type FaltProps } from './formular.js';

/**
 * The participant's self-rating on the insats's five-step ladder.
 *
 * @param kravs whether it has to be given; otherwise it may be left out
 */
export function Trappa({ svar, errors, underlag, kravs = false }: FaltProps & { kravs?: boolean }): VNode {
  return (
    <Radiogrupp
      name="steg"
      label="Deltagarens egen skattning på utvecklingstrappan"
      frivillig={!kravs}
      errors={errors['steg']}
      options={[
        ...underlag.profil.utvecklingstrappa.map((namn, index) => ({
          value: String(index + 1),
          label: `${index + 1}. ${namn}`,
        })),
        ...(kravs ? [] : [{ value: '', label: 'Ingen skattning' }]),
      ]}
      value={ett(svar, 'steg')}
    />
  );
}
