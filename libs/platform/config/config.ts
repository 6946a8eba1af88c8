import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);

/** Every setting of the processes, read once at start (README has the table); nothing else reads the environment. */
const schema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3000),
  /** The worker's own port for health and metrics. */
  WORKER_PORT: port.default(3001),
  /** As browsers see us: cookies, return addresses and the cross-site check depend on it. */
  PUBLIC_ORIGIN: z
    .url()
    .default('http://localhost:3000')
    .transform((url) => new URL(url).origin),
  DATABASE_URL: z.string().min(1),
  DATABASE_OWNER_URL: z.string().min(1).optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(16),
  REDIS_URL: z.string().min(1).optional(),
  STRIPE_SECRET_KEY: z.string().min(1),
  STRIPE_PUBLISHABLE_KEY: z.string().optional(),
  STRIPE_WEBHOOK_SECRET: z.string().min(1),
  /** Where the provider listens; absent means the real Stripe. */
  STRIPE_API_BASE: z.url().optional(),
  /** Where browsers reach the sandbox's cashier, where that is not STRIPE_API_BASE (a phone on the LAN). */
  CASHIER_ORIGIN: z.url().optional(),
  /** Where what carriers say of parcels is read (`GET /carrier/v1/events`); absent: nobody says anything. */
  CARRIER_FEED_URL: z.url().optional(),
  /** Takes mail and SMS as JSON by POST and sends them; the sandbox shows them on a page instead. Absent: they wait. */
  MESSAGE_CARRIER_URL: z.url().optional(),
  /** Addresses whose X-Forwarded-For is believed, comma separated (`loopback` for a proxy on this machine); nobody by default. */
  TRUSTED_PROXIES: z.string().default(''),
  /** Key of keys for sealed columns: 32 bytes, base64. */
  MASTER_KEY: z.string().refine((value) => Buffer.from(value, 'base64').length === 32, '32 bytes in base64'),
  DATA_DIR: z.string().default('.data'),
  /** Folder with the built web apps; absent where another server hands them out. */
  WEB_DIR: z.string().optional(),
  /** Bearer token for /metrics; without one only this machine may read it. */
  METRICS_TOKEN: z.string().min(16).optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  /** Failpoints that kill the process, for crash tests only: names, or a folder that arms them (failpoint.ts). */
  FAILPOINTS: z.string().default(''),
});

export type Config = z.output<typeof schema>;

/** Reads the settings; throws one sentence naming each that is wrong, never its value (it may be a secret). */
export function loadConfig(environment: Record<string, string | undefined> = process.env): Config {
  const filled = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(filled);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
    throw new Error(`Settings are missing or wrong (see the table in README.md): ${wrong}`);
  }
  if (parsed.data.NODE_ENV === 'production' && parsed.data.FAILPOINTS !== '') {
    throw new Error('Settings are missing or wrong: FAILPOINTS must be empty in production');
  }
  return parsed.data;
}
