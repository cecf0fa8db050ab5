import type { VNode } from 'preact';
import { bakgrundsslag } from '../../../domain/bakgrundsinsyn.js';
import { kon, syften, tiderIOffentligForsorjning, uppgiftsslag, utbildningar } from '../../../domain/koder.js';
import { kommunNamn } from '../../../domain/kommuner.js';
import { koderVidRemiss, rollord } from '../../../domain/profilkoder.js';
import { Definitionslista } from '../../components/definitionslista.js';
import { formatDatum } from '../../components/format.js';
import { Kort } from '../../components/kort.js';
import type { Arendehuvud } from '../../queries/arende.js';
import type { Arendeoversikt } from '../../queries/arendeoversikt.js';
import { personnamn } from './namn.js';
import { jaNej, kodsvarstext, ord } from './ord.js';
import type { Arendevy } from './vy.js';

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

const eller = new Intl.ListFormat('sv-SE', { type: 'disjunction' });

/** The background as answered, without the kinds of information that samtycke does not open to the reader. */
function bakgrund({ remiss, kodsvar }: Arendeoversikt, { arende: { profil }, stangdaSlag }: Arendevy): Rad[] {
  const { forsorjningar, sysselsattningar } = koderVidRemiss(profil);
  const rader: readonly (Rad & { falt: keyof typeof bakgrundsslag })[] = [
    {
      falt: 'forsorjning',
      term: 'Försörjning',
      varde: kodsvarstext(kodsvar, 'remiss', 'forsorjning', forsorjningar),
    },
    {
      falt: 'sysselsattning',
      term: 'Sysselsättning',
      varde: kodsvarstext(kodsvar, 'remiss', 'sysselsattning', sysselsattningar),
    },
    { falt: 'utbildning', term: 'Utbildning', varde: ord(utbildningar, remiss.utbildning) },
    {
      falt: 'tidIOffentligForsorjning',
      term: 'Tid i offentlig försörjning',
      varde: ord(tiderIOffentligForsorjning, remiss.tidIOffentligForsorjning),
    },
    { falt: 'involverade', term: 'Involverade', varde: remiss.involverade },
  ];
  return rader
    .filter(({ falt }) => !stangdaSlag.includes(bakgrundsslag[falt]))
    .map(({ term, varde }) => ({ term, varde }));
}

function Stangt({ vy: { stangdaSlag } }: { vy: Arendevy }): VNode | null {
  if (stangdaSlag.length === 0) return null;
  const slag = eller.format(stangdaSlag.map((kod) => uppgiftsslag[kod].toLocaleLowerCase('sv')));
  return <p>Samtycket omfattar inte {slag}. De uppgifterna visas därför inte för din verksamhet.</p>;
}

/** What the remittent sent, as far as samtycke opens it to the reader. */
export function Remiss({ oversikt, vy }: { oversikt: Arendeoversikt; vy: Arendevy }): VNode {
  const { remiss } = oversikt;
  return (
    <Kort rubrik="Remissen">
      <Definitionslista
        rader={answered([
          { term: 'Inskickad', varde: formatDatum(remiss.inskickad) },
          { term: 'Syfte', varde: ord(syften, remiss.syfte) },
          { term: 'Fråga till teamet', varde: remiss.fraga },
          { term: 'Personens situation', varde: remiss.problembild },
          ...bakgrund(oversikt, vy),
          { term: 'Nollplacerad', varde: jaNej(remiss.nollplacerad) },
          { term: 'Skyndsamt', varde: remiss.skyndsam ? (remiss.skyndsamSkal ?? 'Ja') : undefined },
          { term: 'Undantag från villkoren', varde: remiss.behorighetSkal },
        ])}
      />
      <Stangt vy={vy} />
    </Kort>
  );
}
