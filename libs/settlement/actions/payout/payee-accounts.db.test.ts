import { randomUUID } from 'node:crypto';
import { provisioning } from '@xihuo/identity';
import type { Actor } from '@xihuo/platform';
import { holding } from '@xihuo/testing';
import { CARDS, grant, kit, openPayoutDesk, person, vault, type PayoutDesk } from '../../fixtures/payout-desk';
import { proposePayeeAccount } from './payee-accounts';
import { viewPayeeAccounts } from './view-payouts';

let desk: PayoutDesk;
beforeEach(async () => {
  desk = await openPayoutDesk();
});
afterEach(() => holding.closeSound(desk.shop));

describe('an account', () => {
  it('is the payee’s own by name and number, said by one and confirmed by another', async () => {
    const wanted = {
      payeeId: desk.household,
      holder: await desk.nameOf(desk.household),
      number: CARDS[0]!,
      bankName: '示例银行',
      cnapsCode: null,
      reason: '登记',
    };
    const say = (changed: Partial<typeof wanted>, by = desk.drawer) =>
      desk.as(by, (tx) => proposePayeeAccount(tx, kit, { ...wanted, ...changed }));
    await expect(say({ holder: '别人' })).rejects.toMatchObject({ code: 'ACCOUNT_NAME_MISMATCH' });
    await expect(say({ number: '4242424242424241' })).rejects.toMatchObject({ code: 'ACCOUNT_NUMBER_INVALID' });
    await expect(say({}, person(grant('supplier', desk.offer.supplierId)))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    // Named though it never had an account: whoever comes by the address of its page reads whose it is.
    const ofPayee = (by: Actor) => viewPayeeAccounts(desk.shop.database, by, { payeeId: wanted.payeeId, limit: 20 });
    expect(await ofPayee(desk.drawer)).toEqual({
      ...{ data: [], nextCursor: null },
      payee: { kind: expect.any(String), id: wanted.payeeId, name: wanted.holder },
    });
    const id = await say({});
    await expect(say({ number: CARDS[1]! })).rejects.toMatchObject({ code: 'ACCOUNT_WAITING' });
    const listed = async (by: Actor) => (await viewPayeeAccounts(desk.shop.database, by, { limit: 20 })).data;
    const mayOf = async (by: Actor) => (await listed(by)).find((one) => one.id === id)?.may;
    expect(await mayOf(desk.drawer)).toEqual(['cancel']);
    expect(await mayOf(desk.approver)).toEqual(['confirm', 'cancel']);
    await expect(desk.decide(id, 'confirm', desk.drawer)).rejects.toMatchObject({ code: 'FOUR_EYES' });
    await desk.decide(id, 'confirm');
    expect(await mayOf(desk.drawer)).toEqual(['cancel']);
    await expect(desk.decide(id, 'confirm')).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
    await expect(say({})).rejects.toMatchObject({ code: 'ACCOUNT_KNOWN' });
    await desk.later(72);
    expect(await mayOf(desk.drawer)).toBeUndefined();
    await expect(desk.decide(id, 'cancel')).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
  });

  it('of a supplier is named by its clerks, cancelled by them, and confirmed by finance alone', async () => {
    const clerk = person(grant('supplier', desk.offer.supplierId));
    const colleague = person(grant('supplier', desk.offer.supplierId));
    const id = await desk.propose(desk.offer.supplierId, '102100099996', clerk);
    await expect(desk.decide(id, 'confirm', colleague)).rejects.toMatchObject({ code: 'FOUR_EYES' });
    await expect(desk.decide(id, 'cancel', person(grant('supplier', randomUUID())))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await desk.decide(id, 'cancel', colleague);
    expect(await desk.shop.rows('select state from settlement.payee_account')).toEqual([{ state: 'cancelled' }]);
  });

  it('that a clerk says is told to that clerk too, and to the phone they had before: somebody may have come in as them', async () => {
    const { shop, offer } = desk;
    const personId = await shop.does(async (tx) => {
      const { id } = await provisioning.createPerson(tx, { displayName: '唯一经办人' });
      await provisioning.grantRole(tx, { personId: id, role: 'supplier', organisationId: offer.supplierId });
      await provisioning.linkPhone(tx, vault, { personId: id, phone: '10012300001' });
      await provisioning.linkPhone(tx, vault, { personId: id, phone: '10012300002' });
      return id;
    });
    const clerk = { ...person(grant('supplier', offer.supplierId)), personId };
    const id = await desk.propose(offer.supplierId, '102100099996', clerk);
    const told = () =>
      shop.count('select count(*) from platform.outgoing_message where channel = $1 and key like $2', [
        'sms',
        `%${id}%`,
      ]);
    expect(await told()).toBe(2);
    expect(await shop.count('select count(*) from platform.notice where person_id = $1', [personId])).toBe(1);
    await desk.decide(id, 'cancel', clerk);
    expect(await told()).toBe(4);
  });

  it('is readable by no query that names no purpose, and nowhere in plain', async () => {
    await desk.account(desk.household);
    const seen = await desk.shop.does(async (tx) => {
      const { rows } = await tx.client.query<{ count: string }>('select count(*) from settlement.payee_account_sealed');
      return rows[0]!.count;
    });
    expect(Number(seen)).toBe(0);
    const [row] = await desk.shop.rows<{ told: string }>(
      'select to_jsonb(payee_account)::text as told from settlement.payee_account',
    );
    expect(row!.told).not.toContain(CARDS[0]);
  });
});
