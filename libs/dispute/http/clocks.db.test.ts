import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holding, openShop, type Shop } from '@xihuo/testing';

type DisputeDesk = Awaited<ReturnType<Shop['quarrels']>>;
const folder = mkdtempSync(join(tmpdir(), 'xihuo-dispute-'));
let desk: DisputeDesk;
let yuan: DisputeDesk['yuan'];
let shop: DisputeDesk['shop'];
let clerk: DisputeDesk['clerk'];
let mediator: DisputeDesk['mediator'];
let clocks: DisputeDesk['clocks'];
let opened: DisputeDesk['opened'];
let seen: DisputeDesk['seen'];
let buyerStep: DisputeDesk['buyerStep'];
let byConsole: DisputeDesk['byConsole'];
let held: DisputeDesk['held'];
beforeAll(async () => {
  desk = await (await openShop()).quarrels(folder);
  ({ yuan, shop, clerk, mediator, clocks, opened, seen, buyerStep, byConsole, held } = desk);
});
afterEach(async () => {
  expect(await holding.brokenInvariants(shop.count)).toEqual({});
});
afterAll(async () => {
  await desk?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('clocks', () => {
  afterEach(() => shop.setClock('0 days'));

  test('a silent supplier brings the platform in; then come evidence, mediation, a late platform, the decision, its execution', async () => {
    const one = await opened(3_000n);
    const at = async (days: number) => {
      await shop.setClock(`${days} days`);
      await clocks();
      return seen(one);
    };
    expect(await at(0)).toMatchObject({ state: 'negotiating' });
    expect(await at(15)).toMatchObject({ state: 'evidence' });
    expect(await at(30)).toMatchObject({ state: 'mediating', overdueSince: null });
    const first = await mediator();
    expect((await byConsole(first, 'mediation', one.view.id, 'claim', {})).status).toBe(200);
    expect(await at(50)).toMatchObject({ state: 'mediating', overdueSince: expect.any(String) });
    const second = await mediator();
    expect((await byConsole(second, 'mediation', one.view.id, 'claim', {})).status).toBe(200);
    const decided = await byConsole(second, 'mediation', one.view.id, 'decision', {
      refund: yuan(1_000),
      reason: '双方证据不足，酌情退还',
    });
    expect(decided.body).toMatchObject({ state: 'decided' });
    await clocks();
    expect(await held(one.view.id)).toBe(3_000);
    // Its last day over, nobody appeals any more, also before the clock has gone round.
    expect((await seen(one)).may).toContain('appeal');
    await shop.setClock('70 days');
    expect((await seen(one)).may).not.toContain('appeal');
    expect(await at(70)).toMatchObject({
      state: 'executed',
      award: { basis: 'decision', refund: yuan(1_000), release: yuan(2_000) },
    });
    await clocks();
    expect(await shop.count('select count(*) from dispute.award where dispute_id = $1', [one.view.id])).toBe(1);
    expect((await seen(one)).messages.filter((said) => said.side === 'platform')).toHaveLength(4);
  });

  test('a buyer who does not answer lets the claim rest', async () => {
    const one = await opened(3_000n);
    await (await clerk()).ask('POST', `/supplier/disputes/${one.view.id}/messages`, { words: '请补发照片' });
    await shop.setClock('13 days');
    await clocks();
    expect(await seen(one)).toMatchObject({ state: 'lapsed' });
    expect(await held(one.view.id)).toBe(0);
  });

  test('cases whose clock cannot be run hold up none behind them, however many they are', async () => {
    const [stuck, other] = [await opened(1_000n), await opened(2_000n)];
    await shop.rows(
      `create function dispute.refuse() returns trigger language plpgsql as 'begin raise exception ''stuck''; end'`,
    );
    await shop.rows(`create trigger stuck before update on dispute.dispute_case for each row
                     when (old.id = '${stuck.view.id}') execute function dispute.refuse()`);
    await shop.setClock('15 days');
    await desk.clocks(1);
    expect(await seen(stuck)).toMatchObject({ state: 'negotiating' });
    expect(await seen(other)).toMatchObject({ state: 'evidence' });
    await shop.rows('drop function dispute.refuse cascade');
  });

  test('what lies with the authorities stays held however long they take, and those who may enter what they say are reminded', async () => {
    const one = await opened(3_000n);
    await buyerStep(one, { step: 'escalate' });
    const first = await mediator();
    await byConsole(first, 'mediation', one.view.id, 'claim', {});
    const referral = { authority: '12315', reference: 'TS2026-002', reason: '买家已向主管部门投诉' };
    await byConsole(first, 'mediation', one.view.id, 'referral', referral);
    await mediator();
    const asked = (whom: 'is' | 'is not') =>
      shop.count(
        `select count(*) from platform.notice told join dispute.dispute_case referred on referred.id = $1
          where told.title_zh = '移交的争议期限已到' and told.key like '%' || referred.id || '%'
            and told.person_id ${whom} distinct from referred.referred_by`,
        [one.view.id],
      );
    for (const days of [120, 121, 240]) {
      await shop.setClock(`${days} days`);
      await clocks();
      expect(await seen(one)).toMatchObject({ state: 'referred' });
      expect(await held(one.view.id)).toBe(3_000);
    }
    expect(await asked('is')).toBeGreaterThanOrEqual(2);
    // Whoever handed it over does not enter what came of it.
    expect(await asked('is not')).toBe(0);
  });
});
