import type { VNode } from 'preact';
import type { Insatsprofil } from '../../../domain/insatsprofil.js';
import { enkatsvar, kontaktsatt, uppfoljningsresultat } from '../../../domain/koder.js';
import { koderFor } from '../../../domain/profilkoder.js';
import { Definitionslista } from '../../components/definitionslista.js';
import { formatDatum } from '../../components/format.js';
import { Kort } from '../../components/kort.js';
import { Tabell } from '../../components/tabell.js';
import type { Arendeoversikt } from '../../queries/arendeoversikt.js';
import { jaNej, kodsvarstext, ord } from './ord.js';

function Uppfoljning({
  oversikt: { uppfoljning, kodsvar },
  profil,
}: {
  oversikt: Arendeoversikt;
  profil: Insatsprofil;
}): VNode | null {
  if (!uppfoljning) return null;
  const { resultat, datum, text } = uppfoljning;
  const listor = koderFor(profil);
  return (
    <Kort rubrik="90-dagarsuppföljning">
      <Definitionslista
        rader={[
          { term: 'Resultat', varde: ord(uppfoljningsresultat, resultat) },
          { term: 'Gäller', varde: formatDatum(datum) },
          ...(resultat === 'nadd'
            ? [
                {
                  term: 'Sysselsättning',
                  varde: kodsvarstext(kodsvar, 'uppfoljning', 'sysselsattning', listor.sysselsattningar),
                },
                {
                  term: 'Försörjning',
                  varde: kodsvarstext(kodsvar, 'uppfoljning', 'forsorjning', listor.forsorjningar),
                },
              ]
            : []),
          ...(text ? [{ term: 'Kommentar', varde: text }] : []),
        ]}
      />
    </Kort>
  );
}

function Kontaktforsok({ oversikt: { kontaktforsok }, profil }: { oversikt: Arendeoversikt; profil: Insatsprofil }) {
  if (kontaktforsok.length === 0) return null;
  return (
    <Kort rubrik="Kontaktförsök">
      <Tabell
        id="kontaktforsok"
        caption={`${kontaktforsok.length} av högst ${profil.kontaktforsok} försök`}
        rows={kontaktforsok}
        rowKey={({ nr }) => String(nr)}
        columns={[
          { rubrik: 'Datum', cell: ({ datum }) => datum, obruten: true, radrubrik: true },
          { rubrik: 'Hur', cell: ({ satt }) => ord(kontaktsatt, satt) },
          { rubrik: 'Nåddes', cell: ({ naddes }) => jaNej(naddes) },
        ]}
      />
    </Kort>
  );
}

function Avslut({
  oversikt: { avslut, kodsvar },
  profil,
}: {
  oversikt: Arendeoversikt;
  profil: Insatsprofil;
}): VNode | null {
  if (!avslut) return null;
  const {
    avslutsdatum,
    analys,
    forslag,
    enkat,
    overlamningTill,
    overlamningKontakt,
    overlamningMottagen,
    orsak,
    farKontaktas,
  } = avslut;
  const listor = koderFor(profil);
  const mottagen = overlamningMottagen === undefined ? '' : overlamningMottagen ? ', mottagen' : ', inte mottagen än';
  return (
    <Kort rubrik="Avslut">
      <Definitionslista
        rader={[
          { term: 'Avslutsdatum', varde: formatDatum(avslutsdatum) },
          { term: 'Orsak', varde: ord(listor.avslutsorsaker, orsak) },
          {
            term: 'Sysselsättning efter',
            varde: kodsvarstext(kodsvar, 'avslut', 'sysselsattning', listor.sysselsattningar),
          },
          { term: 'Försörjning efter', varde: kodsvarstext(kodsvar, 'avslut', 'forsorjning', listor.forsorjningar) },
          { term: 'Analys', varde: analys },
          ...(forslag ? [{ term: 'Förslag framöver', varde: forslag }] : []),
          {
            term: 'Överlämning',
            varde: overlamningTill
              ? `${overlamningTill}, ${overlamningKontakt ?? 'ingen kontaktperson'}${mottagen}`
              : 'Ingen',
          },
          ...(enkat ? [{ term: 'Avslutsenkät', varde: ord(enkatsvar, enkat) }] : []),
          { term: 'Får kontaktas', varde: jaNej(farKontaktas) },
        ]}
      />
    </Kort>
  );
}

/** What followed on the participation: the follow-up, the attempts to reach the person, the avslut. */
export function Avslutning({ oversikt, profil }: { oversikt: Arendeoversikt; profil: Insatsprofil }): VNode {
  return (
    <>
      <Uppfoljning oversikt={oversikt} profil={profil} />
      <Kontaktforsok oversikt={oversikt} profil={profil} />
      <Avslut oversikt={oversikt} profil={profil} />
    </>
  );
}
