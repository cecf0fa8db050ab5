import type { Installation } from './installation.js';

/** Plays a new case to where the person has said yes and sammankallande may enrol; gives its id. */
export async function tillInskrivning(inst: Installation): Promise<string> {
  const id = await inst.send();
  await inst.decide(id, 'granskning', 'sammankallande', { utfall: 'accepterad' }, {});
  await inst.moveTo((await inst.lage(id)).mote?.borjar ?? '');
  const narvarande = Object.values(inst.grund.verksamhet);
  const motiverad = { motivering: 'Behöver stöd från flera.', atgarder: [] };
  await inst.decide(id, 'rekommendation', 'sammankallande', { utfall: 'inskrivning', narvarande }, motiverad);
  const svar = { svar: 'ja', datum: await inst.today() } as const;
  await inst.decide(id, 'personens_svar', 'remittent', svar, { till: 'Test Testsson', satt: 'mote' });
  return id;
}
