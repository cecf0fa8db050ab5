import type { VNode } from 'preact';
import { spar } from '../../../domain/koder.js';
import { Definitionslista, type DefinitionsRad } from '../../components/definitionslista.js';
import { formatDatum } from '../../components/format.js';
import type { Kartlaggningsinnehall } from '../../queries/plan.js';
import { ord } from './ord.js';

function gjordAv({ utfordAv, certifierad }: Kartlaggningsinnehall): string | undefined {
  if (utfordAv === undefined) return undefined;
  return `${utfordAv}${certifierad === true ? ', certifierad' : ', inte certifierad'}`;
}

const rader = (kartlaggning: Kartlaggningsinnehall): DefinitionsRad[] =>
  kartlaggning.utan
    ? [
        { term: 'Teamets beslut', varde: `Utan kartläggning, ${formatDatum(kartlaggning.klar)}` },
        { term: 'Skäl', varde: kartlaggning.utanSkal },
        { term: 'Spår då', varde: ord(spar, kartlaggning.spar) },
      ]
    : [
        { term: 'Klar', varde: formatDatum(kartlaggning.klar) },
        { term: 'Spår då', varde: ord(spar, kartlaggning.spar) },
        { term: 'Instrument', varde: kartlaggning.instrument },
        { term: 'Gjord av', varde: gjordAv(kartlaggning) },
        { term: 'Sammanfattning', varde: kartlaggning.sammanfattning },
        { term: 'Resurser', varde: kartlaggning.resurser },
        { term: 'Hinder', varde: kartlaggning.hinder },
      ];

/** What the kartläggning came to (design 2.6). `efter`: lines more, after it. */
export const Kartlaggningslista = ({
  kartlaggning,
  efter = [],
}: {
  kartlaggning: Kartlaggningsinnehall;
  efter?: readonly DefinitionsRad[];
}): VNode => <Definitionslista rader={[...rader(kartlaggning), ...efter]} />;
