import { aterkopplingar, atgardsutfall, rekommendationer } from '../koder.js';
import { antalAtgarder, iMening, mening, styrgruppen, type Texter } from './skrivsatt.js';

/** Meetings, what the team and the styrgrupp said, and what came of it. */
export const teamet = {
  pa_dagordning: (data, skriv) => ({
    rubrik: 'Sattes upp på dagordningen',
    text: `Mötet börjar ${skriv.tid(data.text('mote'))}.`,
  }),
  skyndsamhet: (data, skriv) => ({
    rubrik: 'Tas upp skyndsamt',
    text: `Mötet börjar ${skriv.tid(data.text('mote'))}.`,
  }),
  mote_flyttat: (data, skriv) => ({
    rubrik: 'Flyttades till ett annat möte',
    text: `Mötet börjar ${skriv.tid(data.text('mote'))} i stället för ${skriv.tid(data.text('fran'))}.`,
  }),
  motesdag_slut: (data, skriv) => ({
    rubrik: 'Mötesdagen är över',
    text: mening(
      data.lista('inget_svar').length > 0
        ? `Inget yttrande från: ${data
            .lista('inget_svar')
            .map((id) => skriv.namn(id))
            .join('; ')}.`
        : '',
    ),
  }),
  yttrande: (data, skriv) => ({ rubrik: `${skriv.namn(data.text('verksamhet'))} lämnade yttrande` }),
  rekommendation: (data, skriv) => ({
    rubrik: `Teamets rekommendation: ${data.ord('utfall', rekommendationer)}`,
    text: mening(
      data.lista('narvarande').length > 0
        ? `Närvarande: ${data
            .lista('narvarande')
            .map((id) => skriv.namn(id))
            .join('; ')}.`
        : '',
      data.lista('inget_svar').length > 0
        ? `Inget svar från: ${data
            .lista('inget_svar')
            .map((id) => skriv.namn(id))
            .join('; ')}.`
        : '',
    ),
  }),
  rekommendationsrattelse: () => ({
    rubrik: 'Rekommendationen rättades',
    text: 'Motivering eller närvaro ändrades. Det som stod förut finns kvar.',
  }),
  styrgruppslyft: (_data, skriv) => ({ rubrik: `Lyftes till ${iMening(styrgruppen(skriv))}` }),
  styrgruppsbeslut: (_data, skriv) => ({
    rubrik: `${styrgruppen(skriv)} svarade`,
    text: 'Ärendet tas upp på teamets nästa möte.',
  }),
  styrgruppssvar: (_data, skriv) => ({ rubrik: `${styrgruppen(skriv)} svarade` }),
  teamlyft: (data, skriv) => ({
    rubrik: 'Lyftes till teamet',
    text: `Mötet börjar ${skriv.tid(data.text('mote'))}.`,
  }),
  teamlyftsvar: (data) => ({ rubrik: 'Teamet svarade', text: antalAtgarder(data.tal('antal')) }),
  flerpartsmote: (data, skriv) => ({
    rubrik: 'Flerpartsmöte',
    text: mening(`Hölls ${data.dag('datum', skriv)}.`, antalAtgarder(data.tal('antal'))),
  }),
  atgardsrapport: (data, skriv) => ({
    rubrik:
      data.text('utfall') === 'hindrad'
        ? 'En planerad åtgärd mötte ett hinder'
        : `Åtgärd: ${data.ord('utfall', atgardsutfall)}`,
    text: `Åtgärden gäller ${skriv.namn(data.text('verksamhet'))}.`,
  }),
  aterkoppling: (data) => ({ rubrik: `Återkoppling på rådet: ${data.ord('utfall', aterkopplingar)}` }),
  utebliven_aterkoppling: () => ({ rubrik: 'Stängdes utan återkoppling' }),
} as const satisfies Texter;
