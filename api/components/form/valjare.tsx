import type { VNode } from 'preact';
import { Ikon } from '../ikon.js';
import type { FaltBas } from './falt-ram.js';
import { FaltRam, faltAria, faltId } from './falt-ram.js';

type Alternativ = readonly { value: string; label: string }[];

export interface ValjareProps extends FaltBas {
  value?: string;
  options?: Alternativ;
  /** Under headings, below those that stand under none. */
  grupper?: readonly { label: string; options: Alternativ }[];
  /** The first, empty choice: "Välj kommun". Without it the first option is chosen from the start. */
  tomt?: string;
  bredd?: 'kort' | 'medel' | 'full';
}

function Val({ options, value }: { options: Alternativ; value: string | undefined }): VNode {
  return (
    <>
      {options.map((option) => (
        <option key={option.value} value={option.value} selected={option.value === value}>
          {option.label}
        </option>
      ))}
    </>
  );
}

/** One answer out of many. For up to six or seven, `Radiogrupp` is easier. */
export function Valjare(props: ValjareProps): VNode {
  const { value, options = [], grupper = [], tomt, bredd = 'medel' } = props;
  return (
    <FaltRam falt={props} typ="select-field">
      <div class={`select-field__icon-wrapper falt__bredd--${bredd}`}>
        <select class="select-field__select" id={faltId(props)} name={props.name} {...faltAria(props)}>
          {tomt !== undefined && <option value="">{tomt}</option>}
          <Val options={options} value={value} />
          {grupper.map((grupp) => (
            <optgroup key={grupp.label} label={grupp.label}>
              <Val options={grupp.options} value={value} />
            </optgroup>
          ))}
        </select>
        <Ikon namn="nedat" class="select-field__icon valjare__pil" />
      </div>
    </FaltRam>
  );
}
