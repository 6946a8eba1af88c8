import { holding } from '@xihuo/testing';
import { CARDS, openPayoutDesk, vault, type PayoutDesk } from '../../fixtures/payout-desk';
import { discardList } from './decide-list';
import { viewHeld, type PayoutRunView } from './view-payouts';

let desk: PayoutDesk;
beforeEach(async () => {
  desk = await openPayoutDesk();
});
afterEach(() => holding.closeSound(desk.shop));

describe('who is due and not on the list', () => {
  const heldOf = async (run: PayoutRunView) =>
    (await viewHeld(desk.shop.database, desk.drawer, run.id, { limit: 100 })).data.map(({ payee, reason }) => [
      payee.id,
      reason,
    ]);

  it('has no account, or one that is held for its hours, whichever it was paid to before', async () => {
    await desk.account(desk.offer.supplierId, '102100099996');
    await desk.settled();
    const run = await desk.draw();
    expect(await heldOf(run)).toEqual([[desk.household, 'noAccount']]);
    await desk.as(desk.drawer, (tx) => discardList(tx, { id: run.id, reason: 'x' }));
    await desk.decide(await desk.propose(desk.household), 'confirm');
    await desk.later(71);
    const held = await desk.draw();
    expect(await heldOf(held)).toEqual([[desk.household, 'accountHeld']]);
    await desk.as(desk.drawer, (tx) => discardList(tx, { id: held.id, reason: 'x' }));
    await desk.later(1);
    expect(await desk.draw()).toMatchObject({ items: 2, held: [] });
  });

  it('changed twice in a row, the hours begin anew; cancelled, the account before is paid to', async () => {
    await desk.account(desk.household);
    await desk.settled();
    await desk.decide(await desk.propose(desk.household, CARDS[1]), 'confirm');
    await desk.later(40);
    const second = await desk.propose(desk.household, CARDS[3]);
    await desk.decide(second, 'confirm');
    await desk.later(40);
    const nobody = await desk.draw();
    expect(nobody).toMatchObject({ state: 'discarded', items: 0, batches: [] });
    expect((await heldOf(nobody)).map(([, reason]) => reason).sort()).toEqual(['accountHeld', 'noAccount']);
    await desk.decide(second, 'cancel');
    const run = await desk.draw();
    expect((await desk.itemsOf(run)).map(({ numberTail }) => numberTail)).toEqual(['0018']);
  });

  it('registered with a card and another cancelled before the first payout, it is paid to the card', async () => {
    await desk.settled();
    const change = await desk.propose(desk.household, CARDS[3]);
    await desk.decide(change, 'confirm');
    await desk.decide(change, 'cancel');
    const card = vault.seal(
      { table: 'registry.household_sealed', row: desk.household, column: 'bank_card' },
      CARDS[1]!,
    );
    await desk.shop.rows(
      `with named as materialized (select set_config('xihuo.purpose', 'test', true) as purpose)
       insert into registry.household_sealed (household_id, household_kind, id_number, bank_card, consent_given_at, consent_text_version)
       select $1, '\\x00', '\\x00', $2, now(), 'test' from named`,
      [desk.household, card],
    );
    expect(await heldOf(await desk.draw())).toContainEqual([desk.household, 'accountHeld']);
    await desk.later(72);
    const run = await desk.draw();
    expect((await desk.itemsOf(run)).map(({ numberTail }) => numberTail)).toEqual(['0018']);
  });

  it('a supplier that owes households, or may not sell, is not paid while they are', async () => {
    await desk.account(desk.household);
    await desk.account(desk.offer.supplierId, '102100099996');
    await desk.settled();
    await desk.shop.workedDays(desk.offer.supplierId, 1, 9_000n);
    const run = await desk.draw();
    expect(run).toMatchObject({
      items: 1,
      held: [{ reason: 'owesHouseholds', payees: 1, amount: { amount: '8000' } }],
    });
  });

  it('a suspended supplier waits', async () => {
    await desk.account(desk.household);
    await desk.account(desk.offer.supplierId, '102100099996');
    await desk.settled();
    await desk.shop.impose(desk.offer.supplierId, 'suspension');
    expect(await heldOf(await desk.draw())).toEqual([[desk.offer.supplierId, 'standing']]);
  });
});
