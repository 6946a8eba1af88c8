import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { startSandbox } from './server';
import { startReceiver, startTestSandbox, stripeFor } from './testing';

const root = resolve(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'sandbox-restart-'));
const running: ChildProcess[] = [];
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** The real process; answers once it says it is ready. */
async function startProcess(stateFile: string): Promise<{ child: ChildProcess; origin: string }> {
  const child = spawn(process.execPath, ['-r', '@swc-node/register', 'infra/sandbox/main.ts'], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      TS_NODE_PROJECT: 'tsconfig.base.json',
      SANDBOX_PORT: '0',
      SANDBOX_STATE_FILE: stateFile,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.push(child);
  for await (const line of createInterface({ input: child.stdout! })) {
    const entry = JSON.parse(line) as { msg: string; origin?: string };
    if (entry.msg === 'ready' && entry.origin) return { child, origin: entry.origin };
  }
  throw new Error('The sandbox ended before it was ready.');
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((done) => child.once('exit', (code) => done(code)));

test('kill -9 keeps every answered request, and its idempotency key', async () => {
  const stateFile = join(folder, 'killed.jsonl');
  const params = { amount: 500, currency: 'cny', metadata: { payment_id: 'survivor' } };
  const first = await startProcess(stateFile);
  const before = stripeFor(first.origin);
  const made = await before.paymentIntents.create(params, { idempotencyKey: 'create' });
  await before.paymentIntents.confirm(made.id, { payment_method: 'pm_card_visa' }, { idempotencyKey: 'confirm' });
  const gone = ended(first.child);
  first.child.kill('SIGKILL');
  await gone;

  const second = await startProcess(stateFile);
  const after = stripeFor(second.origin);
  expect((await after.paymentIntents.retrieve(made.id)).status).toBe('succeeded');
  expect((await after.paymentIntents.create(params, { idempotencyKey: 'create' })).id).toBe(made.id);
  expect((await after.balance.retrieve()).available[0]?.amount).toBe(500);

  const stopped = ended(second.child);
  second.child.kill('SIGTERM');
  expect(await stopped).toBe(0);
}, 30_000);

test('webhooks that were not taken before a stop are sent after it', async () => {
  const stateFile = join(folder, 'webhooks.jsonl');
  const deaf = await startTestSandbox({ stateFile, webhook: { url: 'http://127.0.0.1:1/', secret: 'whsec_test' } });
  const { id } = await deaf.stripe.paymentIntents.create({ amount: 500, currency: 'cny' });
  await deaf.stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' });
  await deaf.close();

  const receiver = await startReceiver();
  const hearing = await startSandbox({ port: 0, stateFile, webhook: { url: receiver.url, secret: 'whsec_test' } });
  expect((await receiver.take('payment_intent.succeeded')).event.data.object).toMatchObject({ id });
  await hearing.close();
  await receiver.close();
});

test('a second sandbox on the same port leaves the first one alone', async () => {
  const first = await startTestSandbox();
  const port = Number(new URL(first.origin).port);
  await expect(startSandbox({ port, stateFile: join(folder, 'second.jsonl') })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
  await first.stripe.balance.retrieve();
  await first.close();
});

test('a second sandbox on the same journal is refused, until the first one is gone', async () => {
  const stateFile = join(folder, 'locked.jsonl');
  const first = await startTestSandbox({ stateFile });
  await expect(startSandbox({ port: 0, stateFile })).rejects.toThrow(/Another sandbox is using/);
  await first.close();
  const second = await startSandbox({ port: 0, stateFile });
  await second.close();
});
