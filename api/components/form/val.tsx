import type { ComponentChildren, VNode } from 'preact';
import type { FaltBas } from './falt-ram.js';
import { etikettInnehall, faltAria, faltId } from './falt-ram.js';

export interface Alternativ {
  value: string;
  label: string;
  hint?: string;
}

interface GruppProps extends FaltBas {
  options: readonly Alternativ[];
  /** Side by side, for two or three short answers. */
  rad?: boolean;
}

export interface RadiogruppProps extends GruppProps {
  value?: string;
}

export interface KryssrutorProps extends GruppProps {
  value?: readonly string[];
}

export interface KryssrutaProps extends FaltBas {
  checked?: boolean;
  /** Posted when ticked. */
  value?: string;
}

/** The first control carries the field's own id, so that the error summary's link lands on it. */
function optionId(falt: FaltBas, index: number): string {
  return index === 0 ? faltId(falt) : `${faltId(falt)}-${index + 1}`;
}

function Grupp({
  falt,
  typ,
  rad,
  children,
}: {
  falt: FaltBas;
  typ: 'radio' | 'checkbox';
  rad?: boolean;
  children: ComponentChildren;
}): VNode {
  const { 'aria-invalid': invalid, ...aria } = faltAria(falt);
  // A fieldset is a plain group, where aria-invalid means nothing; on a radiogroup it does.
  const radio = typ === 'radio' ? { role: 'radiogroup' as const, 'aria-invalid': invalid } : {};
  return (
    <div class={`falt val${invalid ? ' falt--fel' : ''}`}>
      <fieldset class="fieldset" {...aria} {...radio}>
        <legend class="label fieldset__label">{etikettInnehall(falt)}</legend>
        <div class={rad ? 'val__lista val__lista--rad' : 'val__lista'}>{children}</div>
      </fieldset>
    </div>
  );
}

function Ruta({
  falt,
  typ,
  option,
  index,
  checked,
}: {
  falt: FaltBas;
  typ: 'radio' | 'checkbox';
  option: Alternativ;
  index: number;
  checked: boolean;
}): VNode {
  const id = optionId(falt, index);
  const block = typ === 'radio' ? 'radio-button' : 'checkbox';
  return (
    <div class={`${block} val__rad`}>
      <input
        class={`${block}__input`}
        type={typ}
        id={id}
        name={falt.name}
        value={option.value}
        checked={checked}
        aria-describedby={option.hint ? `${id}-val-hint` : undefined}
        aria-invalid={typ === 'checkbox' && falt.errors?.length ? 'true' : undefined}
      />
      <label class={`${block}__label`} for={id}>
        {option.label}
      </label>
      {option.hint && (
        <p class="val__hint" id={`${id}-val-hint`}>
          {option.hint}
        </p>
      )}
    </div>
  );
}

/** One answer out of a few. Nothing is chosen beforehand unless `value` says so. */
export function Radiogrupp({ options, rad, value, ...falt }: RadiogruppProps): VNode {
  return (
    <Grupp falt={falt} typ="radio" rad={rad}>
      {options.map((option, index) => (
        <Ruta
          key={option.value}
          falt={falt}
          typ="radio"
          option={option}
          index={index}
          checked={option.value === value}
        />
      ))}
    </Grupp>
  );
}

/** Any number of answers. */
export function Kryssrutor({ options, rad, value = [], ...falt }: KryssrutorProps): VNode {
  return (
    <Grupp falt={falt} typ="checkbox" rad={rad}>
      {options.map((option, index) => (
        <Ruta
          key={option.value}
          falt={falt}
          typ="checkbox"
          option={option}
          index={index}
          checked={value.includes(option.value)}
        />
      ))}
    </Grupp>
  );
}

/** One statement to agree to. Posts `value` (default `ja`) when ticked, nothing otherwise. */
export function Kryssruta({ checked = false, value = 'ja', ...falt }: KryssrutaProps): VNode {
  const { 'aria-labelledby': labelledBy, ...aria } = faltAria(falt);
  const failed = falt.errors && falt.errors.length > 0;
  return (
    <div class={`checkbox val__rad falt${failed ? ' falt--fel' : ''}`}>
      <input
        class="checkbox__input"
        type="checkbox"
        id={faltId(falt)}
        name={falt.name}
        value={value}
        checked={checked}
        aria-labelledby={labelledBy}
        {...aria}
      />
      <label class="checkbox__label" for={faltId(falt)}>
        {etikettInnehall(falt)}
      </label>
    </div>
  );
}
