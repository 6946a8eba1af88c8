import { parseArgs } from 'node:util';
import { simulate } from './simulate';

async function main(): Promise<void> {
  const { values } = parseArgs({
    args: process.argv.slice(2).filter((word) => word !== '--'),
    options: { seed: { type: 'string', default: '1' }, days: { type: 'string', default: '60' } },
  });
  const [seed, days] = [Number(values.seed), Number(values.days)];
  if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(days) || seed < 0 || days < 1)
    throw new Error('npm run simulate -- [--seed S] [--days N]: whole numbers, a day at least');
  const { tally, seconds } = await simulate({ seed, days }, console.log);
  for (const [what, times] of [...tally].sort()) console.log(`${String(times).padStart(8)}  ${what}`);
  console.log(`seed ${seed}, ${days} days: every balance agreed every evening, and the export is verified`);
  console.log(`${seconds.toFixed(1)} s, of which a day took ${(seconds / days).toFixed(2)} s`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
