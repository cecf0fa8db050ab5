import type { VNode } from 'preact';
import type { FaltBas } from './falt-ram.js';
import { FaltRam, faltAria, faltId } from './falt-ram.js';

export interface FaltProps extends FaltBas {
  value?: string;
  type?: 'text' | 'email' | 'tel' | 'search';
  /** Keyboard on a phone; `numeric` for personnummer, years and sums. */
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel';
  /** About as wide as the answer is long. */
  bredd?: 'kort' | 'medel' | 'full';
  /** `off` unless the answer is about the person who types. */
  autocomplete?: string;
}

/** One line of text. No `maxlength`: a pasted answer is never cut in silence, the server tells instead. */
export function Falt(props: FaltProps): VNode {
  const { type = 'text', inputmode, bredd = 'medel', autocomplete = 'off', value } = props;
  return (
    <FaltRam falt={props} typ="text-field">
      <input
        class={`text-field__input falt__bredd--${bredd}`}
        type={type}
        list={undefined}
        id={faltId(props)}
        name={props.name}
        value={value ?? ''}
        inputmode={inputmode}
        autocomplete={autocomplete}
        {...faltAria(props)}
      />
    </FaltRam>
  );
}

/**
 * A date as text, `ÅÅÅÅ-MM-DD`. Not the browser's date picker: it hides what was typed wrong,
 * follows the computer's language and is hard to use with a screen reader.
 */
export function Datumfalt({ hint, ...props }: Omit<FaltProps, 'type' | 'inputmode' | 'bredd'>): VNode {
  const format = 'Skriv ÅÅÅÅ-MM-DD.';
  return <Falt {...props} hint={hint ? `${hint} ${format}` : format} inputmode="numeric" bredd="kort" />;
}
