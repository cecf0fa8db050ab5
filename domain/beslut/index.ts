import { beslut as beslutslista, faser, isPossibleIn, type Beslutstyp } from '../faser.js';
import { Forandring, type Omstandighet } from '../forandring.js';
import { forgruppsHinder } from '../forgrupp.js';
import { hinder, type Hinder } from '../hinder.js';
import { langstaTidHinder } from '../insatstid.js';
import { koder } from '../koder.js';
import { uppgiftstyper, type Uppgiftstyp } from '../uppgifter.js';
import type { Beslut } from '../beslutsunderlag.js';
import type { Lage } from '../lage.js';
import { aktivitet } from './aktivitet.js';
import { aktivitetsslut } from './aktivitetsslut.js';
import { aterkoppling } from './aterkoppling.js';
import { ateroppning } from './ateroppning.js';
import { atertagande } from './atertagande.js';
import { atgardsrapport } from './atgardsrapport.js';
import { avslut } from './avslut.js';
import { avslutsuppgifter } from './avslutsuppgifter.js';
import { avvikelse } from './avvikelse.js';
import { ejAktuell } from './ej-aktuell.js';
import { erbjudandekontakt } from './erbjudandekontakt.js';
import { erbjudandesvar } from './erbjudandesvar.js';
import { ersattningsansokan } from './ersattningsansokan.js';
import { ersattningsbeslut } from './ersattningsbeslut.js';
import { fasbyte } from './fasbyte.js';
import { felregistrering } from './felregistrering.js';
import { flerpartsmote } from './flerpartsmote.js';
import { forgruppsresultat } from './forgruppsresultat.js';
import { forgruppsstart } from './forgruppsstart.js';
import { forlangning } from './forlangning.js';
import { forlangningsforslag } from './forlangningsforslag.js';
import { genomforandeplan } from './genomforandeplan.js';
import { granskning } from './granskning.js';
import { identifiering } from './identifiering.js';
import { insatstidsoversyn } from './insatstidsoversyn.js';
import { inskrivning } from './inskrivning.js';
import { kartlaggning } from './kartlaggning.js';
import { komplettering } from './komplettering.js';
import { kontaktforsok } from './kontaktforsok.js';
import { koordinatorsbyte } from './koordinatorsbyte.js';
import { koprioritet } from './koprioritet.js';
import { medelbeslut } from './medelbeslut.js';
import { medelforslag } from './medelforslag.js';
import { overlamning } from './overlamning.js';
import { paus } from './paus.js';
import { pausslut } from './pausslut.js';
import { personensSvar } from './personens-svar.js';
import { planuppfoljning } from './planuppfoljning.js';
import { profilbyte } from './profilbyte.js';
import { rekommendation } from './rekommendation.js';
import { rekommendationsrattelse } from './rekommendationsrattelse.js';
import { samtyckeHinder } from '../samtycken.js';
import { samtycke } from './samtycke.js';
import { samtyckesaterkallelse } from './samtyckesaterkallelse.js';
import { skattning } from './skattning.js';
import { skyddadIdentitet } from './skyddad-identitet.js';
import { skyndsamhet } from './skyndsamhet.js';
import { sparbyte } from './sparbyte.js';
import { styrgruppsbeslut } from './styrgruppsbeslut.js';
import { styrgruppslyft } from './styrgruppslyft.js';
import { teamlyft } from './teamlyft.js';
import { teamlyftsvar } from './teamlyftsvar.js';
import { undantag } from './undantag.js';
import { uppfoljning } from './uppfoljning.js';
import { utanKartlaggning } from './utan-kartlaggning.js';
import { uteblivenAterkoppling } from './utebliven-aterkoppling.js';
import { uteblivenKomplettering } from './utebliven-komplettering.js';
import { yttrande } from './yttrande.js';
import type { Beslutsregel, Forstadag, Forstadagslage } from './regel.js';

