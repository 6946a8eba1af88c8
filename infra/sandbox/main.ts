import { z } from 'zod';
import { startSandbox } from './server';

/** Starts the sandbox as its own process. */
const environment = z.object({
  SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).default(4242),
  SANDBOX_STATE_FILE: z.string().min(1).optional(),
  SANDBOX_WEBHOOK_URL: z.url().optional(),
  SANDBOX_RETURN_ORIGINS: z.string().default('http://localhost:3000,http://127.0.0.1:3000'),
  STRIPE_SECRET_KEY: z.string().startsWith('sk_').optional(),
  STRIPE_WEBHOOK_SECRET: z.string().min(1).optional(),
});

const log = (entry: Record<string, unknown>): void =>
  void process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), name: 'sandbox', ...entry })}\n`);

async function main(): Promise<void> {
  const config = environment.parse(process.env);
  const { SANDBOX_WEBHOOK_URL: url, STRIPE_WEBHOOK_SECRET: secret } = config;
  if (url && !secret) throw new Error('SANDBOX_WEBHOOK_URL needs STRIPE_WEBHOOK_SECRET: webhooks are always signed.');
  const sandbox = await startSandbox({
    port: config.SANDBOX_PORT,
    stateFile: config.SANDBOX_STATE_FILE,
    webhook: url && secret ? { url, secret } : undefined,
    returnOrigins: config.SANDBOX_RETURN_ORIGINS.split(',').map((origin) => new URL(origin.trim()).origin),
    secretKey: config.STRIPE_SECRET_KEY,
    log,
  });
  log({ msg: 'ready', origin: sandbox.origin });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void sandbox.close().then(() => process.exit(0));
    });
  }
}

main().catch((error: unknown) => {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  log({ msg: isTaken ? 'The port is taken: is another sandbox running? Set SANDBOX_PORT.' : String(error) });
  process.exit(1);
});
