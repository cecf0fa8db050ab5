import type { VNode } from 'preact';
import { Ikon } from '../ikon.js';
import type { FaltBas } from './falt-ram.js';
import { FaltRam, faltAria, faltId } from './falt-ram.js';

export interface ValjareProps extends FaltBas {
  value?: string;
  options: readonly { value: string; label: string }[];
  /** The first, empty choice: "Välj kommun". Without it the first option is chosen from the start. */
  tomt?: string;
  bredd?: 'kort' | 'medel' | 'full';
}

/** One answer out of many. For up to six or seven, `Radiogrupp` is easier. */
export function Valjare(props: ValjareProps): VNode {
  const { value, options, tomt, bredd = 'medel' } = props;
  return (
    <FaltRam falt={props} typ="select-field">
      <div class={`select-field__icon-wrapper falt__bredd--${bredd}`}>
        <select class="select-field__select" id={faltId(props)} name={props.name} {...faltAria(props)}>
          {tomt !== undefined && <option value="">{tomt}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} selected={option.value === value}>
              {option.label}
            </option>
          ))}
        </select>
        <Ikon namn="nedat" class="select-field__icon valjare__pil" />
      </div>
    </FaltRam>
  );
}
