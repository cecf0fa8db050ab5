import type { Profildel } from '../../../domain/profilkontroll.js';

/** The addresses of an insats's profile. */
export const profiladress = (kod: string): string => `/insatser/${encodeURIComponent(kod)}/profil`;
export const andraAdress = (kod: string, del: Profildel): string => `${profiladress(kod)}/andra/${del}`;
export const granskaAdress = (kod: string): string => `${profiladress(kod)}/granska`;
export const flyttaAdress = (kod: string): string => `${profiladress(kod)}/flytta`;
export const filAdress = (kod: string): string => `${profiladress(kod)}/fil`;
/** Who works in an insats and sits in its teams. */
export const folkadress = (kod: string): string => `/insatser/${encodeURIComponent(kod)}/folk`;
export const PROFILER = '/kansli/profiler';
