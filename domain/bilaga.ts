/** Files that concern one verksamhet's samtycke alone; the team reads what the consultation is about. */
const INTE_FOR_TEAMET: readonly string[] = ['samtycke'];

/** Whether the team may read a file of a kind (`bilageslag`) in a case that samtycke opens to it (design 3). */
export const oppenForTeamet = (slag: string): boolean => !INTE_FOR_TEAMET.includes(slag);
