import { hash } from '@node-rs/argon2';
import { hashPassword, isOutdated, isPassword } from './password-hash';

test('a hash names its algorithm and cost, and opens to its password alone', async () => {
  const phc = await hashPassword('洛川的苹果真甜呀');
  expect(phc).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await isPassword(phc, '洛川的苹果真甜呀')).toBe(true);
  expect(await isPassword(phc, '洛川的苹果真甜')).toBe(false);
  expect(await hashPassword('洛川的苹果真甜呀')).not.toBe(phc);
});

test('an unknown login is worked on as long as a known one', async () => {
  const phc = await hashPassword('some password');
  const time = async (given: string | null) => {
    const begin = performance.now();
    expect(await isPassword(given, 'wrong')).toBe(false);
    return performance.now() - begin;
  };
  const samples = { known: [] as number[], unknown: [] as number[] };
  for (let round = 0; round < 7; round += 1) {
    samples.known.push(await time(phc));
    samples.unknown.push(await time(null));
  }
  const median = (times: number[]) => times.sort((a, b) => a - b)[3]!;
  // Without the decoy the unknown login answers in well under a millisecond.
  expect(median(samples.unknown)).toBeGreaterThan(median(samples.known) / 4);
});

test('an older, cheaper hash is to be made anew', async () => {
  const old = await hash('some password', { memoryCost: 8192, timeCost: 1, parallelism: 1 });
  expect(isOutdated(old)).toBe(true);
  expect(isOutdated(await hashPassword('some password'))).toBe(false);
});

test('a rush waits in line, and beyond the line is told to come back', async () => {
  const phc = await hashPassword('some password');
  const answers = await Promise.allSettled(Array.from({ length: 80 }, () => isPassword(phc, 'some password')));
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(66);
  const refused = answers.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
  expect(refused.reason).toMatchObject({ code: 'UNAVAILABLE', extra: { retryAfterSeconds: 5 } });
});
