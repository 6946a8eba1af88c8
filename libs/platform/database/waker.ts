const GATHER_MS = 4;

/**
 * Sends wake-up calls, gathered: many commits within a few milliseconds make one call. They go out after the commit on a
 * connection of their own, since a NOTIFY inside a transaction makes PostgreSQL commit such transactions one by one.
 * A call may be lost, with its process or its connection: whoever listens also looks by itself now and then.
 */
export class Waker {
  private readonly names = new Set<string>();
  private sending: Promise<void> | null = null;

  constructor(private readonly send: (names: string[]) => Promise<unknown>) {}

  wake(name: string): void {
    this.names.add(name);
    this.sending ??= this.sendAll();
  }

  /** Waits for the calls under way. */
  async close(): Promise<void> {
    await this.sending;
  }

  private async sendAll(): Promise<void> {
    while (this.names.size > 0) {
      await new Promise((resolve) => setTimeout(resolve, GATHER_MS));
      const names = [...this.names];
      this.names.clear();
      await this.send(names).catch(() => undefined);
    }
    this.sending = null;
  }
}
