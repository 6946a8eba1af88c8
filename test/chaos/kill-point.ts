import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { brokenInvariants, invariants, whenQuiet } from '../invariants';
import { startHouse, type RunningHouse } from '../journeys/running-house';
import { paymentsAtProvider, readBooks } from './books';
import { Crashes, eventually, type Program } from './crashes';
import { Story, type Step, type StepName } from './story';

/** Who dies, in which step of an order's way, and where in it. */
export interface KillPoint {
  who: Program;
  during: StepName;
  /** The failpoint; absent where a lock says when, or the kill comes between two steps. */
  at?: string;
  /** Kills while this program waits for a row of the order inside its transaction. */
  amid?: { whose: 'api' | 'worker'; lock: string; of: 'skus' | 'order' };
}

/** A house that is killed in and goes on, order by order. */
export class CrashHouse {
  private turn = 0;
  private constructor(
    private readonly house: RunningHouse,
    private readonly folder: string,
    private readonly crashes: Crashes,
  ) {}

  static async start(): Promise<CrashHouse> {
    const folder = mkdtempSync(join(tmpdir(), 'xihuo-failpoints-'));
    const house = await startHouse({ FAILPOINTS: folder });
    return new CrashHouse(house, folder, new Crashes(house, folder));
  }

  async stop(): Promise<void> {
    await this.house.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** One order all the way, with the kill in the middle; then whatever one order may do is done once, and nothing twice. */
  async survives(point: KillPoint): Promise<void> {
    const before = await readBooks(this.house);
    const story = new Story(this.house, this.turn);
    this.turn += 1;
    for (const [name, step] of Object.entries(story.steps) as [StepName, Step][]) {
      if (name === point.during) await this.crashIn(step, point, story);
      else {
        await step.prepare?.();
        await step.act();
      }
    }

    const { order } = story;
    expect(await story.placeAgain()).toEqual(order);
    expect(await paymentsAtProvider(this.house, order.id)).toEqual([
      { status: 'succeeded', received: order.amount.amount },
    ]);
    expect(await readBooks(this.house)).toEqual({
      orders: before.orders + 1,
      charges: before.charges + 1,
      legsBooked: before.legsBooked + 2,
      shipments: before.shipments + 1,
      settledLines: before.settledLines + 1,
    });
    for (const [name, sql] of Object.entries(whenQuiet))
      await eventually(name, async () => (await this.house.count(sql)) === 0);
    expect(await brokenInvariants(this.house.count, invariants)).toEqual({});
  }

  private async crashIn(step: Step, point: KillPoint, story: Story): Promise<void> {
    const { who, at, amid } = point;
    const former = this.crashes.pid(who);
    if (amid) {
      await step.prepare?.();
      const values = [amid.of === 'skus' ? story.skus : [story.order.id]];
      await this.crashes.amid({ ...amid, values }, step.act, who);
    } else if (at) {
      // The worker goes round by itself; held still, it comes by the failpoint with this step's work and not before.
      const letWork = who === 'worker' ? this.house.hold('worker') : () => undefined;
      await step.prepare?.();
      this.crashes.arm(at);
      letWork();
      await step.act();
      await eventually(`somebody came by ${at}`, () => Promise.resolve(this.crashes.cameBy(at)));
    } else {
      await step.prepare?.();
      this.crashes.kill(who);
      await step.act();
    }
    await this.crashes.restarted(who, former);
  }
}
