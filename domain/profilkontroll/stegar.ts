import { trappa, type Insatsprofil, type Paminnelsesteg } from '../insatsprofil.js';
import { rollord } from '../profilkoder.js';
import { harErsattare } from '../paminnelser.js';
import { uppgiftstyper, type Uppgiftstyp } from '../uppgifter.js';
import { fel, KALENDERDAGAR_PER_ARBETSDAG, varning, type Anmarkning } from './anmarkning.js';

/** The reminder ladders of a profile. */
export function stegar(profil: Insatsprofil): Anmarkning[] {
  const { paminnelser, paminnelseUpprepasArbetsdagar: upprepas } = profil;
  const alla = Object.entries(paminnelser) as [Uppgiftstyp | 'standard', readonly Paminnelsesteg[] | undefined][];
  return [
    ...alla.flatMap(([typ, stege]) => {
      if (!stege) return [];
      if (typ === 'standard') return stegen('Alla uppgifter', stege);
      return [...stegen(uppgiftstyper[typ].rubrik, stege), ...utanErsattare(typ, stege, profil)];
    }),
    ...(upprepas < 1 ? [fel('paminnelser', 'Den sista påminnelsen behöver minst en arbetsdag till nästa.')] : []),
  ];
}

/** Days of a step, so that steps in working days and in calendar days can be told apart in time. */
const asDays = ({ arbetsdagar, dagar }: Paminnelsesteg): number =>
  dagar ?? (arbetsdagar ?? 0) * KALENDERDAGAR_PER_ARBETSDAG;

function stegen(rubrik: string, stege: readonly Paminnelsesteg[]): Anmarkning[] {
  const steps = stege.map((steg, at) => ({ steg, before: stege[at - 1] }));
  const after = (a: Paminnelsesteg, b: Paminnelsesteg) => asDays(a) > asDays(b);
  const rank = ({ till }: Paminnelsesteg) => trappa.indexOf(till);
  return [
    ...(stege.length === 0 ? [fel('paminnelser', `${rubrik}: stegen är tomma. Ange minst ett steg.`)] : []),
    ...steps
      .filter(({ steg, before }) => before && !after(steg, before))
      .map(() => fel('paminnelser', `${rubrik}: stegen står i fel ordning. Den tidigaste påminnelsen ska stå först.`)),
    ...stege
      .filter((steg) => steg.till !== 'ansvarig' && asDays(steg) < 0)
      .map(() =>
        fel(
          'paminnelser',
          `${rubrik}: ett steg uppåt kommer före sista dagen. Den som ansvarar har på sig till och med den: lyft tidigast samma dag.`,
        ),
      ),
    ...steps
      .filter(({ steg, before }) => before && rank(steg) < rank(before))
      .map(() =>
        varning('paminnelser', `${rubrik}: en senare påminnelse går till någon längre ner på stegen än en tidigare.`),
      ),
    ...(stege.length > 0 && stege.every(({ till }) => till !== 'ansvarig')
      ? [varning('paminnelser', `${rubrik}: den som ansvarar påminns aldrig själv.`)]
      : []),
  ];
}

/** A role that several hold together has no ersättare. */
function utanErsattare(typ: Uppgiftstyp, stege: readonly Paminnelsesteg[], profil: Insatsprofil): Anmarkning[] {
  const { rubrik, roll } = uppgiftstyper[typ];
  if (harErsattare(roll) || stege.every(({ till }) => till !== 'ersattare')) return [];
  const mening = `${rubrik}: ${rollord(profil, roll).toLocaleLowerCase('sv')} har ingen ersättare. Ta bort steget till ersättaren eller låt det gå till någon annan.`;
  return [fel('paminnelser', mening)];
}
