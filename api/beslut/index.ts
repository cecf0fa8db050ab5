import { check } from '../../domain/beslut/index.js';
import type { Hinder } from '../../domain/hinder.js';
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
import { paus } from './paus.js';
import { pausslut } from './pausslut.js';
import { personensSvar } from './personens-svar.js';
import { planuppfoljning } from './planuppfoljning.js';
import { profilbyte } from './profilbyte.js';
import { rekommendation } from './rekommendation.js';
import { rekommendationsrattelse } from './rekommendationsrattelse.js';
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
import type { Beslutsformular, Formularbeslut, Formularunderlag } from './formular.js';

const formularer: { readonly [T in Formularbeslut]: Beslutsformular<T> } = {
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

/** The form of a kind of decision. */
export const formularFor = <T extends Formularbeslut>(typ: T): Beslutsformular<T> => formularer[typ];

/** Whether a kind of decision has a form on the case. */
export const harFormular = (typ: string): typ is Formularbeslut => Object.hasOwn(formularer, typ);

/**
 * What stands in the way of any decision of a kind now, whatever would be answered in its form; undefined when one can
 * be taken. Asks the same rules as the case does.
 */
export const hinderForAny = (typ: Formularbeslut, underlag: Formularunderlag): Hinder | undefined =>
  check(underlag.lage, {
    id: '',
    typ,
    av: '',
    dag: underlag.idag,
    data: formularFor(typ).prov(underlag),
  }) ?? formularFor(typ).hinder?.(underlag);
