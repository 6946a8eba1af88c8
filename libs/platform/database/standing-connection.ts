import { Client } from 'pg';
import type { Log } from '../log/log';

const RECONNECT_MS = 1_000;

export interface StandingOptions {
  readonly databaseUrl: string;
  readonly log: Log;
  /** In the database's list of connections. */
  readonly name: string;
  readonly channel: string;
  /** What was said on the channel; also called with null once the connection stands, when something may have been missed. */
  onSaid(payload: string | null): void;
  onLost?(): void;
}

/** One connection that is kept for listening and is opened again where it is lost. */
export class StandingConnection {
  /** Null while there is none. */
  client: Client | null = null;
  private closed = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: StandingOptions) {}

  async open(): Promise<void> {
    const { databaseUrl, name, channel, onSaid } = this.options;
    const client = new Client({
      connectionString: databaseUrl,
      options: '-c role=xihuo_app',
      application_name: name,
      keepAlive: true,
    });
    client.on('notification', ({ payload }) => onSaid(payload ?? null));
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    await client.connect();
    await client.query(`listen ${channel}`);
    // Closed meanwhile: nobody would end this one.
    if (this.closed) return client.end();
    this.client = client;
    onSaid(null);
  }

  /** Opens it now, or as soon as the database is there. */
  openSometime(): void {
    this.open().catch(() => {
      if (!this.closed) this.retry();
    });
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
    this.options.log.warn({ connection: this.options.name }, 'a standing connection was lost: opening another');
    this.options.onLost?.();
    this.retry();
  }

  private retry(): void {
    this.timer = setTimeout(() => this.openSometime(), RECONNECT_MS);
  }
}
