/*
 * What the people of the demo have written: invented, short, and about nobody. A case takes the texts of its running
 * number, so that neighbours in a list differ.
 */

/** The text of a running number, beginning again after the last one. */
export const nasta = <T>(texter: readonly [T, ...T[]], nr: number): T => texter[nr % texter.length] ?? texter[0];

export const fornamn = {
  kvinna: [
    'Alma',
    'Britta',
    'Cilla',
    'Doris',
    'Ella',
    'Frida',
    'Gullan',
    'Hilma',
    'Inga',
    'Jenny',
    'Klara',
    'Lova',
    'Mona',
    'Nora',
    'Oda',
    'Pia',
    'Rut',
    'Svea',
    'Tora',
    'Ulla',
    'Vendela',
    'Ylva',
  ],
  man: [
    'Albin',
    'Bertil',
    'Calle',
    'David',
    'Elof',
    'Fred',
    'Gunnar',
    'Hilding',
    'Ingvar',
    'Jonte',
    'Knut',
    'Love',
    'Malte',
    'Nisse',
    'Olle',
    'Prosper',
    'Roland',
    'Sixten',
    'Ture',
    'Uno',
    'Valter',
    'Yngve',
  ],
} as const;

export const efternamn = [
  'Testsson',
  'Provsson',
  'Exempelsson',
  'Påhittsson',
  'Demosson',
  'Övningsson',
  'Mallsson',
] as const;

export const problembilder = [
  'Sjukskriven i tre år efter en utmattning. Har försökt arbetsträna två gånger men avbrutit. Sover dåligt och orkar ungefär två timmar om dagen.',
  'Har inte haft arbete sedan en flytt för fyra år sedan. Bor ensam, kommer sällan ut och har vänt på dygnet. Vill komma igång men vet inte var hen ska börja.',
  'Värk i rygg och axlar. Tidigare arbete i industri är inte möjligt. Arbetsförmågan är oklar och det finns flera intyg som säger olika saker.',
  'Nyligen klar med behandling för depression. Har ekonomiskt bistånd och väntar på besked om sjukpenning. Behöver en plan där alla drar åt samma håll.',
  'Har avbrutit gymnasiet och provat två praktikplatser. Svårt med nya miljöer och att passa tider. Kontakten med vården är gles.',
  'Har en neuropsykiatrisk diagnos sedan i fjol. Fungerar bra med tydliga ramar men har fallit mellan olika verksamheter.',
  'Saknar sjukpenninggrundande inkomst och har läkarintyg på heltid sedan länge. Ingen utredning av arbetsförmågan är gjord.',
  'Vill tillbaka till arbete efter lång föräldraledighet och sjukdom. Svenska på god nivå men kort arbetslivserfarenhet här.',
] as const;

export const fragor = [
  'Vilka insatser finns hos er, och i vilken ordning bör de komma?',
  'Kan arbetsförmågan utredas samlat, och vem gör vad?',
  'Bedömer teamet att personen kan ha nytta av insatsen nu?',
  'Hur kan vi undvika att personen hamnar mellan vården och arbetsmarknadsåtgärderna?',
] as const;

export const involverade = [
  'Handläggare hos Arbetsförmedlingen, kurator vid vuxenpsykiatrin.',
  'Rehabkoordinator vid hälsocentralen.',
  'Socialsekreterare i hemkommunen och arbetsterapeut.',
] as const;

export const yttranden = [
  'Vi känner inte personen sedan tidigare. Vi kan erbjuda ett första samtal inom två veckor.',
  'Pågående kontakt hos oss. Vi ser att belastningen behöver öka långsamt och i en lugn miljö.',
  'Ärendet är vilande hos oss. Vi kan öppna det igen om de andra bedömer att det är rätt tid.',
  'Vi föreslår en gemensam kartläggning innan någon praktik planeras.',
] as const;

