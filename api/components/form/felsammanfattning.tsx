import type { VNode } from 'preact';
import { Ikon } from '../ikon.js';
import { SakerLank } from '../saker-lank.js';

/** Errors by field name; the name is also the id of the field unless the form gave another. */
export type FaltFel = Readonly<Record<string, readonly string[] | undefined>>;

export interface FelsammanfattningProps {
  errors: FaltFel;
  /** Errors that belong to no field. */
  ovriga?: readonly string[];
}

/** Number of errors in all, for deciding whether there is anything to show. */
export function antalFel(errors: FaltFel): number {
  return Object.values(errors).reduce((sum, one) => sum + (one?.length ?? 0), 0);
}

function heading(count: number): string {
  return count === 1 ? 'Ett svar behöver rättas' : `${count} svar behöver rättas`;
}

/** What is wrong, above the form: links to the fields, takes focus when the page arrives. Nothing without errors. */
export function Felsammanfattning({ errors, ovriga = [] }: FelsammanfattningProps): VNode | null {
  const rows = Object.entries(errors).flatMap(([name, texts]) => (texts ?? []).map((text) => ({ name, text })));
  if (rows.length + ovriga.length === 0) return null;
  return (
    <section
      class="meddelande meddelande--error felsammanfattning"
      aria-labelledby="fel-rubrik"
      tabindex={-1}
      data-fokus=""
    >
      <Ikon namn="fel" class="meddelande__ikon" />
      <div class="meddelande__text">
        <h2 class="meddelande__rubrik" id="fel-rubrik">
          {rows.length > 0 ? heading(rows.length) : 'Det gick inte att spara'}
        </h2>
        <ul class="felsammanfattning__lista">
          {rows.map(({ name, text }) => (
            <li key={`${name}-${text}`}>
              <SakerLank href={`#${name}`}>{text}</SakerLank>
            </li>
          ))}
          {ovriga.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}
