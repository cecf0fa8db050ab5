import { faser, type Fas } from '../../../domain/faser.js';
import { stangningar, type Stangning } from '../../../domain/koder.js';
import { uppgiftstyper } from '../../../domain/uppgifter.js';
import type { Vantan } from '../../queries/remisser.js';

const VEM: Readonly<Record<string, string>> = {
  handlaggare: 'Du',
  teamrepresentant: 'Teamet',
  koordinator: 'Koordinatorn',
  sammankallande: 'Sammankallande',
  styrgrupp: 'Styrgruppen',
};

/** Who an ärende waits for, seen by its sender. */
export const vantarPa = ({ roll }: Vantan): string => VEM[roll] ?? 'Insatsen';

/** What it waits for: `granska remissen`. */
export const vantarVad = ({ typ }: Vantan): string => uppgiftstyper[typ].rubrik;

/** Where an ärende stands, in plain words. */
export const lagetIOrd = (fas: Fas, stangdSom: Stangning | undefined): string =>
  stangdSom ? `Stängd: ${stangningar[stangdSom].toLocaleLowerCase('sv')}` : ORD[fas];

const ORD: Readonly<Record<Fas, string>> = {
  ...faser,
  mottagen: 'Mottagen, granskas',
  komplettering: 'Behöver kompletteras',
  konsultation: 'Ska tas upp på teamets möte',
  rad: 'Råd från teamet',
  inskrivning: 'Rekommenderad inskrivning',
  kartlaggning: 'Inskriven, kartläggning',
  process: 'Inskriven, process',
  verkstallighet: 'Inskriven, verkställighet',
  bada: 'Inskriven, process och verkställighet',
  avslut: 'Avslutas',
};
