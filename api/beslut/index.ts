import { check } from '../../domain/beslut/index.js';
import type { Beslutstyp } from '../../domain/faser.js';
import type { Hinder } from '../../domain/hinder.js';
import { aterkoppling } from './aterkoppling.js';
import { avslut } from './avslut.js';
import { avslutsuppgifter } from './avslutsuppgifter.js';
import { fasbyte } from './fasbyte.js';
import { forlangning } from './forlangning.js';
import { forlangningsforslag } from './forlangningsforslag.js';
import type { Beslutsformular, Formularunderlag } from './formular.js';
import { granskning } from './granskning.js';
import { inskrivning } from './inskrivning.js';
import { insatstidsoversyn } from './insatstidsoversyn.js';
import { kartlaggning } from './kartlaggning.js';
import { kontaktforsok } from './kontaktforsok.js';
import { personensSvar } from './personens-svar.js';
import { planuppfoljning } from './planuppfoljning.js';
import { rekommendation } from './rekommendation.js';
import { uppfoljning } from './uppfoljning.js';
import { uteblivenAterkoppling } from './utebliven-aterkoppling.js';
import { yttrande } from './yttrande.js';

const formularer: { readonly [T in Beslutstyp]: Beslutsformular<T> } = {
  granskning,
  yttrande,
  rekommendation,
  aterkoppling,
  utebliven_aterkoppling: uteblivenAterkoppling,
  personens_svar: personensSvar,
  inskrivning,
  kartlaggning,
  fasbyte,
  planuppfoljning,
  insatstidsoversyn,
  forlangningsforslag,
  forlangning,
  avslut,
  avslutsuppgifter,
  kontaktforsok,
  uppfoljning,
};

/** The form of a kind of decision. */
export const formularFor = <T extends Beslutstyp>(typ: T): Beslutsformular<T> => formularer[typ];

/**
 * What stands in the way of any decision of a kind now, whatever would be answered in its form; undefined when one can
 * be taken. Asks the same rules as the case does.
 */
export const hinderForAny = (typ: Beslutstyp, underlag: Formularunderlag): Hinder | undefined =>
  check(underlag.lage, {
    id: '',
    typ,
    av: '',
    dag: underlag.idag,
    data: formularFor(typ).prov(underlag),
  });
