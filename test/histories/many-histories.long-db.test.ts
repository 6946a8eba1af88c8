import { tellHistories } from './history';

jest.setTimeout(3_000_000);

const RUNS = 2_000;

test(`${RUNS} random histories, others every day: every fen is where it belongs`, async () => {
  const seed = Math.floor(Date.now() / 86_400_000);
  console.log(`seed ${seed}`);
  const begun = performance.now();
  await tellHistories(RUNS, seed, (told) =>
    process.stdout.write(`${told} told in ${Math.round((performance.now() - begun) / 1_000)} s\n`),
  );
});
