import { createRequire } from 'node:module';
import Pdfkit from 'pdfkit';

const require = createRequire(import.meta.url);
const FONT = {
  vanlig: require.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  fet: require.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
};
/** Points: A4 lying down, with a margin of two centimetres. */
const MARGINAL = 56;
const LUFT = 8;

/** A column of the table: its heading and its share of the width. */
export interface Pdfkolumn {
  readonly rubrik: string;
  readonly andel: number;
}

/** A document of one heading, some paragraphs and one table. */
export interface Tabelldokument {
  readonly titel: string;
  readonly stycken: readonly string[];
  readonly kolumner: readonly Pdfkolumn[];
  readonly rader: readonly (readonly string[])[];
  /** At the foot of each page, before its number. */
  readonly sidfot: string;
  readonly skapad: Date;
}

type Pdf = InstanceType<typeof Pdfkit>;

/** Writes a tagged PDF in Swedish: headings, paragraphs and the table's rows and cells are told to a screen reader. */
export function writePdf(dokument: Tabelldokument): Promise<Buffer> {
  const { titel, stycken, skapad } = dokument;
  const pdf = new Pdfkit({
    size: 'A4',
    layout: 'landscape',
    margin: MARGINAL,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'sv-SE',
    displayTitle: true,
    font: FONT.vanlig,
    info: { Title: titel, CreationDate: skapad, Producer: 'Remissflöde', Creator: 'Remissflöde' },
  });
  const done = collect(pdf);
  const rot = pdf.struct('Document');
  pdf.addStructure(rot);
  rot.add(pdf.struct('H1', {}, () => pdf.font(FONT.fet).fontSize(18).text(titel).moveDown(0.5)));
  for (const stycke of stycken)
    rot.add(pdf.struct('P', {}, () => pdf.font(FONT.vanlig).fontSize(10).text(stycke, { width: 620 }).moveDown(0.5)));
  writeTabell(pdf, rot, dokument);
  rot.end();
  writeSidfot(pdf, dokument.sidfot);
  pdf.end();
  return done;
}

function collect(pdf: Pdf): Promise<Buffer> {
  const parts: Buffer[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(Buffer.concat(parts)));
    pdf.on('error', reject);
  });
}

function writeTabell(
  pdf: Pdf,
  rot: ReturnType<Pdf['struct']>,
  { kolumner, rader }: Pick<Tabelldokument, 'kolumner' | 'rader'>,
): void {
  const hela = pdf.page.width - 2 * MARGINAL;
  const bredder = kolumner.map(({ andel }) => hela * andel);
  const rubriker = kolumner.map(({ rubrik }) => rubrik);
  const tabell = pdf.struct('Table');
  rot.add(tabell);
  writeRad(pdf, tabell, rubriker, bredder, 'TH');
  for (const rad of rader) {
    if (pdf.y + hojd(pdf, rad, bredder) > pdf.page.height - MARGINAL) {
      pdf.addPage();
      // the headings once more, for the eye only: the table has them already
      writeArtefakt(pdf, () => writeCeller(pdf, rubriker, bredder, FONT.fet, (_nr, write) => write()));
    }
    writeRad(pdf, tabell, rad, bredder, 'TD');
  }
  tabell.end();
}

function hojd(pdf: Pdf, rad: readonly string[], bredder: readonly number[]): number {
  pdf.font(FONT.vanlig).fontSize(9);
  return Math.max(...rad.map((text, nr) => pdf.heightOfString(text, { width: (bredder[nr] ?? 0) - LUFT }))) + LUFT;
}

function writeRad(
  pdf: Pdf,
  tabell: ReturnType<Pdf['struct']>,
  rad: readonly string[],
  bredder: readonly number[],
  slag: 'TH' | 'TD',
): void {
  const tr = pdf.struct('TR');
  tabell.add(tr);
  writeCeller(pdf, rad, bredder, slag === 'TH' ? FONT.fet : FONT.vanlig, (_nr, write) => {
    const cell = pdf.struct(slag, {}, write);
    tr.add(cell);
    cell.end();
  });
  tr.end();
}

function writeCeller(
  pdf: Pdf,
  rad: readonly string[],
  bredder: readonly number[],
  font: string,
  put: (nr: number, write: () => void) => void,
): void {
  const top = pdf.y;
  const high = hojd(pdf, rad, bredder);
  let left = MARGINAL;
  for (const [nr, text] of rad.entries()) {
    const width = bredder[nr] ?? 0;
    put(nr, () => {
      pdf
        .font(font)
        .fontSize(9)
        .fillColor('black')
        .text(text, left, top + LUFT / 2, { width: width - LUFT, features: ['tnum'] });
    });
    left += width;
  }
  writeArtefakt(pdf, () => {
    pdf
      .moveTo(MARGINAL, top + high)
      .lineTo(left, top + high)
      .lineWidth(0.5)
      .strokeColor('#888')
      .stroke();
  });
  pdf.x = MARGINAL;
  pdf.y = top + high;
}

function writeArtefakt(pdf: Pdf, write: () => void): void {
  pdf.markContent('Artifact', { type: 'Layout' });
  write();
  pdf.endMarkedContent();
}

function writeSidfot(pdf: Pdf, text: string): void {
  const { count } = pdf.bufferedPageRange();
  for (let nr = 0; nr < count; nr += 1) {
    pdf.switchToPage(nr);
    // below the margin, where text would begin a new page
    pdf.page.margins.bottom = 0;
    pdf.markContent('Artifact', { type: 'Pagination' });
    pdf
      .font(FONT.vanlig)
      .fontSize(8)
      .text(`${text} Sida ${nr + 1} av ${count}`, MARGINAL, pdf.page.height - MARGINAL / 2, { lineBreak: false });
    pdf.endMarkedContent();
  }
}
