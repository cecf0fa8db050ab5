import type { VNode } from 'preact';
import { Datum } from '../../components/datum.js';
import { Formular } from '../../components/form/formular.js';
import { Knapp, Knapprad } from '../../components/knapp.js';
import { Tabell } from '../../components/tabell.js';
import type { Inloggning } from '../../queries/sessioner.js';

/** Where one's own sessions are ended: one, or all. */
export const AVSLUTA_EN = '/mig/inloggningar/avsluta';
export const AVSLUTA_ALLA = '/mig/inloggningar/avsluta-alla';

export interface InloggningarProps {
  readonly csrf: string;
  readonly inloggningar: readonly Inloggning[];
  /** The one that shows the page. */
  readonly denna: string;
}

/** A part of `/mig`: where one is logged in, and ending it. */
export function Inloggningar({ csrf, inloggningar, denna }: InloggningarProps): VNode {
  return (
    <section aria-labelledby="mina-inloggningar">
      <h2 id="mina-inloggningar">Här är du inloggad</h2>
      <p>Känner du inte igen en inloggning? Avsluta den, och kontakta förvaltaren i din organisation.</p>
      <Tabell
        id="inloggningar"
        caption="Mina inloggningar"
        doldCaption
        rows={inloggningar}
        rowKey={({ ref }) => ref}
        columns={[
          {
            rubrik: 'Webbläsare',
            radrubrik: true,
            cell: ({ ref, enhet }) => (ref === denna ? `${enhet} (den du använder nu)` : enhet),
          },
          { rubrik: 'Inloggad sedan', cell: ({ borjade }) => <Datum varde={borjade} format="tid" /> },
          { rubrik: 'Senast använd', cell: ({ senast }) => <Datum varde={senast} format="tid" /> },
          {
            rubrik: 'Avsluta',
            doldRubrik: true,
            cell: ({ ref, enhet }) =>
              ref !== denna && (
                <Formular action={AVSLUTA_EN} csrf={csrf} hidden={{ ref }}>
                  <Knapp liten>
                    Avsluta<span class="sr-only"> inloggningen i {enhet}</span>
                  </Knapp>
                </Formular>
              ),
          },
        ]}
      />
      <Formular action={AVSLUTA_ALLA} csrf={csrf}>
        <Knapprad>
          <Knapp>Logga ut överallt</Knapp>
        </Knapprad>
      </Formular>
    </section>
  );
}
