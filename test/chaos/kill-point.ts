import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { holding } from '@xihuo/testing';
import { startHouse, type RunningHouse } from '../journeys/running-house';
import { paymentsAtProvider, readBooks, type Books } from './books';
import { Crashes, eventually, type Program } from './crashes';
import { Story, ways, type Step, type StepName } from './story';

/** Who dies, in which step of an order's way, and where in it. */
export interface KillPoint {
  who: readonly Program[];
  during: StepName;
  /** The failpoint, come by in the work of the step; absent where a lock says when, or the kill comes before the step. */
  at?: string;
  /** Kills while `whose` transaction waits for rows of the order. */
  amid?: { whose: 'api' | 'worker'; lock: string; of: 'skus' | 'order' };
}

/** The api stands amid an order, at the shelf. */
export const amidOrder = {
  whose: 'api',
  lock: 'select from ordering.stock where sku_id = any ($1::uuid[]) for update',
  of: 'skus',
} as const;

/** The worker stands amid a batch of events, at a paid order. */
export const amidBatch = {
  whose: 'worker',
  lock: 'select from ordering.customer_order where id = any ($1::uuid[]) for update',
  of: 'order',
} as const;

/** A house that is killed in and goes on, order by order. */
export class CrashHouse {
  private turn = 0;
  private constructor(
    private readonly house: RunningHouse,
    private readonly folder: string,
    private readonly crashes: Crashes,
    /** Lines that the demonstration had sold. */
    private readonly others: readonly string[],
  ) {}

  static async start(): Promise<CrashHouse> {
    const folder = mkdtempSync(join(tmpdir(), 'xihuo-failpoints-'));
    const house = await startHouse({ FAILPOINTS: folder });
    const others = await house.rows<{ id: string }>('select id from ordering.order_line');
    return new CrashHouse(
      house,
      folder,
      new Crashes(house, folder),
      others.map(({ id }) => id),
    );
  }

  async stop(): Promise<void> {
    await this.house.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** One order all its way, with the kill in the middle; then whatever one order may do is done once, and nothing twice. */
  async survives(point: KillPoint): Promise<void> {
    const before = await readBooks(this.house, this.others);
    const story = new Story(this.house, this.turn);
    this.turn += 1;
    const way = wayOver(point.during);
    for (const name of ways[way]) {
      const step: Step = story.steps[name];
      if (name === point.during) await this.crashIn(step, point, story);
      else {
        await step.prepare?.();
        await step.act();
      }
    }

    const { order } = story;
    const isPaid = way === 'paid' || way === 'paidUnheard';
    expect(await story.placeAgain()).toEqual(order);
    expect(await paymentsAtProvider(this.house, order.id)).toEqual([
      isPaid ? { status: 'succeeded', received: order.amount.amount } : { status: 'canceled', received: '0' },
    ]);
    await this.isQuiet();
    expect(difference(before, await readBooks(this.house, this.others))).toEqual(isPaid ? paidOrder : unpaidOrder);
    expect(await holding.brokenInvariants(this.house.count, holding.invariants)).toEqual({});
  }

  private async isQuiet(): Promise<void> {
    for (const [name, sql] of Object.entries(holding.whenQuiet))
      await eventually(name, async () => (await this.house.count(sql)) === 0);
  }

  private async crashIn(step: Step, { who, at, amid }: KillPoint, story: Story): Promise<void> {
    const former = who.map((program) => this.crashes.pid(program));
    if (amid) {
      await step.prepare?.();
      const values = [amid.of === 'skus' ? story.skus : [story.order.id]];
      await this.crashes.amid({ ...amid, values }, step.act, who);
    } else if (at) {
      // The worker goes round by itself; held still, it comes by the failpoint with this step's work and not before.
      const letWork = who.includes('worker') ? this.house.hold('worker') : () => undefined;
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
    for (const [index, program] of who.entries()) await this.crashes.restarted(program, former[index]!);
  }
}

/** What one order brings about: two packs of each of two suppliers, of which the one ships. */
const paidOrder: Books = {
  orders: 1,
  charges: 1,
  legsBooked: 2,
  shipments: 1,
  settledLines: 1,
  onHand: -2,
  reserved: 2,
};
const unpaidOrder: Books = {
  orders: 1,
  charges: 0,
  legsBooked: 0,
  shipments: 0,
  settledLines: 0,
  onHand: 0,
  reserved: 0,
};

function difference(before: Books, after: Books): Books {
  const names = Object.keys(before) as (keyof Books)[];
  return Object.fromEntries(names.map((name) => [name, after[name] - before[name]])) as unknown as Books;
}

function wayOver(wanted: StepName): keyof typeof ways {
  const names = Object.keys(ways) as (keyof typeof ways)[];
  return names.find((name) => (ways[name] as readonly StepName[]).includes(wanted))!;
}
