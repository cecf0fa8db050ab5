import type { VNode } from 'preact';
import { profildelar } from '../../../domain/profilkontroll.js';
import { Brodsmulor, type Brodsmula } from '../../components/brodsmulor.js';
import { Felsammanfattning, antalFel, type FaltFel } from '../../components/form/felsammanfattning.js';
import { Formular } from '../../components/form/formular.js';
import { Knapp, Knapprad, Lankknapp } from '../../components/knapp.js';
import { Meddelande } from '../../components/meddelande.js';
import { Sida } from '../../components/sida.js';
import { Sidhuvud } from '../../components/sidhuvud.js';
import type { Sidram } from '../../http/page-frame.js';
import type { Profilsektion } from '../../profil/falt.js';
import { andraAdress, granskaAdress, profiladress } from './adresser.js';
import { Sektionsfalt } from './falt.js';

export interface AndraPageProps {
  ram: Sidram;
  /** What stands above the profile for who reads it. */
  over: Brodsmula;
  insats: { readonly kod: string; readonly namn: string };
  sektion: Profilsektion;
  profil: unknown;
  errors: FaltFel;
  ovriga: readonly string[];
  /** When the draft was last changed, as this form saw it; empty: there was none. */
  sedd: string;
  /** The version that the changes begin from. */
  grund: number;
  /** Somebody else has changed the draft since this form was shown. */
  hannFore?: boolean;
}

/** `/insatser/<kod>/profil/andra/<del>`: one section of a profile. What is saved is a draft until it is published. */
export function AndraPage(props: AndraPageProps): VNode {
  const { ram, over, insats, sektion, profil, errors, ovriga, sedd, grund, hannFore } = props;
  const rubrik = profildelar[sektion.del];
  const harFel = antalFel(errors) + ovriga.length > 0;
  return (
    <Sida
      {...ram}
      titel={`${rubrik}, ${insats.namn}`}
      smal
      harFel={harFel}
      brodsmulor={
        <Brodsmulor
          lankar={[over, { href: profiladress(insats.kod), text: `Profil för ${insats.namn}` }]}
          har={rubrik}
        />
      }
    >
      <Felsammanfattning errors={errors} ovriga={ovriga} />
      {hannFore && (
        <Meddelande typ="warning" rubrik="Någon annan har ändrat samtidigt">
          Det du skrev står kvar här nedanför, men är inte sparat. Spara igen för att skriva över den andras ändringar
          på den här sidan.
        </Meddelande>
      )}
      <Sidhuvud overrubrik={insats.namn} rubrik={rubrik} ingress={sektion.ingress} />
      <Formular action={andraAdress(insats.kod, sektion.del)} csrf={ram.csrf} hidden={{ sedd, grund: String(grund) }}>
        <Knapprad>
          <Knapp variant="primary" name="spara" value="ja">
            Spara ändringen
          </Knapp>
          <Lankknapp href={granskaAdress(insats.kod)}>Granska och publicera</Lankknapp>
        </Knapprad>
        <Sektionsfalt sektion={sektion} profil={profil} errors={errors} />
        <Knapprad>
          <Knapp name="spara" value="ja">
            Spara ändringen
          </Knapp>
        </Knapprad>
      </Formular>
    </Sida>
  );
}
