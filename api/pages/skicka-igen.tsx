import type { VNode } from 'preact';
import { Knapp, Knapprad, Lankknapp } from '../components/knapp.js';
import { Sida } from '../components/sida.js';
import { Sidhuvud } from '../components/sidhuvud.js';
import type { FormFields } from '../http/csrf.js';
import type { Sidram } from '../http/page-frame.js';
import { ANEW } from '../login/fresh-login.js';
import { KEEP_ADDRESS, KEPT_TARGET, KEPT_TOKEN, type KeptForm } from '../login/kept-form.js';

function Hidden({ fields }: { fields: FormFields }): VNode {
  const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const));
  return (
    <>
      {pairs.map(([name, value], index) => (
        <input key={index} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

/** One button that sends the same fields to the same place. */
export function ResendForm({ form, text }: { form: KeptForm; text: string }): VNode {
  return (
    <form method="post" action={form.till}>
      <Hidden fields={form.fields} />
      <Knapprad>
        <Knapp variant="primary">{text}</Knapp>
      </Knapprad>
    </form>
  );
}

/** One button that keeps the form while its author logs in. */
function KeepForm({ form, ram, anew, text }: { form: KeptForm; ram: Sidram; anew?: boolean; text: string }): VNode {
  const fields = { ...form.fields, [KEPT_TARGET]: form.till, [KEPT_TOKEN]: form.formToken, _csrf: ram.csrf };
  return (
    <form method="post" action={anew ? `${KEEP_ADDRESS}?${ANEW}=ja` : KEEP_ADDRESS}>
      <Hidden fields={fields} />
      <Knapprad>
        <Knapp variant="primary">{text}</Knapp>
      </Knapprad>
    </form>
  );
}

/** After a session has ended in the middle of a form: log in again without losing what was typed. */
export function LoginAndContinuePage({ form, ram }: { form: KeptForm; ram: Sidram }): VNode {
  return (
    <Sida {...ram} titel="Du har blivit utloggad" smal>
      <Sidhuvud
        rubrik="Du har blivit utloggad"
        ingress="Det du skrev finns kvar, men har inte skickats. Logga in igen, så kan du skicka det."
      />
      <KeepForm {...{ form, ram }} text="Logga in och fortsätt" />
    </Sida>
  );
}

const WHY_AGAIN = 'Det du är på väg att göra kräver att du loggade in för högst tio minuter sedan.';

/** Before a sensitive action whose form has been sent: log in once more without losing what was typed. */
export function ConfirmAndContinuePage({ form, ram }: { form: KeptForm; ram: Sidram }): VNode {
  return (
    <Sida {...ram} titel="Bekräfta att det är du" smal>
      <Sidhuvud
        rubrik="Bekräfta att det är du"
        ingress={`${WHY_AGAIN} Logga in igen, så kommer du tillbaka. Det du skrev finns kvar, men har inte skickats.`}
      />
      <KeepForm {...{ form, ram }} anew text="Logga in och fortsätt" />
    </Sida>
  );
}

/** Before a sensitive page: log in once more. */
export function ConfirmPage({ href, ram }: { href: string; ram: Sidram }): VNode {
  return (
    <Sida {...ram} titel="Bekräfta att det är du" smal>
      <Sidhuvud rubrik="Bekräfta att det är du" ingress={`${WHY_AGAIN} Logga in igen, så kommer du till sidan.`} />
      <Knapprad>
        <Lankknapp variant="primary" href={href}>
          Logga in och fortsätt
        </Lankknapp>
      </Knapprad>
    </Sida>
  );
}

/** Logged in, with a form from before: one button sends what was typed. */
export function SendAgainPage({ form, ram }: { form: KeptForm; ram: Sidram }): VNode {
  return (
    <Sida {...ram} titel="Skicka det du skrev" smal>
      <Sidhuvud
        rubrik="Skicka det du skrev"
        ingress="Du loggades in på nytt innan formuläret skickades. Det du skrev finns kvar och har inte skickats än."
      />
      <ResendForm form={{ ...form, fields: { ...form.fields, _csrf: ram.csrf } }} text="Skicka nu" />
    </Sida>
  );
}
