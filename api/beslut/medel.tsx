import type { VNode } from 'preact';
import { z } from 'zod';
import { medelKvar } from '../../domain/medel.js';
import { Definitionslista } from '../components/definitionslista.js';
import { formatKronor } from '../components/format.js';
import { Kort } from '../components/kort.js';
import type { Formularunderlag } from './formular.js';

/** What the styrgrupp has decided about medel, and what is left of the year's sum: shown in both forms (design 2.7). */
export function Riktlinjer({ profil, medel, idag }: Formularunderlag): VNode | null {
  if (!profil.medel) return null;
  return (
    <Kort rubrik="Styrgruppens riktlinjer">
      <p>{profil.medel.riktlinjer}</p>
      <Definitionslista
        rader={[
          { term: 'Sammankallande beslutar upp till', varde: formatKronor(profil.medel.takPerBeslut) },
          { term: `Årets summa ${idag.slice(0, 4)}`, varde: formatKronor(profil.medel.arssumma) },
          { term: 'Kvar i år', varde: formatKronor(medelKvar(profil.medel, medel?.beviljat ?? 0)) },
        ]}
      />
    </Kort>
  );
}

/** Whole kronor as people write them: `12 000`, `12000 kr`; undefined for what is no such number. */
function readKronor(value: unknown): number | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const digits = typeof first === 'string' ? first.replaceAll(/\s|kr(onor)?$/gi, '') : '';
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}

const FEL = 'Ange beloppet i hela kronor, till exempel 12 000.';

/** An amount that has to be there. */
export const kronor = z.preprocess(readKronor, z.number({ error: FEL }));

/** An amount that may be left out. */
export const valfriaKronor = z.unknown().transform((value, ctx) => {
  const blank = [value].flat().every((one) => one === undefined || (typeof one === 'string' && one.trim() === ''));
  if (blank) return undefined;
  const amount = readKronor(value);
  if (amount === undefined) ctx.addIssue({ code: 'custom', message: FEL });
  return amount;
});
