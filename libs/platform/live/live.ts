import type { OnModuleDestroy } from '@nestjs/common';
import { StandingConnection } from '../database/standing-connection';
import type { CallerResolver } from '../http/request';
import type { Log } from '../log/log';
import { LiveHub, type Stream } from './hub';
import type { Listener } from './tidings';

export interface LiveOptions {
  readonly databaseUrl: string;
  readonly log: Log;
  readonly callers: Pick<CallerResolver, 'standing'>;
  /** So often it is looked whether the sessions still stand. */
  readonly checkMs?: number;
}

/** Sessions that were signed out, ran out or lost a role are noticed within this time. */
const CHECK_MS = 3_000;
/** Proxies drop what is silent for half a minute or more. */
const BEAT_MS = 25_000;

/** What one process of the api tells its open consoles, from one connection that listens for all of them. */
export class Live implements OnModuleDestroy {
  private readonly hub = new LiveHub();
  private readonly connection: StandingConnection;
  private timers: NodeJS.Timeout[] | null = null;
  private closed = false;
  private checking = false;

  constructor(private readonly options: LiveOptions) {
    const { databaseUrl, log } = options;
    this.connection = new StandingConnection({
      ...{ databaseUrl, log, name: 'xihuo-live', channel: 'xihuo_live' },
      onSaid: (line) => (line === null ? this.hub.missed() : this.hub.hear(line)),
    });
  }

  /** @returns how to take the stream out again */
  add(listener: Listener, stream: Stream): () => void {
    if (this.closed) {
      stream.end();
      return () => undefined;
    }
    this.begin();
    return this.hub.add(listener, stream);
  }

  /** Nest calls it before the server waits for its connections to end, which these would never do by themselves. */
  async onModuleDestroy(): Promise<void> {
    this.closed = true;
    for (const timer of this.timers ?? []) clearInterval(timer);
    this.hub.close();
    await this.connection.close();
  }

  /** The first console brings the connection: a process that nobody watches has none. */
  private begin(): void {
    if (this.timers) return;
    const { checkMs = CHECK_MS } = this.options;
    this.connection.openSometime();
    this.timers = [setInterval(() => this.hub.beat(), BEAT_MS), setInterval(() => void this.check(), checkMs)];
  }

  private async check(): Promise<void> {
    if (this.checking) return;
    this.checking = true;
    try {
      await this.hub.check((ids) => this.options.callers.standing(ids));
    } catch (error) {
      this.options.log.warn({ err: error }, 'whether sessions still stand could not be asked');
    } finally {
      this.checking = false;
    }
  }
}
