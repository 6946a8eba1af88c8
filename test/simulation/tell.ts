import { parseArgs } from 'node:util';
import { simulate } from './simulate';

async function main(): Promise<void> {
  const { values } = parseArgs({
    args: process.argv.slice(2).filter((word) => word !== '--'),
    options: {
      seed: { type: 'string', default: '1' },
      to: { type: 'string' },
      days: { type: 'string', default: '60' },
    },
  });
  const [seed, to, days] = [Number(values.seed), Number(values.to ?? values.seed), Number(values.days)];
  if (![seed, to, days].every(Number.isSafeInteger) || seed < 0 || to < seed || days < 1)
    throw new Error('npm run simulate -- [--seed S [--to T]] [--days N]: whole numbers, a day at least');
  if (to > seed) return tellMany({ seed, to, days });
  const { tally, seconds } = await simulate({ seed, days }, console.log);
  for (const [what, times] of [...tally].sort()) console.log(`${String(times).padStart(8)}  ${what}`);
  console.log(`seed ${seed}, ${days} days: every balance agreed every evening, and the export is verified`);
  console.log(`${seconds.toFixed(1)} s, of which a day took ${(seconds / days).toFixed(2)} s`);
}

/** One after the other, each seed's verdict on a line of its own; one that fails is told, and the next goes on. */
async function tellMany({ seed, to, days }: { seed: number; to: number; days: number }): Promise<void> {
  let failed = 0;
  for (let at = seed; at <= to; at += 1) {
    try {
      const { seconds, tally } = await simulate({ seed: at, days });
      const orders = `${tally.get('order')} orders, ${tally.get('payout')} payouts, ${tally.get('left') ?? 0} suppliers left`;
      console.log(
        `ok      seed ${at}, ${days} days: every evening agreed, the export is verified (${orders}; ${seconds.toFixed(0)} s)`,
      );
    } catch (error) {
      failed += 1;
      console.log(`FAILED  ${error instanceof Error ? `${error.message}: ${String(error.cause)}` : String(error)}`);
    }
  }
  console.log(`${to - seed + 1 - failed} of ${to - seed + 1} seeds hold`);
  process.exitCode = failed === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
