import { avstamInsats } from '../../../activities/insats/avstamning.js';
import { fattaInsatsbeslut } from '../../../activities/insats/fatta-beslut.js';
import {
  nyttInsatslage,
  type Insatsbeslut,
  type Insatsformular,
  type Insatslage,
} from '../../../domain/insats/lage.js';
import { svenskKalender as kalender } from '../../../domain/kalender/svensk.js';
import type { Instant } from '../../../domain/kalender/kalender.js';
import type { Prisma, PrismaClient } from '../../client.js';
import type { Profilkod } from '../profiler.js';
import { kontorstid } from './manus.js';
import { demoId, type Organisation } from './organisation.js';
import type { Demosub } from './personer.js';

/** A structural obstacle: who told of it, what it is, and the styrgrupp's answer if it has come. */
interface Demohinder {
  readonly insats: Profilkod;
  readonly av: Demosub;
  /** Working days before the demo's now. */
  readonly anmalt: number;
  readonly text: string;
  readonly svar?: { readonly av: Demosub; readonly arbetsdagarForeNu: number; readonly text: string };
}

// in insatser without a queue: what is played at the end of the line of time must not find places to offer
const alla: readonly Demohinder[] = [
  {
    insats: 'vagknuten',
    av: 'hedda-hittepasson',
    anmalt: 6,
    text: 'Den som bor i Högsby når inte arbetsprövningar med buss före klockan nio. Flera platser har fått tackas nej till.',
  },
  {
    insats: 'samba_rehab',
    av: 'vera-exempelgren',
    anmalt: 18,
    text: 'Läkarintyg dröjer ofta två månader, och förgruppen hinner börja utan dem.',
    svar: {
      av: 'greta-styrgruppsson',
      arbetsdagarForeNu: 4,
      text: 'Vårdcentralerna har från årsskiftet en gemensam tid för intyg varje vecka.',
    },
  },
];

/**
 * Plays the structural obstacles, by the transactions of real ones.
 *
 * @param nu the demo's now, ISO
 */
export async function spelaHinder(prisma: PrismaClient, organisation: Organisation, nu: Instant): Promise<void> {
  for (const ett of alla) await spelaEtt(prisma, organisation, ett, nu);
}

async function spelaEtt(
  prisma: PrismaClient,
  { person }: Organisation,
  { insats, av, anmalt, text, svar }: Demohinder,
  nu: Instant,
): Promise<void> {
  const { id: insatsId, team } = await prisma.insats.findUniqueOrThrow({
    where: { kod: insats },
    select: { id: true, team: { select: { kod: true } } },
  });
  const moment = (arbetsdagar: number, nr: number): Instant =>
    kontorstid(kalender.addArbetsdagar(kalender.dayOf(nu), -arbetsdagar), {
      nr,
      sedan: kalender.startOfDay('2000-01-01'),
    });
  const first = moment(anmalt, 1);
  const grund = await avstamInsats(prisma, { lage: nyttInsatslage(insatsId, insats), nu: first });
  const hinder = crypto.randomUUID();
  const beslut = { typ: 'hinderanmalan', av: demoId(person, av), data: { team: team[0]?.kod ?? '' } } as const;
  const lage = await decide(prisma, grund, { ...beslut, id: hinder, ...nar(first) }, { text });
  if (!svar) return;
  const svarat = { typ: 'hindersvar', av: demoId(person, svar.av), data: { hinder } } as const;
  const then = nar(moment(svar.arbetsdagarForeNu, 3));
  await decide(prisma, lage, { ...svarat, id: crypto.randomUUID(), ...then }, { svar: svar.text });
}

const nar = (moment: Instant) => ({ nar: moment, dag: kalender.dayOf(moment) });

async function decide<T extends 'hinderanmalan' | 'hindersvar'>(
  prisma: PrismaClient,
  lage: Insatslage,
  beslut: Insatsbeslut<T>,
  formular: Insatsformular[T],
): Promise<Insatslage> {
  await prisma.insatsbeslut.create({
    data: {
      id: beslut.id,
      insatsId: lage.insatsId,
      typ: beslut.typ,
      data: JSON.parse(JSON.stringify(beslut.data)) as Prisma.InputJsonObject,
      formular: { ...formular },
      avId: beslut.av,
      grund: beslut.typ === 'hindersvar' ? 'styrgrupp' : 'teamrepresentant',
      forberett: beslut.nar,
    },
  });
  return fattaInsatsbeslut(prisma, { lage, beslut, nu: beslut.nar });
}
