import { hinder, type Hinder } from '../../hinder.js';
import { planMoten } from '../avstamning.js';
import type { Insatsbeslut, Insatslage } from '../lage.js';
import type { Insatsbeslutsregel } from './regel.js';

/** No meeting is planned longer ahead than this. */
const LANGST_FRAMAT_MS = 366 * 86_400_000;

/** A meeting of a team is moved or cancelled, or there is an extra one (design 2.3). */
export const motesandring: Insatsbeslutsregel<'motesandring'> = {
  check(lage, beslut) {
    const { team, slag, fran, till } = beslut.data;
    if (!Object.hasOwn(lage.moten, team)) return hinder('okant_team', 'Teamet finns inte i insatsen. Välj ett team.');
    if (slag !== 'extra') {
      const inTheWay = checkFran(lage, beslut);
      if (inTheWay) return inTheWay;
    }
    if (slag === 'installt') return undefined;
    if (slag === 'flytt' && fran === till)
      return hinder('samma_tid', 'Mötet är redan då. Välj en annan tid att flytta det till.');
    return checkTill(lage, beslut);
  },
  checkKalender({ data: { till, pahelgdag } }, kalender) {
    if (till === undefined || pahelgdag || kalender.isArbetsdag(kalender.dayOf(till))) return undefined;
    return hinder(
      'helgdag',
      'Det är en helgdag då. Välj en arbetsdag, eller ange att mötet ska hållas på helgdagen ändå.',
    );
  },
  apply(forandring, { data: { team, slag, fran, till } }) {
    forandring.note('motesandring', { team, slag, ...(fran ? { fran } : {}), ...(till ? { till } : {}) });
    planMoten(forandring);
  },
};

function checkFran(lage: Insatslage, { data: { team, fran }, nar }: Insatsbeslut<'motesandring'>): Hinder | undefined {
  if (fran === undefined) return hinder('inget_mote', 'Välj vilket möte det gäller.');
  if (fran <= nar) return hinder('passerat_mote', 'Mötet har redan börjat och kan inte ändras.');
  if (!lage.moten[team]?.some(({ borjar }) => borjar === fran))
    return hinder('okant_mote', 'Mötet finns inte längre i kalendern. Ladda om sidan och välj ett annat möte.');
  return undefined;
}

function checkTill(lage: Insatslage, { data: { team, till }, nar }: Insatsbeslut<'motesandring'>): Hinder | undefined {
  if (till === undefined) return hinder('ingen_tid', 'Ange dag och klockslag för mötet.');
  if (till <= nar) return hinder('passerad_tid', 'Tiden har redan passerat. Välj en tid som ligger framåt.');
  if (Date.parse(till) - Date.parse(nar) > LANGST_FRAMAT_MS)
    return hinder('for_langt_fram', 'Välj en tid inom ett år.');
  if (lage.moten[team]?.some(({ borjar }) => borjar === till))
    return hinder('finns_redan', 'Teamet har redan ett möte då. Välj en annan tid.');
  return undefined;
}
