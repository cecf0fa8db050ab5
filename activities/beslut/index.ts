import type { Beslutstyp } from '../../domain/faser.js';
import type { Transaction } from '../../prisma/client.js';
import { recordAktivitet } from './aktivitet.js';
import { recordAktivitetsslut } from './aktivitetsslut.js';
import { recordAterkoppling } from './aterkoppling.js';
import { recordAteroppning } from './ateroppning.js';
import { recordAtertagande } from './atertagande.js';
import { recordAtgardsrapport } from './atgardsrapport.js';
import { recordAvslut } from './avslut.js';
import { recordAvslutsuppgifter } from './avslutsuppgifter.js';
import { recordAvvikelse } from './avvikelse.js';
import { recordEjAktuell } from './ej-aktuell.js';
import { recordErbjudandekontakt } from './erbjudandekontakt.js';
import { recordErbjudandesvar } from './erbjudandesvar.js';
import { recordErsattningsansokan } from './ersattningsansokan.js';
import { recordErsattningsbeslut } from './ersattningsbeslut.js';
import { recordFelregistrering } from './felregistrering.js';
import { recordFlerpartsmote } from './flerpartsmote.js';
import { recordForgruppsresultat } from './forgruppsresultat.js';
import { recordForgruppsstart } from './forgruppsstart.js';
import { recordForlangning } from './forlangning.js';
import { recordForlangningsforslag } from './forlangningsforslag.js';
import { recordGenomforandeplan } from './genomforandeplan.js';
import { recordGranskning } from './granskning.js';
import { recordIdentifiering } from './identifiering.js';
import { recordInskrivning } from './inskrivning.js';
import { recordKartlaggning } from './kartlaggning.js';
import { recordKomplettering } from './komplettering.js';
import { recordKontaktforsok } from './kontaktforsok.js';
import { recordKoordinatorsbyte } from './koordinatorsbyte.js';
import { recordKoprioritet } from './koprioritet.js';
import { recordMedelbeslut } from './medelbeslut.js';
import { recordMedelforslag } from './medelforslag.js';
import { recordOverlamning } from './overlamning.js';
import { recordPaus } from './paus.js';
import { recordPausslut } from './pausslut.js';
import { recordPersonensSvar } from './personens-svar.js';
import { recordPlanuppfoljning } from './planuppfoljning.js';
import { recordProfilbyte } from './profilbyte.js';
import { recordRekommendation } from './rekommendation.js';
import { recordRekommendationsrattelse } from './rekommendationsrattelse.js';
import { recordSamtycke } from './samtycke.js';
import { recordSamtyckesaterkallelse } from './samtyckesaterkallelse.js';
import { recordSkattning } from './skattning.js';
import { recordSkyddadIdentitet } from './skyddad-identitet.js';
import { recordSkyndsamhet } from './skyndsamhet.js';
import { recordStyrgruppsbeslut } from './styrgruppsbeslut.js';
import { recordStyrgruppslyft } from './styrgruppslyft.js';
import { recordTeamlyft } from './teamlyft.js';
import { recordTeamlyftsvar } from './teamlyftsvar.js';
import { recordUndantag } from './undantag.js';
import { recordUppfoljning } from './uppfoljning.js';
import { recordUtanKartlaggning } from './utan-kartlaggning.js';
import { recordUteblivenKomplettering } from './utebliven-komplettering.js';
import { recordYttrande } from './yttrande.js';
import type { RecordBeslut, Underlag } from './record.js';

/** What the timeline and the taken form say already needs no record of its own. */
const inTimeline = async (): Promise<void> => {};

const records: { readonly [T in Beslutstyp]: RecordBeslut<T> } = {
  granskning: recordGranskning,
  komplettering: recordKomplettering,
  utebliven_komplettering: recordUteblivenKomplettering,
  atertagande: recordAtertagande,
  identifiering: recordIdentifiering,
  skyndsamhet: recordSkyndsamhet,
  yttrande: recordYttrande,
  rekommendation: recordRekommendation,
  rekommendationsrattelse: recordRekommendationsrattelse,
  styrgruppsbeslut: recordStyrgruppsbeslut,
  aterkoppling: recordAterkoppling,
  utebliven_aterkoppling: inTimeline,
  atgardsrapport: recordAtgardsrapport,
  forgruppsstart: recordForgruppsstart,
  forgruppsresultat: recordForgruppsresultat,
  personens_svar: recordPersonensSvar,
  ej_aktuell: recordEjAktuell,
  inskrivning: recordInskrivning,
  koprioritet: recordKoprioritet,
  erbjudandekontakt: recordErbjudandekontakt,
  erbjudandesvar: recordErbjudandesvar,
  kartlaggning: recordKartlaggning,
  utan_kartlaggning: recordUtanKartlaggning,
  sparbyte: inTimeline,
  genomforandeplan: recordGenomforandeplan,
  skattning: recordSkattning,
  fasbyte: inTimeline,
  planuppfoljning: recordPlanuppfoljning,
  flerpartsmote: recordFlerpartsmote,
  teamlyft: recordTeamlyft,
  teamlyftsvar: recordTeamlyftsvar,
  styrgruppslyft: recordStyrgruppslyft,
  avvikelse: recordAvvikelse,
  medelforslag: recordMedelforslag,
  medelbeslut: recordMedelbeslut,
  aktivitet: recordAktivitet,
  aktivitetsslut: recordAktivitetsslut,
  ersattningsansokan: recordErsattningsansokan,
  ersattningsbeslut: recordErsattningsbeslut,
  paus: recordPaus,
  pausslut: recordPausslut,
  insatstidsoversyn: inTimeline,
  forlangningsforslag: recordForlangningsforslag,
  forlangning: recordForlangning,
  undantag: recordUndantag,
  koordinatorsbyte: recordKoordinatorsbyte,
  overlamning: recordOverlamning,
  avslut: recordAvslut,
  avslutsuppgifter: recordAvslutsuppgifter,
  kontaktforsok: recordKontaktforsok,
  uppfoljning: recordUppfoljning,
  samtycke: recordSamtycke,
  samtyckesaterkallelse: recordSamtyckesaterkallelse,
  skyddad_identitet: recordSkyddadIdentitet,
  profilbyte: recordProfilbyte,
  felregistrering: recordFelregistrering,
  ateroppning: recordAteroppning,
};

/** Writes the record that belongs to a decision. */
export const recordBeslut = <T extends Beslutstyp>(tx: Transaction, underlag: Underlag<T>): Promise<void> =>
  (records[underlag.beslut.typ] as RecordBeslut<T>)(tx, underlag);
