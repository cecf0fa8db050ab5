import type { VNode } from 'preact';
import { Formular } from '../components/form/formular.js';
import { Knapp, Knapprad, Lankknapp } from '../components/knapp.js';
import { Sida } from '../components/sida.js';
import { Sidhuvud } from '../components/sidhuvud.js';
import type { Sidram } from '../http/page-frame.js';
import { ANEW } from '../login/fresh-login.js';

/** Before the organisations' login; with what was typed kept, when a form was sent without being logged in. */
export function LoginPage({ action, behallet, ram }: { action: string; behallet: boolean; ram: Sidram }): VNode {
  return (
    <Sida {...ram} titel="Logga in" smal>
      <Sidhuvud
        rubrik="Logga in"
        ingress={
          behallet
            ? 'Det du skrev finns kvar. När du har loggat in kan du skicka det.'
            : 'Du loggar in med din organisations inloggning.'
        }
      />
      <Formular action={action} csrf={ram.csrf}>
        <Knapprad>
          <Knapp variant="primary">Logga in</Knapp>
        </Knapprad>
      </Formular>
    </Sida>
  );
}

/** After logging out. */
export function LoggedOutPage({ ram }: { ram: Sidram }): VNode {
  return (
    <Sida {...ram} titel="Du är utloggad" smal>
      <Sidhuvud rubrik="Du är utloggad" ingress="Stäng webbläsaren om fler använder datorn." />
      <Knapprad>
        <Lankknapp variant="primary" href="/logga-in">
          Logga in igen
        </Lankknapp>
      </Knapprad>
    </Sida>
  );
}

/** The login came back without a person: broken off, too old, or not started here. */
export function LoginFailedPage({ ram }: { ram: Sidram }): VNode {
  return (
    <Sida {...ram} titel="Inloggningen avbröts" smal>
      <Sidhuvud
        rubrik="Inloggningen avbröts"
        ingress="Du är inte inloggad. Det kan bero på att inloggningen tog för lång tid eller att webbläsaren inte tillåter kakor."
      />
      <Knapprad>
        <Lankknapp variant="primary" href="/logga-in">
          Försök igen
        </Lankknapp>
      </Knapprad>
    </Sida>
  );
}

/** The same, for somebody who is logged in and was to prove once more who she is. */
export function ProofFailedPage({ ram }: { ram: Sidram }): VNode {
  return (
    <Sida {...ram} titel="Inloggningen avbröts" smal>
      <Sidhuvud
        rubrik="Inloggningen avbröts"
        ingress="Du är kvar i Remissflöde, men det gick inte att bekräfta att det är du. Det du var på väg att göra är inte gjort."
      />
      <Knapprad>
        <Lankknapp variant="primary" href="/">
          Till startsidan
        </Lankknapp>
      </Knapprad>
    </Sida>
  );
}

/** The provider knows the person, but let her in by less than what is demanded here. */
export function WeakProofPage({ ram }: { ram: Sidram }): VNode {
  return (
    <Sida {...ram} titel="Logga in på ett säkrare sätt" smal>
      <Sidhuvud
        rubrik="Logga in på ett säkrare sätt"
        ingress="Det sätt som du loggade in på räcker inte för Remissflöde. Försök igen och välj till exempel e-legitimation eller tjänstekort."
      />
      <Knapprad>
        <Lankknapp variant="primary" href={`/logga-in?${ANEW}=ja`}>
          Logga in igen
        </Lankknapp>
      </Knapprad>
    </Sida>
  );
}

/** The provider knows the person, but Remissflöde does not, or not any longer. */
export function NoAccountPage({ ram }: { ram: Sidram }): VNode {
  return (
    <Sida {...ram} titel="Du har inget konto i Remissflöde" smal>
      <Sidhuvud
        rubrik="Du har inget konto i Remissflöde"
        ingress="Inloggningen lyckades, men du är inte upplagd här, eller ditt konto är avstängt. Kontakta förvaltaren i din organisation."
      />
      <form method="post" action="/logga-ut">
        <input type="hidden" name="_csrf" value={ram.csrf} />
        <Knapprad>
          <Knapp variant="primary">Logga ut och byt konto</Knapp>
        </Knapprad>
      </form>
    </Sida>
  );
}
