import type { VNode } from 'preact';
import { beslut as beslutslista, type Beslutstyp } from '../../../domain/faser.js';
import { Knapprad, Lankknapp } from '../../components/knapp.js';
import { Kort } from '../../components/kort.js';
import { Utfallbar } from '../../components/utfallbar.js';
import { nastaKnappar } from './nasta-knappar.js';
import { beslutsadress, type Arendevy } from './vy.js';

/** What a decision is about, in the order in which the groups are shown. */
const grupper = {
  remiss: 'Remiss och inskrivning',
  moten: 'Möten och samverkan',
  planering: 'Planering',
  tid: 'Insatstid',
  pengar: 'Pengar',
  samtycke: 'Samtycke och identitet',
  avslut: 'Avslut',
  rattelser: 'Rättelser',
} as const;
type Grupp = keyof typeof grupper;

const GRUPP: Readonly<Record<Beslutstyp, Grupp>> = {
  granskning: 'remiss',
  komplettering: 'remiss',
  utebliven_komplettering: 'remiss',
  atertagande: 'remiss',
  identifiering: 'samtycke',
  skyndsamhet: 'moten',
  yttrande: 'moten',
  rekommendation: 'moten',
  rekommendationsrattelse: 'rattelser',
  styrgruppsbeslut: 'moten',
  aterkoppling: 'moten',
  utebliven_aterkoppling: 'moten',
  atgardsrapport: 'moten',
  forgruppsstart: 'remiss',
  forgruppsresultat: 'remiss',
  personens_svar: 'remiss',
  ej_aktuell: 'avslut',
  inskrivning: 'remiss',
  koprioritet: 'remiss',
  erbjudandekontakt: 'remiss',
  erbjudandesvar: 'remiss',
  kartlaggning: 'planering',
  utan_kartlaggning: 'planering',
  sparbyte: 'planering',
  genomforandeplan: 'planering',
  skattning: 'planering',
  fasbyte: 'planering',
  planuppfoljning: 'planering',
  flerpartsmote: 'moten',
  teamlyft: 'moten',
  teamlyftsvar: 'moten',
  styrgruppslyft: 'moten',
  avvikelse: 'moten',
  medelforslag: 'pengar',
  medelbeslut: 'pengar',
  aktivitet: 'planering',
  aktivitetsslut: 'planering',
  ersattningsansokan: 'pengar',
  ersattningsbeslut: 'pengar',
  paus: 'tid',
  pausslut: 'tid',
  insatstidsoversyn: 'tid',
  forlangningsforslag: 'tid',
  forlangning: 'tid',
  undantag: 'tid',
  koordinatorsbyte: 'planering',
  overlamning: 'planering',
  avslut: 'avslut',
  avslutsuppgifter: 'avslut',
  kontaktforsok: 'avslut',
  uppfoljning: 'avslut',
  samtycke: 'samtycke',
  samtyckesaterkallelse: 'samtycke',
  skyddad_identitet: 'samtycke',
  profilbyte: 'rattelser',
  felregistrering: 'rattelser',
  ateroppning: 'rattelser',
};

/** As many are found at a glance; more are grouped. */
const UTAN_GRUPPER = 6;

/** The decisions that may be taken beside the next step, group by group; groups without any are left out. */
export function grupperade(typer: readonly Beslutstyp[]): readonly { rubrik: string; typer: readonly Beslutstyp[] }[] {
  return (Object.keys(grupper) as Grupp[])
    .map((grupp) => ({ rubrik: grupper[grupp], typer: typer.filter((typ) => GRUPP[typ] === grupp) }))
    .filter((one) => one.typer.length > 0);
}

function Knappar({ vy, typer }: { vy: Arendevy; typer: readonly Beslutstyp[] }): VNode {
  return (
    <Knapprad>
      {typer.map((typ) => (
        <Lankknapp key={typ} href={beslutsadress(vy.arende.nummer, typ)}>
          {beslutslista[typ]}
        </Lankknapp>
      ))}
    </Knapprad>
  );
}

/** What else the reader may decide now, both by her rights and by the rules. */
export function Mojliga({ vy }: { vy: Arendevy }): VNode {
  const first = nastaKnappar(vy);
  const typer = vy.mojliga.filter((typ) => !first.includes(typ));
  return (
    <Kort rubrik="Vad vill du göra?">
      {typer.length === 0 && (
        <p>
          {vy.mojliga.length === 0
            ? 'Du har inget att besluta om i ärendet just nu.'
            : 'Inget mer än nästa steg kan beslutas just nu.'}
        </p>
      )}
      {typer.length > 0 && typer.length <= UTAN_GRUPPER && <Knappar vy={vy} typer={typer} />}
      {typer.length > UTAN_GRUPPER && (
        <div class="beslutsgrupper">
          {grupperade(typer).map(({ rubrik, typer: own }) => (
            <Utfallbar key={rubrik} rubrik={`${rubrik} (${own.length})`}>
              <Knappar vy={vy} typer={own} />
            </Utfallbar>
          ))}
        </div>
      )}
    </Kort>
  );
}
