import type { VNode } from 'preact';
import { Stegvisare } from '../../components/arende/stegvisare.js';
import { Felsammanfattning, antalFel } from '../../components/form/felsammanfattning.js';
import { Formular } from '../../components/form/formular.js';
import { Knapp, Knapprad } from '../../components/knapp.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import type { Sidram } from '../../http/page-frame.js';
import { stegAdress, stegFor, type Steg } from '../../remissformular/steg.js';
import { FaltBakgrund } from './falt-bakgrund.js';
import { FaltFraga } from './falt-fraga.js';
import { FaltInsats } from './falt-insats.js';
import { FaltPerson } from './falt-person.js';
import { FaltSamtycke } from './falt-samtycke.js';
import type { SteginnehallProps } from './steginnehall.js';

/** The pages of questions. */
const sidor = {
  insats: { Falt: FaltInsats, ingress: 'Allt du fyller i sparas när du går vidare. Du kan fortsätta en annan dag.' },
  person: { Falt: FaltPerson, ingress: undefined },
  samtycke: {
    Falt: FaltSamtycke,
    ingress: 'Personen bestämmer själv vilka verksamheter som får ta del av uppgifter, och vilka uppgifter.',
  },
  bakgrund: {
    Falt: FaltBakgrund,
    ingress: 'Skriv det som teamet behöver för att kunna ge ett råd, och inte mer än så.',
  },
  fraga: { Falt: FaltFraga, ingress: undefined },
};

export interface StegsidaProps extends SteginnehallProps {
  readonly utkastId: string;
  readonly kod: Exclude<Steg, 'kontrollera'>;
  /** Opened from the check page, which is where it leads back to. */
  readonly ater: boolean;
  readonly ram: Sidram;
}

/** The steps above each page of the form; all of them can be gone to once the first one is answered. */
export function Steglista({
  utkastId,
  kod,
  avidentifierad,
}: {
  utkastId: string;
  kod: Steg;
  avidentifierad: boolean;
}): VNode {
  const order = stegFor(avidentifierad);
  const now = order.findIndex((one) => one.kod === kod);
  return (
    <Stegvisare
      aktuellt={now + 1}
      steg={order.map((one, index) => ({
        text: one.text,
        ...(index < now ? { href: stegAdress(utkastId, one.kod) } : {}),
      }))}
    />
  );
}

/** One page of the form. */
export function Stegsida({ utkastId, kod, ater, ram, svar, errors, kontext }: StegsidaProps): VNode {
  const { Falt, ingress } = sidor[kod];
  const rubrik = stegFor(false).find((one) => one.kod === kod)?.text ?? '';
  return (
    <Sida {...ram} titel={`${rubrik}, ny remiss`} harFel={antalFel(errors) > 0} smal>
      <Steglista utkastId={utkastId} kod={kod} avidentifierad={kontext.avidentifierad} />
      <Sidhuvud rubrik={rubrik} overrubrik="Ny remiss" {...(ingress === undefined ? {} : { ingress })} />
      <Felsammanfattning errors={errors} />
      <Formular action={stegAdress(utkastId, kod)} csrf={ram.csrf} {...(ater ? { hidden: { ater: 'ja' } } : {})}>
        <Falt svar={svar} errors={errors} kontext={kontext} />
        <Knapprad>
          <Knapp variant="primary">{ater ? 'Spara och kontrollera' : 'Spara och fortsätt'}</Knapp>
          {kod === 'fraga' && (
            <Knapp name="spara" value="bilagor">
              Spara och lägg till bilagor
            </Knapp>
          )}
          <Knapp name="spara" value="senare">
            Spara och fortsätt senare
          </Knapp>
        </Knapprad>
      </Formular>
    </Sida>
  );
}
