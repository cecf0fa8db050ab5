import { kontrolleraSpar } from '../prisma/spar/kontroll.js';
import type { ForvaratSigill } from '../prisma/spar/sigill.js';
import { ConfigError, readDatabaseConfig } from './config.js';

// node dist/bin/verifiera-spar.js [<nr>:<hash> …]: is the trace as it was written? The seals that are given were kept outside.
try {
  const forvarade = process.argv.slice(2).map(forvaratSigill);
  const { databaseUrl, tls } = readDatabaseConfig(process.env);
  const { fel, rader, kedjor, sigill } = await kontrolleraSpar(databaseUrl, forvarade, tls?.database);
  for (const one of fel) console.error(one);
  const read = `${rader} rader i ${kedjor} kedjor och ${sigill} sigill är kontrollerade.`;
  console.log(fel.length === 0 ? `Spåret är helt: ${read}` : `Spåret är inte helt. ${read}`);
  if (fel.length > 0) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
}

function forvaratSigill(text: string): ForvaratSigill {
  const [, nr, hash] = /^(\d{1,9}):([\da-f]{64})$/.exec(text) ?? [];
  if (nr === undefined || hash === undefined)
    throw new ConfigError(`${text} är inget sigill. Skriv numret, kolon och kontrollsumman, som de står i loggen.`);
  return { nr: Number(nr), hash };
}
