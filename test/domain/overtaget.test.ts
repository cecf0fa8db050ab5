import { check } from '../../domain/beslut/index.js';
import { readProfil } from '../../prisma/seed/profiler.js';
import { Prov } from './prov.js';

const profil = await readProfil('vagknuten');

describe('A form that stood open while the case went on', () => {
  const inProcess = () => new Prov(profil).iProcess();

  it('of a decision that somebody has just taken is refused, and taken when it is sent anew', () => {
    const own = inProcess();
    const sedd = own.lage.version;
    const again = { ...own.beslut('planuppfoljning', { datum: own.idag }), sedd };
    expect(check(own.lage, again)).toBeUndefined();
    own.ta('planuppfoljning', { datum: own.idag });
    expect(check(own.lage, again)).toMatchObject({ kod: 'hann_fore' });
    expect(check(own.lage, { ...again, sedd: own.lage.version })).toBeUndefined();
  });

  it('in a phase that the case has left is refused even where the decision is possible in the new one', () => {
    const own = new Prov(profil).inskriven();
    const sedd = own.lage.version;
    own.ta('kartlaggning', { klar: own.idag, spar: 'langre_insats' });
    const avslut = { ...own.beslut('avslut', { avslutsdatum: own.idag }), sedd };
    expect(check(own.lage, avslut)).toMatchObject({ kod: 'hann_fore' });
  });

  it('is not overtaken by what falls due, nor by a decision of another kind in the same phase', () => {
    const own = inProcess();
    const sedd = own.lage.version;
    own.ta('fasbyte', { till: 'bada' });
    own.ta('fasbyte', { till: 'process' });
    const form = { ...own.beslut('forlangningsforslag', { dialogdatum: own.idag, slut: '2030-01-01' }), sedd };
    // the phase has changed twice, so this one is asked to look again; a form opened after it is not
    expect(check(own.lage, form)).toMatchObject({ kod: 'hann_fore' });
    const later = { ...form, sedd: own.lage.version };
    own.ta('planuppfoljning', { datum: own.idag });
    own.forfall();
    expect(check(own.lage, later)).toBeUndefined();
  });

  it('of one verksamhet is not overtaken by the yttrande of another', () => {
    const own = new Prov(profil).konsultation();
    const form = { ...own.beslut('yttrande', { verksamhet: 'fk' }), sedd: own.lage.version };
    own.ta('yttrande', { verksamhet: 'af' });
    expect(check(own.lage, form)).toBeUndefined();
  });
});
