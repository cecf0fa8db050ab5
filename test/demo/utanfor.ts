import type { Client } from '@temporalio/client';
import type { Payload, PayloadCodec } from '@temporalio/common';
import type { PrismaClient } from '../../prisma/client.js';
import { krypterade } from '../../prisma/nycklar/falt.js';
import { decodeHtml } from '../support/html.js';

/** Where a page leads: its links, and with them what its forms and scripts ask. */
export function addressesIn(html: string): { readonly links: string[]; readonly all: string[] } {
  const of = (attribute: string) =>
    [...html.matchAll(new RegExp(String.raw`\s${attribute}="([^"]*)"`, 'g'))].map(([, value]) =>
      decodeHtml(value ?? ''),
    );
  const links = of('href');
  return { links, all: [...links, ...['action', 'formaction', 'hx-get', 'src'].flatMap(of)] };
}

/** Every payload that the engine keeps of every case, decrypted, each as text. */
export async function historyOf(client: Client, codec: PayloadCodec): Promise<string[]> {
  const found: Payload[] = [];
  for await (const { workflowId, runId } of client.workflow.list())
    payloadsIn(await client.workflow.getHandle(workflowId, runId).fetchHistory(), found);
  const clear = await codec.decode(found);
  return clear.map(({ data }) => Buffer.from(data ?? []).toString());
}

/** Wherever one stands in an event: arguments, results, memos, headers, failures. */
function payloadsIn(value: unknown, found: Payload[]): void {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return;
  if ('metadata' in value && 'data' in value && value.data instanceof Uint8Array) found.push(value as Payload);
  else for (const one of Object.values(value)) payloadsIn(one, found);
}

/** What may stand in PostgreSQL alone: every sentence of an encrypted column, and the people, their numbers in each way of writing. */
export async function hemligtI(prisma: PrismaClient): Promise<string[]> {
  const people = await prisma.individ.findMany({ select: { namn: true, personnummer: true } });
  const numbers = people.flatMap(({ personnummer: nr }) =>
    nr ? [nr, nr.slice(2), `${nr.slice(0, 8)}-${nr.slice(8)}`, `${nr.slice(2, 8)}-${nr.slice(8)}`] : [],
  );
  const texts: string[] = [];
  for (const [tabell, { falt }] of Object.entries(krypterade))
    for (const [kolumn, innehall] of Object.entries(falt)) {
      if (innehall === 'bytes') continue;
      const rows = await prisma.$queryRawUnsafe<Record<string, unknown>[]>(`SELECT * FROM "${tabell}"`);
      texts.push(...rows.flatMap((row) => strings(row[kolumn])));
    }
  // a word is anybody's; a sentence is somebody's
  const sentences = texts.filter((text) => text.length > 20 && text.includes(' '));
  return [...new Set([...people.flatMap(({ namn }) => namn ?? []), ...numbers, ...sentences])];
}

const strings = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
};
