import type { VNode } from 'preact';
import { Knapprad, Lankknapp } from '../components/knapp.js';
import { Sida } from '../components/sida.js';
import { Sidhuvud } from '../components/sidhuvud.js';
import type { HttpProblem } from '../http/errors.js';
import type { Sidram } from '../http/page-frame.js';
import type { KeptForm } from '../login/kept-form.js';
import { ResendForm } from './skicka-igen.js';

export interface ErrorPageProps {
  problem: HttpProblem;
  /** the id that also stands in the log */
  id?: string;
  ram?: Sidram;
  /** a form that could not be taken now, and may be sent again */
  form?: KeptForm;
}

/** Instead of the page asked for: what went wrong in the person's words, and the way out. */
export function ErrorPage({ problem, id, ram, form }: ErrorPageProps): VNode {
  const utvag = problem.utvag ?? { text: 'Till startsidan', href: '/' };
  return (
    <Sida {...ram} titel={problem.rubrik} smal>
      <Sidhuvud
        rubrik={problem.rubrik}
        ingress={form ? `${problem.text} Det du skrev finns kvar, och sparas bara en gång.` : problem.text}
      />
      {form ? (
        <ResendForm form={form} text="Skicka igen" />
      ) : (
        <Knapprad>
          <Lankknapp variant="primary" href={utvag.href}>
            {utvag.text}
          </Lankknapp>
        </Knapprad>
      )}
      {id && (
        <p class="dampad">
          Felnummer: <code>{id}</code>
        </p>
      )}
    </Sida>
  );
}
