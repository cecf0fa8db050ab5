/** Why a decision cannot be taken, told to the person who tried. The code names the rule for programs and tests. */
export interface Hinder {
  readonly kod: string;
  readonly mening: string;
}

export const hinder = (kod: string, mening: string): Hinder => ({ kod, mening });
