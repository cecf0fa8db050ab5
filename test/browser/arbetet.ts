import { arendesidan, type Arendet } from './arendet.js';

export const ANTECKNING = 'Ringde: vill börja på förmiddagar.';

/** The koordinator writes a note for the team, which the team reads and others do not. */
export async function anteckna(arendet: Arendet): Promise<void> {
  const koordinator = await arendesidan(arendet);
  await koordinator.follow('Anteckningar');
  await koordinator.sees('Inga anteckningar än');
  await koordinator.fill('Anteckning', ANTECKNING);
  await koordinator.select('Kontakt', 'Per telefon');
  await koordinator.choose('Vem får läsa?', 'Också teamet, inom samtycket');
  await koordinator.press('Spara anteckningen');
  await koordinator.sees(ANTECKNING, 'Test koordinator');
  await koordinator.follow('Skriv ut eller kopiera');
  await koordinator.sees(ANTECKNING);

  const rep = await arendet.varld.som('rep_af');
  await rep.open(`/arenden/${arendet.nummer}/anteckningar`);
  await rep.sees(ANTECKNING);
}

/** The first version of the plan: in force only when the participant has been asked and has a copy of it. */
export async function planera(arendet: Arendet): Promise<void> {
  const koordinator = await arendesidan(arendet);
  await koordinator.follow('Spara genomförandeplan');
  await koordinator.fill('Mål', 'Arbete på halvtid.');
  await koordinator.fillGroup('Delmål 1 (frivilligt)', { 'Vad?': 'Studiebesök på två arbetsplatser.' });
  await koordinator.fill('Uppföljning (frivilligt)', 'Var tredje månad.');
  await koordinator.fill('Ansvar (frivilligt)', 'Koordinatorn bokar besöken.');
  await koordinator.choose('Planen är', 'Gällande');
  await koordinator.press('Spara planen');
  await koordinator.sees('Skriv hur och när deltagaren var med och gjorde planen.', 'Lämna en kopia till deltagaren');

  await koordinator.fill('Hur och när var deltagaren med?', 'Vid två möten.');
  await koordinator.choose('Deltagarens inställning', 'Deltagaren godkänner planen');
  await koordinator.choose('Har deltagaren fått en kopia av planen?', 'Ja');
  await koordinator.fill('Kopians språk', 'Svenska');
  await koordinator.choose('Var tolk med?', 'Nej');
  await koordinator.press('Spara planen');
  await koordinator.sees('Planen gäller.');
  await koordinator.follow('Plan');
  await koordinator.sees('Genomförandeplan, version 1', 'Studiebesök på två arbetsplatser.', 'Arbete på halvtid.');
  await koordinator.follow('Skriv ut eller kopiera');
  await koordinator.sees('Arbete på halvtid.', 'Var tredje månad.');
}

/** Pages that the work does not lead through, each as somebody who has it. */
export async function sidorna({ varld, nummer }: Arendet): Promise<void> {
  const insats = `/insatser/${varld.inst.grund.insats.kod}`;
  const { moteId } = await varld.inst.prisma.motespunkt.findFirstOrThrow({ where: { arende: { nummer } } });
  const koordinator = await varld.som('koordinator');
  for (const flik of ['samtycken', 'dokument', 'underlag']) await koordinator.open(`/arenden/${nummer}/${flik}`);
  const sammankallande = await varld.som('sammankallande');
  for (const sida of [`/moten/${moteId}/dagordning`, insats, `${insats}/folk`]) await sammankallande.open(sida);
  await sammankallande.open(`/arenden/${nummer}/logg`);
  await sammankallande.sees('Läste ärendet', 'Test rep_af');
  const remittent = await varld.som('remittent');
  await remittent.open(`/remisser/${nummer}/bilagor`);
  await remittent.open(`${insats}/profil`);
  const ordforande = await varld.som('ordforande');
  await ordforande.open('/styrgrupp');
  expect([...varld.kontroll.kinds]).toEqual(
    expect.arrayContaining([
      '/moten',
      '/moten/<id>',
      '/moten/<id>/dagordning',
      '/arenden/<nr>/anteckningar',
      '/arenden/<nr>/plan',
      '/arenden/<nr>/dokument',
      '/arenden/<nr>/logg',
      insats,
      `${insats}/profil`,
      `${insats}/profil/granska`,
      `${insats}/folk`,
      '/styrgrupp',
      '/remisser/<nr>/bilagor',
    ]),
  );
}
