import { formatKronor } from '../datumord.js';
import { aktiviteter, ersattningar, ersattningsutfall, spar } from '../koder.js';
import { egetForslag, iMening, mening, skrivFas, skrivRoll, styrgruppen, type Texter } from './skrivsatt.js';

/** What of an ärende was handed over, besides being its koordinator. */
const OVERLAMNAT: Readonly<Record<string, string>> = {
  ansvarig: 'Åtgärder',
  remittent: 'Remissen',
  namngiven: 'Insyn i skyddade personuppgifter',
  egen_uppgift: 'Egna uppgifter',
  // as hand-overs were written down before the named were an ärende's own
  skyddsperson: 'Insyn i skyddade personuppgifter',
};

/** The work with the participant. */
export const arbetet = {
  koordinatorsbyte: (data, skriv) => ({
    rubrik: `Byte av ${iMening(skrivRoll('koordinator', skriv))}`,
    text: mening(
      `Ny ${iMening(skrivRoll('koordinator', skriv))}: ${skriv.namn(data.text('koordinator'))}.`,
      data.text('tidigare') === '' ? '' : `Tidigare: ${skriv.namn(data.text('tidigare'))}.`,
    ),
  }),
  overlamning: (data, skriv) => ({
    rubrik: 'Lämnades över till en annan person',
    text: mening(
      `Från ${skriv.namn(data.text('fran'))} till ${skriv.namn(data.text('till'))}.`,
      `Gäller: ${data
        .lista('av')
        .map((slag) => iMening(slag === 'koordinator' ? skrivRoll('koordinator', skriv) : (OVERLAMNAT[slag] ?? slag)))
        .join(', ')}.`,
    ),
  }),
  kartlaggning: (data, skriv) => ({
    rubrik: 'Kartläggningen avslutades',
    text: `Klar ${data.dag('klar', skriv)}. Spår: ${data.ord('spar', spar)}.`,
  }),
  utan_kartlaggning: (data, skriv) => ({
    rubrik: 'Teamet beslutade att gå vidare utan kartläggning',
    text: `Beslutades ${data.dag('datum', skriv)}. Spår: ${data.ord('spar', spar)}.`,
  }),
  sparbyte: (data) => ({
    rubrik: `Nytt spår: ${data.ord('till', spar)}`,
    text: data.text('fran') === '' ? '' : `Före bytet: ${data.ord('fran', spar)}.`,
  }),
  genomforandeplan: (data, skriv) => ({
    rubrik:
      data.text('lage') === 'gallande'
        ? `Genomförandeplanen gäller, version ${data.tal('version')}`
        : `Utkast till genomförandeplan sparades, version ${data.tal('version')}`,
    text: `Planens datum: ${data.dag('datum', skriv)}.`,
  }),
  skattning: (data, skriv) => ({
    rubrik: 'Deltagaren skattade sig på utvecklingstrappan',
    text: `Gjordes ${data.dag('datum', skriv)}.`,
  }),
  aktivitet: (data, skriv) => ({
    rubrik: `Ny aktivitet: ${data.ord('slag', aktiviteter)}`,
    text: mening(
      `Från och med ${data.dag('fran', skriv)}`,
      data.text('till') === '' ? 'utan bestämt slut.' : `till och med ${data.dag('till', skriv)}.`,
    ),
  }),
  aktivitetsslut: (data, skriv) => ({
    rubrik: mening('Avslutad aktivitet:', data.ord('slag', aktiviteter)),
    text: `Sista dag ${data.dag('datum', skriv)}.`,
  }),
  ersattningsansokan: (data, skriv) => ({
    rubrik: `Ansökan om ersättning: ${data.ord('slag', ersattningar)}`,
    text: `Skickades ${data.dag('skickad', skriv)}.`,
  }),
  ersattningsbeslut: (data, skriv) => ({
    rubrik: `Besked om ersättning: ${data.ord('slag', ersattningar)}`,
    text: `${data.ord('utfall', ersattningsutfall)}, ${data.dag('datum', skriv)}.`,
  }),
  fasbyte: (data, skriv) => ({
    rubrik: `Ny arbetsfas: ${skrivFas(data.text('till'), skriv)}`,
    text: `Före bytet: ${skrivFas(data.text('fran'), skriv)}.`,
  }),
  planuppfoljning: (data, skriv) => ({ rubrik: 'Planuppföljning', text: `Gjordes ${data.dag('datum', skriv)}.` }),
  medelforslag: (data, skriv) => ({
    rubrik: 'Kompetenshöjande medel föreslogs',
    text: mening(
      `${formatKronor(data.tal('belopp'))}.`,
      data.ja('extern') ? 'Extern specialist.' : '',
      data.text('beslutas') === 'styrgrupp'
        ? `${styrgruppen(skriv)} beslutar.`
        : `${skrivRoll('sammankallande', skriv)} beslutar.`,
    ),
  }),
  medelbeslut: (data) => ({
    rubrik: data.text('utfall') === 'bifall' ? 'Kompetenshöjande medel beviljades' : 'Kompetenshöjande medel avslogs',
    text: mening(data.text('utfall') === 'bifall' ? `${formatKronor(data.tal('belopp'))}.` : '', egetForslag(data)),
  }),
  avvikelse: (data, skriv) => ({
    rubrik: 'Avvikelse meddelades remittenten',
    text: `Gäller ${data.dag('datum', skriv)}.`,
  }),
} as const satisfies Texter;
