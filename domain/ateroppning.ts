import { putOnAgenda } from './dagordning.js';
import { faserForeInskrivning, type Fas } from './faser.js';
import type { Forandring } from './forandring.js';
import { arbetsdagarFranIdag, morgon, sistaDagGranskning, uppfoljningsdagar } from './frister.js';
import { planOversyn, setInsatstidSlut } from './insatstid.js';
import type { Lage } from './lage.js';
import { aterupptaArbetet, startaKartlaggning } from './plan.js';
import { isOverPlatser } from './platser.js';
import { aterupptaSamtycken, sakraSamtycke } from './samtycken.js';

/** Where a case that ended goes on. */
export type Atergang = 'mottagen' | 'konsultation' | 'kartlaggning' | 'process' | 'uppfoljning';

/**
 * Where a case goes on when it is opened again: at the review when the team never had it, otherwise at the team, in the
 * participation when that was ended by mistake, or at the follow-up when that was what closed it.
 */
export function atergang(lage: Lage): Atergang {
  const slutfas = lage.fas === 'stangd' ? (lage.stangdFran ?? gissadSlutfas(lage)) : lage.fas;
  if (slutfas === 'mottagen') return 'mottagen';
  if (slutfas === 'komplettering' && lage.kompletteringFran !== 'konsultation') return 'mottagen';
  if (slutfas === 'uppfoljning' && lage.fas === 'stangd') return 'uppfoljning';
  if (isForeInskrivning(slutfas) && lage.startdatum === undefined) return 'konsultation';
  return lage.kartlagd === undefined && lage.spar === undefined ? 'kartlaggning' : 'process';
}

const isForeInskrivning = (fas: Fas): boolean => (faserForeInskrivning as readonly Fas[]).includes(fas);

/** A case that was closed before its last phase was kept in the state. */
function gissadSlutfas({ uppfoljning, startdatum, mote }: Lage): Fas {
  if (uppfoljning) return 'uppfoljning';
  if (startdatum !== undefined) return 'process';
  return mote ? 'konsultation' : 'mottagen';
}

/** Whether the participation goes on, and a place is taken again. */
export const tarPlatsIgen = (till: Atergang): boolean => till === 'process' || till === 'kartlaggning';

/** Takes up what the case owes and waits for where it goes on; closing it had ended all of that. */
export function oppnaIgen(forandring: Forandring, till: Atergang): void {
  const closed = forandring.lage.fas === 'stangd';
  const over = tarPlatsIgen(till) && isOverPlatser(forandring.om.platser);
  forandring.note('ateroppning', { till, ...(over ? { overinskrivning: true } : {}) });
  forandring.tellRemittent();
  forandring.unset('stangdSom', 'stangdFran', 'kompletteringFran');
  if (closed) aterupptaSamtycken(forandring);
  forandring.move('ateroppning', till);
  follow[till](forandring);
  sakraSamtycke(forandring);
}

const follow: Readonly<Record<Atergang, (forandring: Forandring) => void>> = {
  mottagen(forandring) {
    forandring.open('granskning', sistaDagGranskning(forandring.om));
  },
  konsultation(forandring) {
    forandring.unset('svar', 'svarsdatum', 'koordinator', 'forgrupp', 'styrgruppslyft');
    putOnAgenda(forandring);
  },
  kartlaggning(forandring) {
    ateruppta(forandring);
    startaKartlaggning(forandring, forandring.lage.startdatum ?? forandring.idag);
  },
  process(forandring) {
    ateruppta(forandring);
    aterupptaArbetet(forandring);
  },
  uppfoljning: vantaPaUppfoljning,
};

/** The avslut is undone; the insatstid runs on to the end that it had. */
function ateruppta(forandring: Forandring): void {
  forandring.end('bortfallen', ['avslutsuppgifter', 'uppfoljning']);
  forandring.unplan((frist) => frist.typ === 'uppgift_oppnas' && frist.uppgift === 'uppfoljning');
  forandring.unset('avslutsdatum', 'uppfoljning', 'overlamnad', 'kontaktnej');
  const { insatstid } = forandring.lage;
  if (insatstid) setInsatstidSlut(forandring, insatstid.slut, insatstid.hard);
  else planOversyn(forandring, forandring.idag);
}

/** The follow-up still describes the same day; what its last day leaves is never less than the time of a new task. */
function vantaPaUppfoljning(forandring: Forandring): void {
  const { om, lage } = forandring;
  if (lage.avslutsdatum === undefined) throw new Error(`The ärende ${lage.nummer} has no avslutsdatum to follow up`);
  const { oppnas, senast } = uppfoljningsdagar(lage.avslutsdatum, om);
  const nar = morgon(oppnas, om);
  if (nar > om.nu) {
    forandring.plan({ typ: 'uppgift_oppnas', nar, uppgift: 'uppfoljning', forfaller: senast });
    return;
  }
  const tidigast = arbetsdagarFranIdag(om.profil.frister.registreringArbetsdagar, om);
  forandring.open('uppfoljning', senast > tidigast ? senast : tidigast);
}
