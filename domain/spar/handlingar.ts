import type { Beslutstyp } from '../faser.js';
import type { Insatsbeslutstyp } from '../insats/lage.js';
import { roller, type Kodlista } from '../koder.js';

/** What people and the system do that the trace keeps, besides decisions, in the words of its pages. */
export const sparhandlingar = {
  // readings
  las_arende: 'Läste ärendet',
  las_remiss: 'Läste remissen',
  las_nummer: 'Läste ärendet utan namn',
  las_atgard: 'Läste en åtgärd',
  las_lyft: 'Läste frågan till styrgruppen',
  las_bilaga: 'Hämtade en fil',
  las_lista: 'Läste listan över ärenden',
  las_insats: 'Läste insatsens sida',
  las_kansli: 'Läste kansliets översikt',
  las_profilflytt: 'Läste vad ett byte av profilversion skulle ändra',
  las_egna: 'Läste en sida med egna uppgifter',
  las_utkast: 'Läste ett utkast till remiss',
  las_logg: 'Sökte i loggen',
  las_registerutdrag: 'Hämtade ett registerutdrag',
  las_nodatkomst: 'Läste om nödåtkomster',
  las_overlamning: 'Läste en överlämning av arbete',
  las_folk: 'Läste vilka som arbetar i insatsen eller förbundet',
  las_gallring: 'Läste vad som ska gallras',
  las_gallringsprotokoll: 'Läste ett gallringsprotokoll',
  // what is written in an ärende without deciding
  anteckna: 'Skrev en anteckning',
  ratta_anteckning: 'Rättade en anteckning',
  bifoga: 'La till filer',
  ta_bort_bilaga: 'Tog bort en fil',
  ta_bort_utkast: 'Tog bort ett utkast till remiss',
  egen_uppgift: 'Skrev en egen uppgift',
  egen_uppgift_klar: 'Gjorde klar en egen uppgift',
  egen_uppgift_oppnad: 'Öppnade en egen uppgift igen',
  skicka_remiss: 'Skickade remissen',
  annan_insats: 'Skickade ärendet hit från en annan insats',
  uppgift_tagen: 'Tog en uppgift',
  uppgift_given: 'Gav en uppgift till någon',
  uppgift_lamnad: 'Lämnade tillbaka en uppgift',
  uppgift_vilar: 'La en uppgift åt sidan',
  uppgift_framtagen: 'Tog fram en uppgift som var lagd åt sidan',
  nodatkomst_oppnad: 'Öppnade ärendet med nödåtkomst',
  nodatkomst_avslutad: 'Avslutade nödåtkomsten',
  nodatkomst_granskad: 'Granskade en nödåtkomst',
  // meetings
  motesordning: 'Ändrade ordningen på dagordningen',
  ersattare_inkallad: 'Kallade in en ersättare till ett möte',
  inkallelse_tillbaka: 'Tog tillbaka en inkallelse till ett möte',
  protokoll_stangt: 'Stängde mötets protokoll',
  // insatser and their people
  publicera_profil: 'Publicerade en ny profilversion',
  kasta_profilutkast: 'Kastade ändringar av profilen',
  skapa_insats: 'La till en insats',
  lagg_till_roll: 'Gav en roll',
  ta_bort_roll: 'Tog bort en roll',
  lagg_till_teamplats: 'Gav en plats i teamet',
  ta_bort_teamplats: 'Tog bort en plats i teamet',
  ordforande: 'Gjorde någon till styrgruppens ordförande',
  lagg_till_verksamhet: 'La till en verksamhet',
  lagg_till_anvandare: 'La till en användare',
  andra_anvandare: 'Ändrade uppgifter om en användare',
  avsluta_sessioner: 'Avslutade inloggningar',
  aviseringsval: 'Valde hur mejl skickas',
  stang_konto: 'Stängde av en användare',
  oppna_konto: 'Släppte in en användare igen',
  overlamning_beslutad: 'Beslutade om överlämning av arbete',
  overlamning_igen: 'Försökte igen med en överlämning av arbete',
  overlamning_klar: 'Överlämning av arbete blev klar',
  kalenderlank_skapad: 'Skapade en adress till sin kalender',
  kalenderlank_aterkallad: 'Tog tillbaka adressen till sin kalender',
  ersattare: 'Valde vem som är ersättare',
  franvaro: 'Registrerade frånvaro',
  franvaro_andrad: 'Ändrade frånvaro',
  franvaro_tillbaka: 'Tog tillbaka frånvaro',
  // gallring
  gallring_foreslagen: 'Föreslog gallring',
  gallring_beslutad: 'Beslutade om gallring',
  gallring_avbojd: 'Avböjde ett förslag om gallring',
  gallrad: 'Gallrade handlingar',
  gallring_klar: 'Gallringen blev klar',
  gallringsstopp: 'Undantog ärendet från gallring',
  gallringsstopp_havt: 'Hävde undantaget från gallring',
  // what somebody asked for and did not get
  nekad: 'Nekades',
  skadlig_fil: 'Försökte lämna en fil med skadlig kod',
  // by itself
  forfall: 'En tid gick ut',
  avstamning: 'Ärendet stämdes av med insatsen',
  insatsavstamning: 'Insatsen stämdes av',
} as const satisfies Kodlista;

/** What somebody can be refused, in the words of the trace's pages. */
export const nekadeSaker = {
  sida: 'en sida',
  arende: 'ett ärende',
  utkast: 'ett utkast till remiss',
  bilaga: 'en fil',
  mote: 'ett möte',
  insats: 'en insats',
  anvandare: 'en användare',
  overlamning: 'en överlämning av arbete',
  gallring: 'en gallring',
  gallringsstopp: 'ett undantag från gallring',
  nodatkomst: 'en nödåtkomst',
  egen_uppgift: 'en egen uppgift',
  val: 'något som inte fanns att välja',
} as const satisfies Kodlista;
export type NekadSak = keyof typeof nekadeSaker;

/** What a row of the trace says was done. */
export type Sparhandling = keyof typeof sparhandlingar | Beslutstyp | Insatsbeslutstyp;

/** By which right something was done. */
export const spargrunder = {
  ...roller,
  remittent: 'Remittent',
  egen: 'Egna uppgifter',
} as const satisfies Kodlista;
export type Spargrund = keyof typeof spargrunder;
