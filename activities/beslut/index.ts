import type { Beslutstyp } from '../../domain/faser.js';
import type { Transaction } from '../../prisma/client.js';
import { recordAterkoppling } from './aterkoppling.js';
import { recordAvslut } from './avslut.js';
import { recordAvslutsuppgifter } from './avslutsuppgifter.js';
import { recordForlangning } from './forlangning.js';
import { recordForlangningsforslag } from './forlangningsforslag.js';
import { recordInskrivning } from './inskrivning.js';
import { recordKartlaggning } from './kartlaggning.js';
import { recordKontaktforsok } from './kontaktforsok.js';
import { recordPersonensSvar } from './personens-svar.js';
import { recordPlanuppfoljning } from './planuppfoljning.js';
import type { RecordBeslut, Underlag } from './record.js';
import { recordRekommendation } from './rekommendation.js';
import { recordUppfoljning } from './uppfoljning.js';
import { recordYttrande } from './yttrande.js';

/** What the timeline and the taken form say already needs no record of its own. */
const inTimeline = async (): Promise<void> => {};

const records: { readonly [T in Beslutstyp]: RecordBeslut<T> } = {
  granskning: inTimeline,
  yttrande: recordYttrande,
  rekommendation: recordRekommendation,
  aterkoppling: recordAterkoppling,
  utebliven_aterkoppling: inTimeline,
  personens_svar: recordPersonensSvar,
  inskrivning: recordInskrivning,
  kartlaggning: recordKartlaggning,
  fasbyte: inTimeline,
  planuppfoljning: recordPlanuppfoljning,
  insatstidsoversyn: inTimeline,
  forlangningsforslag: recordForlangningsforslag,
  forlangning: recordForlangning,
  avslut: recordAvslut,
  avslutsuppgifter: recordAvslutsuppgifter,
  kontaktforsok: recordKontaktforsok,
  uppfoljning: recordUppfoljning,
};

/** Writes the record that belongs to a decision. */
export const recordBeslut = <T extends Beslutstyp>(tx: Transaction, underlag: Underlag<T>): Promise<void> =>
  (records[underlag.beslut.typ] as RecordBeslut<T>)(tx, underlag);
