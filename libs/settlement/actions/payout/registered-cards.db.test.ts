import { provisioning } from '@xihuo/identity';
import type { Actor } from '@xihuo/platform';
import { holding } from '@xihuo/testing';
import { CARDS, kit, openPayoutDesk, vault, type PayoutDesk } from '../../fixtures/payout-desk';
import { cancelOwnAccount } from './own-accounts';
import { viewHeld, type PayoutRunView } from './view-payouts';

let desk: PayoutDesk;
let farmer: Actor;
beforeEach(async () => {
  desk = await openPayoutDesk();
  const { shop, household } = desk;
  const card = vault.seal({ table: 'registry.household_sealed', row: household, column: 'bank_card' }, CARDS[1]!);
  await shop.rows(
    `with named as materialized (select set_config('xihuo.purpose', 'test', true) as purpose)
     insert into registry.household_sealed (household_id, household_kind, id_number, bank_card, consent_given_at, consent_text_version)
     select $1, '\\x00', '\\x00', $2, now(), 'test' from named`,
    [household, card],
  );
  const personId = await shop.does(async (tx) => {
    const { id } = await provisioning.createPerson(tx, { displayName: '户主' });
    await provisioning.grantRole(tx, { personId: id, role: 'farmer', householdId: household });
    await provisioning.linkPhone(tx, vault, { personId: id, phone: '10012300011' });
    return id;
  });
  farmer = {
    ...{ kind: 'person', personId },
    grants: [{ role: 'farmer', householdId: household, organisationId: null, jurisdiction: null }],
  };
  await desk.settled();
});
afterEach(() => holding.closeSound(desk.shop));

const heldOf = async (run: PayoutRunView) =>
  (await viewHeld(desk.shop.database, desk.drawer, run.id, { limit: 100 })).data
    .filter(({ payee }) => payee.id === desk.household)
    .map(({ reason }) => reason);

test('a card that a clerk registered is told to the household, and paid to only once its hours are over', async () => {
  expect(await heldOf(await desk.draw())).toEqual(['accountHeld']);
  expect(
    await desk.shop.count(
      `select count(*) from platform.outgoing_message where channel = 'sms' and key like 'payeeAccount.registered:%'`,
    ),
  ).toBe(1);
  await desk.later(71);
  expect(await heldOf(await desk.draw())).toEqual(['accountHeld']);
  await desk.later(1);
  expect((await desk.itemsOf(await desk.draw())).map(({ numberTail }) => numberTail)).toEqual(['0018']);
});

test('the household cancels a card that is not its own; it is not taken again, and another is', async () => {
  await desk.draw();
  const [card] = await desk.shop.rows<{ id: string }>('select id from settlement.payee_account');
  const ask = { name: 'test', actor: farmer, requestId: 'test' };
  await cancelOwnAccount({ ...kit, database: desk.shop.database }, { id: card!.id, reason: '不是我家的卡' }, ask);
  expect(await heldOf(await desk.draw())).toEqual(['noAccount']);
  await desk.later(72);
  expect(await heldOf(await desk.draw())).toEqual(['noAccount']);
  await desk.account(desk.household, CARDS[0]);
  expect((await desk.itemsOf(await desk.draw())).map(({ numberTail }) => numberTail)).toEqual(['4242']);
});
