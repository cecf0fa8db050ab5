import { z } from 'zod';
import type { Formularsida } from './kontext.js';
import { text } from '../beslut/regler.js';

/** Fifth page: what the team is asked. */
export const fragaSida: Formularsida<{ fraga: string }> = {
  falt: () => ['fraga'],
  regler: () => z.object({ fraga: text('Skriv vad du vill att teamet ska svara på.') }),
};