export const motiveringar = {
  rad: 'Teamet bedömer att ordinarie samverkan räcker om stegen tas i rätt ordning. Återkom om det inte går.',
  inskrivning: 'Flera verksamheter behövs samtidigt under längre tid. Teamet rekommenderar inskrivning.',
  forgrupp: 'Personen behöver pröva gruppen innan teamet tar ställning.',
  komplettering: 'Ett aktuellt underlag behövs innan teamet kan ta ställning.',
  annan_insats: 'En annan insats passar bättre.',
  styrgrupp: 'Frågan behöver styrgruppens ställningstagande.',
  bordlagd: 'Underlag från vården saknas. Ärendet tas upp igen på nästa möte.',
  inte_aktuell: 'Behovet ligger hos en enda verksamhet, som redan har en plan.',
} as const;

export const granskningar = {
  komplettering: 'Vilka verksamheter har personen kontakt med i dag, och finns ett aktuellt läkarintyg?',
  annan_insats: 'Personen behöver börja i grupp med coachande stöd, och det finns i SAMBA Rehab.',
  inte_aktuell: 'Personen bor i en kommun som insatsen inte omfattar.',
} as const;

export const styrgruppsfraga = {
  fraga: 'Kan personen delta trots att hemkommunen inte betalar för resorna?',
  bakgrund: 'Teamet vill rekommendera inskrivning, men ingen verksamhet anser sig kunna stå för resorna.',
  alternativ: 'Förbundet betalar i tre månader, eller deltagandet börjar på distans.',
} as const;

export const overinskrivning = 'Personen är utan ersättning och kan inte vänta på nästa lediga plats.';

export const radsatgarder = [
  'Läkarbesök och uppdaterat intyg',
  'Avstämningsmöte tillsammans med personen',
  'Kontakt med arbetsterapeut för bedömning av vardagen',
  'Ansökan om rätt ersättning med stöd av handläggaren',
] as const;

export const kartlaggningar = [
  'God hjälp hemifrån, vana vid praktiskt arbete och vilja att komma ut. Behöver korta pass och en fast kontaktperson.',
  'Klarar rutiner bra när de är förutsägbara. Behöver stöd med ekonomi och med att ordna läkarkontakten.',
  'Stort intresse för trädgård och lager. Hälsan begränsar tempo, inte lust.',
] as const;

export const resurser = ['Körkort, vana vid djur.', 'Goda datakunskaper.', 'Stöd av familjen.'] as const;
export const hinder = ['Sömn och återhämtning.', 'Lång tid utan rutiner.', 'Resvägen med buss.'] as const;

export const planuppfoljningar = [
  'Arbetsprövningen fungerar två dagar i veckan. Vi ökar till tre från nästa månad.',
  'Långsammare än planerat, men deltagaren är nöjd. Delmålet om dygnsrytm är nått.',
  'Studiebesök gjort. Deltagaren vill pröva en kurs på halvfart.',
  'Ny planering efter en tid med sjukdom. Målen står kvar.',
] as const;

export const analyser = [
  'Deltagaren har gått från korta pass till halvtid. Fortsatt stöd på arbetsplatsen föreslås under ett halvår.',
  'Arbetsförmågan är utredd och beskriven. Underlaget är lämnat till den som beslutar om ersättning.',
  'Deltagaren börjar studera på halvfart och har en namngiven kontakt hos studievägledningen.',
] as const;

export const forlangningsbehov =
  'Arbetsprövningen kom igång sent på grund av sjukdom. Deltagaren är nära en anställning och behöver stöd under introduktionen.';

export const planmal = [
  'Arbeta halvtid på en arbetsplats nära hemmet, i en takt som håller över tid.',
  'Få en hållbar vardag och pröva vad som fungerar i arbete.',
  'Börja studera på halvfart med stöd från studievägledningen.',
] as const;

export const delmal = [
  ['Studiebesök på två arbetsplatser', 'Läkarbesök och uppdaterat intyg'],
  ['Fasta tider tre dagar i veckan', 'Kontakt med arbetsterapeut'],
  ['Möte med studievägledare', 'Ansökan om studiestöd'],
] as const;

export const arbetsplatser = ['Testverkstaden', 'Provträdgården', 'Exempelköket'] as const;

export const alias = 'Linnea';
export const skyddsskal = 'Personen har skyddad folkbokföring sedan i våras.';
