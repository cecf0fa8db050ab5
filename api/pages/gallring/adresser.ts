/** Where gallring is proposed, decided and read about. */
export const GALLRING = '/gallring';
/** Where ärenden are kept by order. */
export const GALLRINGSSTOPP = `${GALLRING}/undantag`;

/** The address of one gallring: a proposal, and later its protocol. */
export const gallringsadress = (id: string): string => `${GALLRING}/${id}`;
