import { StandingConnection } from '../database/standing-connection';
import type { Log } from '../log/log';

/** Namespace of the advisory locks by which one worker among many leads a periodic job. */
const LEADERSHIP = 7_302_023;

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
  private readonly connection: StandingConnection;
  private leading = new Set<string>();
  private asking: Promise<boolean> = Promise.resolve(false);

  constructor({ databaseUrl, log, onWake }: PostOptions) {
    this.connection = new StandingConnection({
      ...{ databaseUrl, log, name: 'xihuo-post', channel: 'xihuo_wake', onSaid: onWake },
      onLost: () => (this.leading = new Set()),
    });
  }

  open(): Promise<void> {
    return this.connection.open();
  }

  /** Whether this worker leads the named job, now trying to where nobody does. */
  async leads(name: string): Promise<boolean> {
    if (this.connection.client && this.leading.has(name)) return true;
    // One after the other: the driver takes one query at a time on a connection.
    const asked = this.asking.then(() => this.ask(name));
    this.asking = asked.catch(() => false);
    return asked;
  }

  private async ask(name: string): Promise<boolean> {
    const { client } = this.connection;
    if (!client) return false;
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as mine', [
      LEADERSHIP,
      name,
    ]);
    if (!rows[0]?.mine || client !== this.connection.client) return false;
    this.leading.add(name);
    return true;
  }

  close(): Promise<void> {
    return this.connection.close();
  }
}
