import { renderToString } from 'preact-render-to-string';
import type { Brev, Brevadresser } from './brev.js';
import { SIDFOT, VALJ } from './brev-text.js';

/*
 * Mail readers strip style sheets and recolour pages as they please. So styles stand on the elements, and apart from the
 * button no colour is set: text and ground are the reader's own, light or dark.
 */
const PAGE = 'margin:0;padding:0;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5';
const LETTER = 'max-width:560px;margin:0 auto;padding:24px 16px;overflow-wrap:anywhere';
const HEADING = 'margin:0 0 16px;font-size:22px;line-height:1.3';
const PARAGRAPH = 'margin:0 0 16px';
const FACTS = 'margin:0 0 24px;padding:4px 0 4px 12px;border-left:4px solid #1a5c97';
const VALUE = 'margin:0';
const LIST_HEADING = 'margin:0 0 8px;font-size:18px;line-height:1.3';
const LIST = 'margin:0 0 24px;padding:0 0 0 20px';
const LIST_ROW = 'margin:0 0 8px';
const BUTTON =
  'display:inline-block;padding:12px 24px;border-radius:4px;background-color:#1a5c97;color:#ffffff;font-weight:bold;text-decoration:none';
// the reader's own colour: the usual blue cannot be read on a dark ground
const LINK = 'color:inherit;text-decoration:underline';
const FOOTER = 'margin:24px 0 0;padding:16px 0 0;border-top:1px solid #707782;font-size:14px';

/** The HTML part of a mail, a whole document. */
export const brevHtml = (brev: Brev, adresser: Brevadresser): string =>
  `<!DOCTYPE html>${renderToString(<Brevsida brev={brev} adresser={adresser} />)}`;

const Lista = ({ rubrik, rader, bas }: NonNullable<Brev['listor']>[number] & { bas: string }) => (
  <>
    <h2 style={LIST_HEADING}>{rubrik}</h2>
    <ul style={LIST}>
      {rader.map(({ text, sida }) => (
        <li style={LIST_ROW}>
          <a href={`${bas}${sida}`} style={LINK}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  </>
);

const Fakta = ({ fakta }: Pick<Brev, 'fakta'>) => (
  <ul style={`${FACTS};list-style:none`}>
    {fakta.map(({ term, varde }) => (
      <li style={VALUE}>
        {term}: <strong>{varde}</strong>
      </li>
    ))}
  </ul>
);

const Brevsida = ({ brev, adresser }: { brev: Brev; adresser: Brevadresser }) => (
  <html lang="sv">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{brev.amne}</title>
    </head>
    <body style={PAGE}>
      <main style={LETTER}>
        <p style={PARAGRAPH}>Hej!</p>
        <h1 style={HEADING}>{brev.rubrik}</h1>
        {brev.stycken.map((stycke) => (
          <p style={PARAGRAPH}>{stycke}</p>
        ))}
        {brev.listor?.map((lista) => (
          <Lista {...lista} bas={adresser.bas} />
        ))}
        {brev.fakta.length > 0 && <Fakta fakta={brev.fakta} />}
        <p style={PARAGRAPH}>
          <a href={adresser.lank} style={BUTTON}>
            {brev.lanktext}
          </a>
        </p>
        <p style={FOOTER}>
          {SIDFOT.join(' ')}{' '}
          <a href={adresser.installningar} style={LINK}>
            {VALJ}
          </a>
        </p>
      </main>
    </body>
  </html>
);
