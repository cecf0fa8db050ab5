import type { VNode } from 'preact';
import { tiderIOffentligForsorjning, utbildningar } from '../../../domain/koder.js';
import { koderVidRemiss } from '../../../domain/profilkoder.js';
import { ett, flera } from '../../beslut/formular.js';
import { Kodsvarsfalt } from '../../beslut/kodsvar.js';
import { MAX } from '../../beslut/regler.js';
import { alternativ } from '../../beslut/val.js';
import { Textruta } from '../../components/form/textruta.js';
import { Kryssruta, Kryssrutor, Radiogrupp } from '../../components/form/val.js';
import { MAX_SKAL } from '../../remissformular/regler.js';
import { ikryssad } from '../../remissformular/steg.js';
import type { SteginnehallProps } from './steginnehall.js';

/** Fields of the page about the person's situation. */
export function FaltBakgrund(props: SteginnehallProps): VNode {
  const { svar, errors, kontext } = props;
  const { forsorjningar, sysselsattningar } = koderVidRemiss(kontext.insats?.profil);
  return (
    <>
      <Textruta
        name="problembild"
        label="Personens situation"
        hint="Vad som hindrar arbete eller studier i dag, vad som har prövats och vad personen själv vill."
        max={MAX.text}
        rows={8}
        errors={errors.problembild}
        value={ett(svar, 'problembild')}
      />
      <Kodsvarsfalt
        name="forsorjning"
        label="Försörjning i dag"
        hint="Välj upp till tre, och om var och en är hela eller en del av försörjningen."
        lista={forsorjningar}
        svar={svar}
        errors={errors}
      />
      <Kryssrutor
        name="sysselsattning"
        label="Sysselsättning i dag"
        hint="Kryssa i allt som stämmer."
        errors={errors.sysselsattning}
        value={flera(svar, 'sysselsattning')}
        options={alternativ(sysselsattningar)}
      />
      <Radiogrupp
        name="utbildning"
        label="Högsta avslutade utbildning"
        errors={errors.utbildning}
        value={ett(svar, 'utbildning')}
        options={alternativ(utbildningar)}
      />
      <Radiogrupp
        name="tidIOffentligForsorjning"
        label="Tid i offentlig försörjning"
        hint="Räkna ihop tiden, oavsett vilken myndighet som har betalat."
        errors={errors.tidIOffentligForsorjning}
        value={ett(svar, 'tidIOffentligForsorjning')}
        options={alternativ(tiderIOffentligForsorjning)}
      />
      <Samordning {...props} />
    </>
  );
}

function Samordning({ svar, errors }: SteginnehallProps): VNode {
  return (
    <>
      <Textruta
        name="involverade"
        label="Verksamheter som redan är inblandade"
        hint="Skriv vilka, vad de gör och vem som är kontaktperson."
        frivillig
        max={MAX.text}
        errors={errors.involverade}
        value={ett(svar, 'involverade')}
      />
      <Kryssruta
        name="nollplacerad"
        label="Personen är nollplacerad"
        hint="Har ingen sjukpenninggrundande inkomst och är för sjuk för att söka arbete."
        errors={errors.nollplacerad}
        checked={ikryssad(svar, 'nollplacerad')}
      />
      <Kryssruta
        name="skyndsam"
        label="Remissen är skyndsam"
        hint="Kan inte vänta till nästa ordinarie möte."
        errors={errors.skyndsam}
        checked={ikryssad(svar, 'skyndsam')}
      />
      <Textruta
        name="skyndsamSkal"
        label="Varför kan remissen inte vänta?"
        hint="Behövs bara om remissen är skyndsam."
        max={MAX_SKAL}
        rows={3}
        errors={errors.skyndsamSkal}
        value={ett(svar, 'skyndsamSkal')}
      />
    </>
  );
}
