import type { VNode } from 'preact';
import { formatTal } from '../format.js';
import type { FaltBas } from './falt-ram.js';
import { FaltRam, faltAria, faltId } from './falt-ram.js';

export interface TextrutaProps extends FaltBas {
  value?: string;
  rows?: number;
  /** Characters allowed; told in the hint and checked by the server. */
  max?: number;
}

/** Several lines of text. With scripts, a line below tells what is left when the limit comes near. */
export function Textruta(props: TextrutaProps): VNode {
  const { value, rows = 5, max } = props;
  const limit = max === undefined ? undefined : `Högst ${formatTal(max)} tecken.`;
  const hint = [props.hint, limit].filter(Boolean).join(' ') || undefined;
  const falt: FaltBas = { ...props, hint };
  const id = faltId(falt);
  return (
    <FaltRam falt={falt} typ="textarea-field">
      <textarea
        class="textarea-field__textarea textarea-field__resize--vertical"
        id={id}
        name={props.name}
        rows={rows}
        data-max={max}
        {...faltAria(falt)}
      >
        {/* The parser drops the first line break of a textarea; one more keeps what was typed. */}
        {`\n${value ?? ''}`}
      </textarea>
      {max !== undefined && <output class="falt__raknare" id={`${id}-raknare`} />}
    </FaltRam>
  );
}
