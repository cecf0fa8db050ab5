const SLAG: Readonly<Record<string, string>> = {
  kvitto: 'Kvitto',
  uppgift: 'Ny uppgift',
  paminnelse: 'Påminnelse',
  rekommendation: 'Rekommendation',
  besked: 'Besked om beslut',
  kallelse: 'Kallelse',
  inkallelse: 'Inkallelse',
  kannedom: 'För kännedom',
};
const STATUS: Readonly<Record<string, string>> = {
  vantar: 'Väntar på att skickas',
  skickat: 'Skickat',
  misslyckat: 'Gick inte fram',
  studsat: 'Kom tillbaka',
  hoppat: 'Skickades inte',
  historiskt: 'Skickat tidigare',
  inaktuellt: 'Skickades inte: uppgiften var redan gjord',
};

/** The kind of a mail in words. */
export const utskicksord = (slag: string): string => SLAG[slag] ?? 'Mejl';

/** What became of a mail, in words. */
export const utskicksstatus = (status: string): string => STATUS[status] ?? status;
