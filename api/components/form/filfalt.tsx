import type { VNode } from 'preact';
import type { FaltBas } from './falt-ram.js';
import { FaltRam, faltAria, faltId } from './falt-ram.js';

export interface FilfaltProps extends FaltBas {
  /** Endings that the browser offers first; the server asks the content. */
  accept?: string;
  flera?: boolean;
}

/** One or more files. A browser never fills this field in again: after an error they are chosen anew. */
export function Filfalt(props: FilfaltProps): VNode {
  const { accept, flera } = props;
  return (
    <FaltRam falt={props} typ="text-field">
      <input
        class="text-field__input falt__bredd--full"
        type="file"
        id={faltId(props)}
        name={props.name}
        accept={accept}
        multiple={flera}
        {...faltAria(props)}
      />
    </FaltRam>
  );
}
