import type { Insatsprofil, Paminnelsesteg } from '../insatsprofil.js';
import { uppgiftstyper, type Uppgiftstyp } from '../uppgifter.js';
import { fel, KALENDERDAGAR_PER_ARBETSDAG, varning, type Anmarkning } from './anmarkning.js';

const TRAPPA = ['ansvarig', 'ersattare', 'sammankallande', 'styrgrupp'] as const;

/** The reminder ladders of a profile. */
export function stegar({ paminnelser, paminnelseUpprepasArbetsdagar: upprepas }: Insatsprofil): Anmarkning[] {
  const alla = Object.entries(paminnelser) as [Uppgiftstyp | 'standard', readonly Paminnelsesteg[] | undefined][];
  return [
    ...alla.flatMap(([typ, stege]) =>
      stege ? stegen(typ === 'standard' ? 'Alla uppgifter' : uppgiftstyper[typ].rubrik, stege) : [],
    ),
    ...(upprepas < 1 ? [fel('paminnelser', 'Den sista påminnelsen behöver minst en arbetsdag till nästa.')] : []),
  ];
}

/** Days of a step, so that steps in working days and in calendar days can be told apart in time. */
const asDays = ({ arbetsdagar, dagar }: Paminnelsesteg): number =>
  dagar ?? (arbetsdagar ?? 0) * KALENDERDAGAR_PER_ARBETSDAG;

function stegen(rubrik: string, stege: readonly Paminnelsesteg[]): Anmarkning[] {
  const steps = stege.map((steg, at) => ({ steg, before: stege[at - 1] }));
  const after = (a: Paminnelsesteg, b: Paminnelsesteg) => asDays(a) > asDays(b);
  const rank = ({ till }: Paminnelsesteg) => TRAPPA.indexOf(till);
  return [
    ...(stege.length === 0 ? [fel('paminnelser', `${rubrik}: stegen är tomma. Ange minst ett steg.`)] : []),
    ...steps
      .filter(({ steg, before }) => before && !after(steg, before))
      .map(() => fel('paminnelser', `${rubrik}: stegen står i fel ordning. Den tidigaste påminnelsen ska stå först.`)),
    ...steps
      .filter(({ steg, before }) => before && rank(steg) < rank(before))
      .map(() =>
        varning('paminnelser', `${rubrik}: en senare påminnelse går till någon längre ner i trappan än en tidigare.`),
      ),
  ];
}
