import type { VNode } from 'preact';
import { Flikar } from '../../components/flikar.js';
import { Paginering } from '../../components/paginering.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import { TomtLage } from '../../components/tomt-lage.js';
import type { Sidram } from '../../http/page-frame.js';
import type { EgenUppgiftsrad } from '../../queries/egna-uppgifter.js';
import type { Insatsuppgiftsrad } from '../../queries/insatsuppgifter.js';
import type { Uppgiftsrad } from '../../queries/uppgifter.js';
import { EgnaUppgifter } from './egna.js';
import { Insatstabell } from './insatstabell.js';
import { Uppgiftstabell } from './tabell.js';
import { Vantetabell, type Vantande } from './vantar.js';

/** The views of the list: what I owe, what the team's verksamheter owe, everything I may see. */
export const urval = {
  mina: { text: 'Mina', caption: 'Uppgifter som väntar på dig' },
  teamets: { text: 'Teamets', caption: 'Yttranden som teamets verksamheter ska lämna' },
  alla: { text: 'Alla', caption: 'Alla uppgifter i ärenden som du arbetar med' },
} as const;
export type Urval = keyof typeof urval;

export interface UppgifterPageProps {
  ram: Sidram;
  /** today in Sweden, `YYYY-MM-DD` */
  idag: string;
  valt: Urval;
  antal: Readonly<Record<Urval, number>>;
  forsenade: number;
  /** what the view holds that belongs to no ärende */
  insatsuppgifter: readonly Insatsuppgiftsrad[];
  /** the tasks that the person has set herself */
  egna: readonly EgenUppgiftsrad[];
  rader: readonly Uppgiftsrad[];
  /** what the view holds that cannot be done yet */
  senare: readonly Vantande[];
  sida: number;
  antalSidor: number;
}

const TOMT: Readonly<Record<Urval, string>> = {
  mina: 'När något väntar på dig får du ett mejl, och uppgiften hamnar här.',
  teamets: 'När ett ärende kommer upp på teamets dagordning visas här vilka yttranden som saknas.',
  alla: 'Uppgifter i ärenden som du arbetar med hamnar här.',
};

const adress = (valt: Urval): string => (valt === 'mina' ? '/uppgifter' : `/uppgifter?visa=${valt}`);

const summary = (antal: number, forsenade: number): string => {
  if (antal === 0) return 'Inget väntar på dig just nu.';
  const many = antal === 1 ? '1 uppgift väntar på dig' : `${antal} uppgifter väntar på dig`;
  return forsenade === 0
    ? `${many}. Ingen är försenad.`
    : `${many}, varav ${forsenade} ${forsenade === 1 ? 'försenad' : 'försenade'}.`;
};

/** `/uppgifter`: the tasks of all my roles in one list, least time left first. */
export function UppgifterPage(props: UppgifterPageProps): VNode {
  const { ram, idag, valt, antal, forsenade, insatsuppgifter, egna, rader, senare, sida, antalSidor } = props;
  const base = adress(valt);
  return (
    <Sida {...ram} titel="Uppgifter">
      <Sidhuvud rubrik="Uppgifter" ingress={summary(antal.mina, forsenade)} />
      <Flikar
        etikett="Vilka uppgifter"
        flikar={Object.entries(urval).map(([key, { text }]) => ({
          href: adress(key as Urval),
          text,
          antal: antal[key as Urval],
        }))}
        aktiv={base}
      />
      {sida === 1 && <Insatstabell rader={insatsuppgifter} idag={idag} />}
      {rader.length + senare.length + insatsuppgifter.length === 0 && (
        <TomtLage rubrik="Inga uppgifter här">{TOMT[valt]}</TomtLage>
      )}
      {rader.length > 0 && <Uppgiftstabell id="uppgifter" caption={urval[valt].caption} rader={rader} idag={idag} />}
      {sida === 1 && <Vantetabell rader={senare} />}
      {valt === 'mina' && sida === 1 && <EgnaUppgifter rader={egna} idag={idag} ram={ram} />}
      <Paginering
        sida={sida}
        antalSidor={antalSidor}
        href={(n) => `${base}${base.includes('?') ? '&' : '?'}sida=${n}`}
      />
    </Sida>
  );
}
