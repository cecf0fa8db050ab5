import type { ComponentChildren, VNode } from 'preact';
import { Ikon } from '../ikon.js';

/** What every field has in common, so that a form can be written as data. */
export interface FaltBas {
  /** Name in the posted form. */
  name: string;
  /** Defaults to the name; the error summary links to it. */
  id?: string;
  label: string;
  hint?: string;
  /** What is wrong and what to do, in Swedish; empty or absent when nothing is. */
  errors?: readonly string[];
  /** Adds "(frivilligt)" to the label. */
  frivillig?: boolean;
}

/** Attributes that tie a control to its label, hint and errors. */
export interface FaltAria {
  'aria-labelledby': string;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
}

/** Id of the control of a field. */
export function faltId({ id, name }: FaltBas): string {
  return id ?? name;
}

function describedBy(falt: FaltBas): string | undefined {
  const id = faltId(falt);
  const parts = [falt.hint && `${id}-hint`, falt.errors?.length && `${id}-fel`].filter(Boolean);
  return parts.length > 0 ? parts.join(' ') : undefined;
}

/**
 * Hint and errors stand inside the label, where a click on them reaches the field. The accessible name
 * is still the label's text alone; the rest is its description and is not read out twice.
 */
export function faltAria(falt: FaltBas): FaltAria {
  return {
    'aria-labelledby': `${faltId(falt)}-etikett`,
    'aria-describedby': describedBy(falt),
    'aria-invalid': falt.errors?.length ? 'true' : undefined,
  };
}

/** Label text, hint and errors, for a `<label>` or a `<legend>`. */
export function etikettInnehall(falt: FaltBas): VNode {
  const id = faltId(falt);
  return (
    <>
      <span id={`${id}-etikett`}>
        {falt.label}
        {falt.frivillig && <span class="falt__frivillig"> (frivilligt)</span>}
      </span>
      {falt.hint && (
        <span class="label__description" id={`${id}-hint`}>
          {falt.hint}
        </span>
      )}
      {falt.errors && falt.errors.length > 0 && (
        <span class="falt__fel" id={`${id}-fel`}>
          {falt.errors.map((error) => (
            <span class="label__message label__message--error" key={error}>
              <Ikon namn="fel" />
              <span class="sr-only">Fel: </span>
              {error}
            </span>
          ))}
        </span>
      )}
    </>
  );
}

/** The box around one control: FKUI's class names with our marking of errors. */
export function FaltRam({ falt, typ, children }: { falt: FaltBas; typ: string; children: ComponentChildren }): VNode {
  const failed = falt.errors && falt.errors.length > 0;
  return (
    <div class={`${typ} falt${failed ? ` ${typ}--error falt--fel` : ''}`}>
      <label class="label" for={faltId(falt)}>
        {etikettInnehall(falt)}
      </label>
      {children}
    </div>
  );
}