/** The rules of every decision. */
const regler: { readonly [T in Beslutstyp]: Beslutsregel<T> } = {
  granskning,
  komplettering,
  utebliven_komplettering: uteblivenKomplettering,
  atertagande,
  identifiering,
  skyndsamhet,
  yttrande,
  rekommendation,
  rekommendationsrattelse,
  styrgruppsbeslut,
  aterkoppling,
  utebliven_aterkoppling: uteblivenAterkoppling,
  atgardsrapport,
  forgruppsstart,
  forgruppsresultat,
  personens_svar: personensSvar,
  ej_aktuell: ejAktuell,
  inskrivning,
  koprioritet,
  erbjudandekontakt,
  erbjudandesvar,
  kartlaggning,
  utan_kartlaggning: utanKartlaggning,
  sparbyte,
  genomforandeplan,
  skattning,
  fasbyte,
  planuppfoljning,
  flerpartsmote,
  teamlyft,
  teamlyftsvar,
  styrgruppslyft,
  avvikelse,
  medelforslag,
  medelbeslut,
  aktivitet,
  aktivitetsslut,
  ersattningsansokan,
  ersattningsbeslut,
  paus,
  pausslut,
  insatstidsoversyn,
  forlangningsforslag,
  forlangning,
  undantag,
  koordinatorsbyte,
  overlamning,
  avslut,
  avslutsuppgifter,
  kontaktforsok,
  uppfoljning,
  samtycke,
  samtyckesaterkallelse,
  skyddad_identitet: skyddadIdentitet,
  profilbyte,
  felregistrering,
  ateroppning,
};

export const beslutstyper = koder(beslutslista);

const regelFor = <T extends Beslutstyp>(typ: T): Beslutsregel<T> => regler[typ];

/**
 * What stands in the way of a decision, or `undefined` when it can be taken. The same question is asked by the page that
 * shows the button, by the Update's validator, under the case's lock, and by the transaction.
 */
export function check<T extends Beslutstyp>(lage: Lage, beslut: Beslut<T>): Hinder | undefined {
  if (!isPossibleIn(beslut.typ, lage.fas))
    return hinder(
      'fel_fas',
      `”${beslutslista[beslut.typ]}” kan inte göras nu: ärendet är i fasen ${faser[lage.fas]}. Läs i ärendet vad som är nästa steg.`,
    );
  if (isOvertaken(lage, beslut))
    return hinder(
      'hann_fore',
      'Ärendet har ändrats sedan formuläret öppnades. Läs vad som har hänt, och skicka igen om beslutet fortfarande stämmer.',
    );
  return (
    forgruppsHinder(lage, beslut.typ) ??
    langstaTidHinder(lage, beslut.typ) ??
    samtyckeHinder(lage, beslut) ??
    forTidigt(lage, beslut) ??
    regelFor(beslut.typ).check(lage, beslut)
  );
}

/**
 * The day from which a task can be done, and what it waits for; undefined when it can be done any day. The very rule that
 * refuses its usual decision before that day tells it.
 */
export const kanGorasFran = (typ: Uppgiftstyp, lage: Forstadagslage): Forstadag | undefined =>
  regelFor(uppgiftstyper[typ].beslut[0]).forstaDag?.(lage);

/** What stands in the way of a decision whose day has not come: the meeting, or the participation, lies ahead. */
function forTidigt(lage: Lage, { typ, dag }: Beslut): Hinder | undefined {
  const forst = regelFor(typ).forstaDag?.(lage);
  if (!forst || dag >= forst.dag) return undefined;
  return forst.vantar === 'motet'
    ? hinder('fore_motet', `”${beslutslista[typ]}” kan göras först på mötesdagen, ${forst.dag}. Vänta till dess.`)
    : hinder(
        'fore_start',
        `”${beslutslista[typ]}” kan göras först när insatsen har börjat, ${forst.dag}. Vänta till dess.`,
      );
}

/**
 * Decisions that several people take side by side, each about her own: a verksamhet's yttrande, an action's report. One
 * does not overtake another; twice about the same is refused by their own rules.
 */
const SIDA_VID_SIDA: readonly Beslutstyp[] = ['yttrande', 'atgardsrapport'];

/** Whether the case has gone on since the form was opened: into another phase, or by a decision of the same kind. */
function isOvertaken({ fasVersion = 0, senasteBeslut = {} }: Lage, { typ, sedd }: Beslut): boolean {
  if (sedd === undefined) return false;
  return fasVersion > sedd || (!SIDA_VID_SIDA.includes(typ) && (senasteBeslut[typ] ?? 0) > sedd);
}

/** What stands in the way of a decision by circumstances that only the transaction that takes it knows. */
export const checkOm = <T extends Beslutstyp>(lage: Lage, beslut: Beslut<T>, om: Omstandighet): Hinder | undefined =>
  regelFor(beslut.typ).checkOm?.(lage, beslut, om);

/** Works out what follows from a decision that nothing stands in the way of: the next state and what to write with it. */
export function decide(lage: Lage, beslut: Beslut, om: Omstandighet): Forandring {
  const forandring = new Forandring(lage, om);
  regelFor(beslut.typ).apply(forandring, beslut);
  const { senasteBeslut, version } = forandring.lage;
  forandring.set({ senasteBeslut: { ...senasteBeslut, [beslut.typ]: version } });
  return forandring;
}
