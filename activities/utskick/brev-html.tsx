import { renderToString } from 'preact-render-to-string';
import type { Brev } from './brev.js';
import { SIDFOT } from './brev-text.js';

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
const BUTTON =
  'display:inline-block;padding:12px 24px;border-radius:4px;background-color:#1a5c97;color:#ffffff;font-weight:bold;text-decoration:none';
const FOOTER = 'margin:24px 0 0;padding:16px 0 0;border-top:1px solid #707782;font-size:14px';

/**
 * The HTML part of a mail, a whole document.
 * @param lank the whole address of its one link
 */
export const brevHtml = (brev: Brev, lank: string): string =>
  `<!DOCTYPE html>${renderToString(<Brevsida brev={brev} lank={lank} />)}`;

const Brevsida = ({ brev, lank }: { brev: Brev; lank: string }) => (
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
        <ul style={`${FACTS};list-style:none`}>
          {brev.fakta.map(({ term, varde }) => (
            <li style={VALUE}>
              {term}: <strong>{varde}</strong>
            </li>
          ))}
        </ul>
        <p style={PARAGRAPH}>
          <a href={lank} style={BUTTON}>
            {brev.lanktext}
          </a>
        </p>
        <p style={FOOTER}>{SIDFOT.join(' ')}</p>
      </main>
    </body>
  </html>
);
