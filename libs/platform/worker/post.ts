import { Client } from 'pg';
import type { Log } from '../log/log';

/** Namespace of the advisory locks by which one worker among many leads a periodic job. */
const LEADERSHIP = 7_302_023;
const RECONNECT_MS = 1_000;

export interface PostOptions {
  readonly databaseUrl: string;
  readonly log: Log;
  /** Somebody was woken by name; also called with null after a lost connection, when calls may have been missed. */
  onWake(name: string | null): void;
}

/**
 * A worker's one standing connection: on it arrive the wake-up calls, and on it are held the locks that say who leads what.
 * With the connection the locks are gone, so that another worker takes over at once when this one is killed.
 */
export class Post {
  private client: Client | null = null;
  private closed = false;
  private leading = new Set<string>();
  private asking: Promise<boolean> = Promise.resolve(false);
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: PostOptions) {}

  async open(): Promise<void> {
    const client = new Client({
      connectionString: this.options.databaseUrl,
      options: '-c role=xihuo_app',
      application_name: 'xihuo-post',
      keepAlive: true,
    });
    client.on('notification', ({ payload }) => this.options.onWake(payload ?? null));
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    await client.connect();
    await client.query('listen xihuo_wake');
    this.client = client;
    this.options.onWake(null);
  }

  /** Whether this worker leads the named job, now trying to where nobody does. */
  async leads(name: string): Promise<boolean> {
    if (this.client && this.leading.has(name)) return true;
    // One after the other: the driver takes one query at a time on a connection.
    const asked = this.asking.then(() => this.ask(name));
    this.asking = asked.catch(() => false);
    return asked;
  }

  private async ask(name: string): Promise<boolean> {
    const { client } = this;
    if (!client || this.closed) return false;
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as mine', [
      LEADERSHIP,
      name,
    ]);
    if (!rows[0]?.mine || client !== this.client) return false;
    this.leading.add(name);
    return true;
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    const { client } = this;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  private lost(client: Client): void {
    if (client !== this.client || this.closed) return;
    this.client = null;
    this.leading = new Set();
    this.options.log.warn('the connection for wake-up calls was lost: opening another');
    this.retry();
  }

  private retry(): void {
    this.timer = setTimeout(() => {
      this.open().catch(() => {
        this.client = null;
        if (!this.closed) this.retry();
      });
    }, RECONNECT_MS);
  }
}
