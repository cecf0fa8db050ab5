import type { VNode } from 'preact';
import { kon, syften, tiderIOffentligForsorjning, utbildningar } from '../../../domain/koder.js';
import type { Insatsprofil } from '../../../domain/insatsprofil.js';
import { kommunNamn } from '../../../domain/kommuner.js';
import { koderVidRemiss, rollord } from '../../../domain/profilkoder.js';
import { Definitionslista } from '../../components/definitionslista.js';
import { formatDatum } from '../../components/format.js';
import { Kort } from '../../components/kort.js';
import type { Arendehuvud } from '../../queries/arende.js';
import type { Arendeoversikt } from '../../queries/arendeoversikt.js';
import { personnamn } from './namn.js';
import { jaNej, kodsvarstext, ord } from './ord.js';

interface Rad {
  term: string;
  varde: string | undefined;
}

/** Only what was answered: an empty line says nothing on a case page. */
const answered = (rader: readonly Rad[]): Rad[] => rader.filter(({ varde }) => varde !== undefined && varde !== '');

const formatPersonnummer = (tolv: string | undefined): string | undefined => tolv?.replace(/^(\d{8})(\d{4})$/, '$1-$2');

/** Who the case is about, and how to reach her. */
export function Person({
  oversikt: { person, remiss },
  arende,
}: {
  oversikt: Arendeoversikt;
  arende: Arendehuvud;
}): VNode {
  return (
    <Kort rubrik="Personen">
      <Definitionslista
        rader={answered([
          { term: 'Namn', varde: personnamn(arende) },
          { term: 'Personnummer', varde: formatPersonnummer(person.personnummer) },
          { term: 'Född', varde: person.personnummer ? undefined : String(person.fodelsear) },
          { term: 'Kön', varde: ord(kon, person.kon) },
          { term: 'Kommun', varde: remiss.kommun && kommunNamn(remiss.kommun) },
          { term: 'Telefon', varde: remiss.telefon },
          { term: 'E-post', varde: remiss.epost },
          { term: 'Språk', varde: remiss.sprak },
          { term: 'Tolk', varde: remiss.tolk ? 'Behövs' : undefined },
          { term: 'Remittent', varde: `${arende.remittent.namn}, ${remiss.verksamhet}` },
          { term: rollord(arende.profil, 'koordinator'), varde: arende.koordinator?.namn },
        ])}
      />
      {person.skyddad && <p>Personuppgifterna är skyddade: nummer, kommun och kontaktuppgifter visas inte här.</p>}
    </Kort>
  );
}

/** What the remittent was asked to add, and what she answered; the latest on top. */
export function Kompletteringar({ oversikt: { kompletteringar } }: { oversikt: Arendeoversikt }): VNode {
  return (
    <>
      {kompletteringar.toReversed().map(({ id, begard, fraga, svar, svarad }) => (
        <Kort key={id} rubrik="Komplettering av remissen">
          <Definitionslista
            rader={answered([
              { term: 'Begärd', varde: formatDatum(begard) },
              { term: 'Fråga', varde: fraga },
              { term: 'Svar', varde: svar ?? 'Inget svar än' },
              { term: 'Svarade', varde: svarad && formatDatum(svarad) },
            ])}
          />
        </Kort>
      ))}
    </>
  );
}

/** What the remittent sent. */
export function Remiss({
  oversikt: { remiss, kodsvar },
  profil,
}: {
  oversikt: Arendeoversikt;
  profil: Insatsprofil;
}): VNode {
  const { forsorjningar, sysselsattningar } = koderVidRemiss(profil);
  return (
    <Kort rubrik="Remissen">
      <Definitionslista
        rader={answered([
          { term: 'Inskickad', varde: formatDatum(remiss.inskickad) },
          { term: 'Syfte', varde: ord(syften, remiss.syfte) },
          { term: 'Fråga till teamet', varde: remiss.fraga },
          { term: 'Personens situation', varde: remiss.problembild },
          { term: 'Försörjning', varde: kodsvarstext(kodsvar, 'remiss', 'forsorjning', forsorjningar) },
          { term: 'Sysselsättning', varde: kodsvarstext(kodsvar, 'remiss', 'sysselsattning', sysselsattningar) },
          { term: 'Utbildning', varde: ord(utbildningar, remiss.utbildning) },
          {
            term: 'Tid i offentlig försörjning',
            varde: ord(tiderIOffentligForsorjning, remiss.tidIOffentligForsorjning),
          },
          { term: 'Involverade', varde: remiss.involverade },
          { term: 'Nollplacerad', varde: jaNej(remiss.nollplacerad) },
          { term: 'Skyndsamt', varde: remiss.skyndsam ? (remiss.skyndsamSkal ?? 'Ja') : undefined },
          { term: 'Undantag från villkoren', varde: remiss.behorighetSkal },
        ])}
      />
    </Kort>
  );
}
