import type { VNode } from 'preact';
import { SakerLank } from '../../components/saker-lank.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import type { Sidram } from '../../http/page-frame.js';

/** `/tillganglighet`: what is tested, what is not, and where to report; `kontakter` are the kansli's mail addresses. */
export function TillganglighetPage({ ram, kontakter }: { ram: Sidram; kontakter: readonly string[] }): VNode {
  return (
    <Sida {...ram} titel="Tillgänglighet" smal>
      <Sidhuvud
        rubrik="Tillgänglighet"
        ingress="Remissflöde är byggt för att alla ska kunna använda det, också med tangentbord, skärmläsare eller stor text."
      />
      <h2>Vad vi siktar på</h2>
      <p>
        Målet är WCAG 2.2 nivå AA. Tjänsten har inte granskats av någon utomstående, och vi påstår därför inte att den
        helt uppfyller kraven.
      </p>
      <h2>Vad som är prövat</h2>
      <ul>
        <li>Sidorna prövas automatiskt med verktygen axe och html-validate när programmet ändras.</li>
        <li>Listor och komponenter prövas i en webbläsare från 320 bildpunkters bredd utan sidledsrullning.</li>
        <li>Komponenterna prövas med text i dubbel storlek.</li>
        <li>Sidorna fungerar utan JavaScript, och färg är aldrig ensam bärare av information.</li>
      </ul>
      <h2>Vad som inte är prövat</h2>
      <ul>
        <li>Ingen systematisk prövning med skärmläsare eller av personer med funktionsnedsättning har gjorts.</li>
        <li>På smala skärmar rullar kansliets tabell över faser i sidled i sin egen ruta.</li>
        <li>Inloggningen sker hos din egen organisation och omfattas inte av den här beskrivningen.</li>
      </ul>
      <h2>Säg till om något inte fungerar</h2>
      {kontakter.length > 0 ? (
        <>
          <p>Skriv till kansliet och berätta vilken sida det gäller och vad du försökte göra:</p>
          <ul>
            {kontakter.map((epost) => (
              <li key={epost}>
                <SakerLank href={`mailto:${epost}`}>{epost}</SakerLank>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>Kontakta kansliet i ditt samordningsförbund. När du är inloggad visas adressen här.</p>
      )}
      <p>Skriv inget om enskilda personer i mejlet. Ärendenummer räcker.</p>
    </Sida>
  );
}
