import { checkAnnanInsats } from '../annan-insats.js';
import { begarAterkoppling } from '../aterkopplingsfrist.js';
import { checkAtgarder, openAtgarder } from '../atgarder.js';
import { putOnAgenda, slutaVantaPaYttranden } from '../dagordning.js';
import { erbjudForgrupp } from '../forgrupp.js';
import type { Forandring } from '../forandring.js';
import { arbetsdagarFranIdag } from '../frister.js';
import { hinder, type Hinder } from '../hinder.js';
import { begarKomplettering } from '../komplettering.js';
import type { Rekommendationskod } from '../koder.js';
import type { Beslut, Beslutsunderlag } from '../beslutsunderlag.js';
import type { Lage } from '../lage.js';
import { lyftTillStyrgruppen } from '../styrgruppslyft.js';
import type { Beslutsregel } from './regel.js';

/** Outcomes that enrol somebody, or let her try: they need to know whom, and her samtycke. */
const KRAVER_IDENTITET: readonly Rekommendationskod[] = ['inskrivning', 'forgrupp'];

/** The team's recommendation, recorded from the day of the meeting (design 2.3). */
export const rekommendation: Beslutsregel<'rekommendation'> = {
  typ: 'rekommendation',
  forstaDag: ({ mote }) => mote && { dag: mote.dag, vantar: 'motet' },
  check(lage, { dag, data }) {
    if (!lage.mote) return hinder('inget_mote', 'Ärendet står inte på någon dagordning.');
    return checkNarvaro(lage, lage.mote.quorum, data) ?? checkUtfall(lage, dag, data);
  },
  apply(forandring, beslut) {
    const { lage } = forandring;
    const { data } = beslut;
    const svarande = lage.yttranden ?? [];
    forandring.note('rekommendation', {
      utfall: data.utfall,
      narvarande: data.narvarande,
      inget_svar: lage.samtycken.filter((verksamhet) => !svarande.includes(verksamhet)),
    });
    forandring.end('klar', ['rekommendation']);
    slutaVantaPaYttranden(forandring);
    forandring.utskick.push({ slag: 'rekommendation', nyckel: 'rekommendation', till: { roll: 'remittent' } });
    follow[data.utfall](forandring, beslut);
  },
};

function checkNarvaro(
  lage: Lage,
  quorum: number,
  { utfall, narvarande }: Beslutsunderlag['rekommendation'],
): Hinder | undefined {
  if (narvarande.some((verksamhet) => !lage.samtycken.includes(verksamhet)))
    return hinder(
      'okand_narvaro',
      'Bara verksamheter som samtycket omfattar kan vara med när ärendet tas upp. Rätta närvaron.',
    );
  if (utfall !== 'bordlagd' && new Set(narvarande).size < quorum)
    return hinder(
      'inte_beslutsfort',
      `Minst ${quorum} verksamheter behöver vara med för en rekommendation. Välj Bordlagd eller komplettera närvaron.`,
    );
  return undefined;
}

function checkUtfall(
  lage: Lage,
  dag: string,
  { utfall, insats, atgarder = [] }: Beslutsunderlag['rekommendation'],
): Hinder | undefined {
  if (KRAVER_IDENTITET.includes(utfall) && !lage.identifierad)
    return hinder(
      'avidentifierad',
      'En avidentifierad konsultation kan inte leda till inskrivning. Identitet och samtycke behövs först.',
    );
  if (utfall === 'annan_insats') return checkAnnanInsats(lage, insats);
  if (utfall !== 'rad' && atgarder.length > 0)
    return hinder('atgard_utan_rad', 'Åtgärder hör till utfallet Råd. Ta bort dem eller välj Råd.');
  return checkAtgarder(lage, dag, atgarder);
}

type Foljd = (forandring: Forandring, beslut: Beslut<'rekommendation'>) => void;

const follow: Readonly<Record<Rekommendationskod, Foljd>> = {
  bordlagd(forandring) {
    putOnAgenda(forandring, forandring.lage.mote?.borjar);
  },
  inte_aktuell(forandring) {
    forandring.close('rekommendation', 'inte_aktuell');
  },
  annan_insats(forandring) {
    forandring.close('rekommendation', 'annan_insats');
  },
  komplettering(forandring, beslut) {
    begarKomplettering(forandring, beslut, 'konsultation');
  },
  styrgrupp(forandring, { id }) {
    forandring.move('rekommendation', 'styrgrupp');
    lyftTillStyrgruppen(forandring, id);
  },
  forgrupp(forandring) {
    forandring.move('rekommendation', 'forgrupp');
    erbjudForgrupp(forandring);
  },
  inskrivning(forandring) {
    forandring.move('rekommendation', 'inskrivning');
    forandring.open('personens_svar', arbetsdagarFranIdag(forandring.om.profil.frister.svarArbetsdagar, forandring.om));
  },
  rad(forandring, { data }) {
    forandring.move('rekommendation', 'rad');
    openAtgarder(forandring, data.atgarder ?? []);
    begarAterkoppling(forandring);
  },
};
