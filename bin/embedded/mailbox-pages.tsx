import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';

import type { CaughtMail } from './mailbox-store.js';

/** The list of caught mails, newest first, as a whole HTML document. */
export const listPage = (mails: CaughtMail[]): string =>
  page(
    'Utskick',
    <>
      <h1>Utskick</h1>
      <p>Här visas mejl som den inbyggda demonstrationen har skickat. De har inte lämnat den här datorn.</p>
      {mails.length === 0 ? (
        <p>
          Inga mejl har skickats sedan starten. Kvittot på en remiss kommer direkt, övriga mejl på arbetsdagar kl. 7–17.
          Det som hände i demon före starten finns i ärendenas påminnelser.
        </p>
      ) : (
        <MailTable mails={mails} />
      )}
    </>,
  );

/** One mail with its text and its HTML part, as a whole HTML document. The HTML part is fetched into a frame of its own. */
export const mailPage = (mail: CaughtMail): string =>
  page(
    mail.subject,
    <>
      <p>
        <a href="/">Alla utskick</a>
      </p>
      <h1>{mail.subject}</h1>
      <dl>
        <dt>Till</dt>
        <dd>{mail.to.join(', ')}</dd>
        <dt>Från</dt>
        <dd>{mail.from}</dd>
        <dt>Datum</dt>
        <dd>{swedishTime(mail.date)}</dd>
      </dl>
      <h2>Text</h2>
      <pre>{mail.text}</pre>
      {mail.html && (
        <>
          <h2>HTML</h2>
          <iframe
            title="Mejlets HTML-del"
            src={`/${mail.id}/html`}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
          />
        </>
      )}
    </>,
  );

/** The page for an address that holds nothing. */
export const missingPage = (): string =>
  page(
    'Mejlet finns inte',
    <>
      <h1>Mejlet finns inte</h1>
      <p>
        <a href="/">Alla utskick</a>
      </p>
    </>,
  );

const MailTable = ({ mails }: { mails: CaughtMail[] }) => (
  <table>
    <caption>{mails.length === 1 ? 'Ett mejl' : `${mails.length} mejl, det senaste överst`}</caption>
    <thead>
      <tr>
        <th scope="col">Datum</th>
        <th scope="col">Till</th>
        <th scope="col">Ämne</th>
      </tr>
    </thead>
    <tbody>
      {mails.map((mail) => (
        <tr key={mail.id}>
          <td>{swedishTime(mail.date)}</td>
          <td>{mail.to.join(', ')}</td>
          <td>
            <a href={`/${mail.id}`}>{mail.subject || '(utan ämne)'}</a>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

const page = (title: string, body: ComponentChildren): string =>
  `<!doctype html>${render(
    <html lang="sv">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – Remissflödes brevlåda`}</title>
        <link rel="stylesheet" href="/stil.css" />
      </head>
      <body>
        <main>{body}</main>
      </body>
    </html>,
  )}`;

const formatter = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'Europe/Stockholm',
});

const swedishTime = (date: string | undefined) => (date ? formatter.format(new Date(date)) : 'okänt datum');

/** The style sheet of the pages. */
export const styleSheet = `
:root { color-scheme: light; font: 1.0625rem/1.5 system-ui, sans-serif; color: #1b1b1b; background: #f4f6f9; }
body { margin: 0; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.25; }
h2 { font-size: 1.25rem; margin-top: 2rem; }
a { color: #0b4f9e; }
a:focus-visible { outline: 3px solid #1b1b1b; outline-offset: 2px; }
table { width: 100%; border-collapse: collapse; background: #fff; }
caption { text-align: left; padding: 0.5rem 0; color: #45505c; }
th, td { text-align: left; vertical-align: top; padding: 0.6rem 0.75rem; border-bottom: 1px solid #c9d1da; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1rem; }
dt { font-weight: 600; }
dd { margin: 0; }
pre { white-space: pre-wrap; background: #fff; border: 1px solid #c9d1da; padding: 1rem; font: inherit; }
iframe { width: 100%; height: 34rem; border: 1px solid #c9d1da; background: #fff; }
`;
