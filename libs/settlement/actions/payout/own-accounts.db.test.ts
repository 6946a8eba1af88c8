import { randomUUID } from 'node:crypto';
import { newId, type Actor } from '@xihuo/platform';
import { provisioning } from '@xihuo/identity';
import { holding } from '@xihuo/testing';
import {
  CARDS,
  grant,
  kit as told,
  openPayoutDesk,
  person,
  tells,
  vault,
  type PayoutDesk,
} from '../../fixtures/payout-desk';
import { cancelOwnAccount, proposeOwnAccount } from './own-accounts';
import { viewOwnPayouts } from './view-own-payouts';

const PHONE = '10012300021';
const CODE = '123456';

let desk: PayoutDesk;
let wife: Actor;
let husband: Actor;
beforeEach(async () => {
  desk = await openPayoutDesk();
  wife = await ofTheHousehold('户主');
  husband = await ofTheHousehold('家人');
});
afterEach(() => holding.closeSound(desk.shop));

async function ofTheHousehold(displayName: string, phone = PHONE): Promise<Actor> {
  const personId = await desk.shop.does(async (tx) => {
    const { id } = await provisioning.createPerson(tx, { displayName });
    await provisioning.grantRole(tx, { personId: id, role: 'farmer', householdId: desk.household });
    await provisioning.linkPhone(tx, vault, { personId: id, phone });
    return id;
  });
  return { kind: 'person', personId, grants: [{ ...grant('farmer'), householdId: desk.household }] };
}

/** A code as it is kept once it was sent to a phone. */
async function codeTo(phone = PHONE): Promise<string> {
  const requestId = newId();
  await desk.shop.rows(
    `insert into identity.sms_code (request_id, phone_index, code_hash, created_at, expires_at)
     values ($1, $2, $3, platform.business_now(), platform.business_now() + interval '10 minutes')`,
    [
      requestId,
      vault.blindIndex('identity.phone', phone),
      vault.blindIndex('identity.smsCode', `${requestId} ${CODE}`),
    ],
  );
  return requestId;
}

const kit = () => ({ ...told, database: desk.shop.database });
const ask = (actor: Actor) => ({ name: 'test', actor, requestId: 'test' });
async function say(actor: Actor, requestId: string, changed: object = {}): Promise<string> {
  const card = { holder: await desk.nameOf(desk.household), number: CARDS[1]!, bankName: '示例银行' };
  const shown = { requestId, phone: PHONE, code: CODE };
  return proposeOwnAccount(kit(), { householdId: desk.household, ...card, ...shown, ...changed }, ask(actor));
}
const cancel = (actor: Actor, id: string) => cancelOwnAccount(kit(), { id, reason: '不是我要求的' }, ask(actor));
const states = async () =>
  (await desk.shop.rows<{ state: string }>('select state from settlement.payee_account order by proposed_at, id')).map(
    ({ state }) => state,
  );
const read = () => viewOwnPayouts(desk.shop.database, wife, { limit: 10 });

test('a card that came back is mended by the household, confirmed by finance, and paid to once its hours are over', async () => {
  await desk.account(desk.household);
  await desk.settled();
  const run = await desk.atTheBank();
  const [item] = await desk.itemsOf(run);
  const on = await desk.today();
  await desk.tell(run, tells(item!, 'pay', { on }));
  await desk.tell(run, tells(item!, 'bounce', { on, reason: '账户已销户' }));
  expect(await read()).toMatchObject({ account: { state: 'returned' }, waiting: null });

  const id = await say(wife, await codeTo());
  expect(await read()).toMatchObject({ waiting: { id, numberTail: '0018', state: 'proposed' } });
  expect(
    await desk.shop.count(`select count(*) from platform.notice where key like $1`, [`payeeAccount.proposed:${id}%`]),
  ).toBe(2);
  await expect(desk.decide(id, 'confirm', wife)).rejects.toMatchObject({ code: 'FOUR_EYES' });
  await desk.decide(id, 'confirm');
  expect(await read()).toMatchObject({ waiting: { state: 'confirmed' } });
  await desk.later(72);
  const again = await desk.draw();
  expect((await desk.itemsOf(again)).map(({ numberTail }) => numberTail)).toEqual(['0018']);
});

test('it wants a code of one’s own phone that fits, the household as holder, and a number that holds its check', async () => {
  const requestId = await codeTo();
  const refused = async (changed: object, code: string, by = wife) =>
    expect(say(by, requestId, changed)).rejects.toMatchObject({ code });
  await refused({ code: '654321' }, 'WRONG_CODE');
  await refused({ holder: '别人' }, 'ACCOUNT_NAME_MISMATCH');
  await refused({ number: '4242424242424241' }, 'ACCOUNT_NUMBER_INVALID');
  await refused({ householdId: randomUUID() }, 'NOT_FOUND');
  await refused({}, 'NOT_FOUND', person(grant('supplier', desk.offer.supplierId)));
  // What was refused has spent nothing.
  await say(wife, requestId);

  const foreign = await ofTheHousehold('邻居', '10012300022');
  const elsewhere = await codeTo('10012300022');
  await expect(say(wife, elsewhere, { phone: '10012300022' })).rejects.toMatchObject({ code: 'WRONG_CODE' });
  await expect(say(foreign, await codeTo())).rejects.toMatchObject({ code: 'WRONG_CODE' });
});

test('a card is cancelled by anybody of the household while its hours run, and by nobody of another', async () => {
  const id = await desk.propose(desk.household);
  const stranger: Actor = { kind: 'person', personId: newId(), grants: [{ ...grant('farmer'), householdId: newId() }] };
  await expect(cancel(stranger, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await cancel(husband, id);
  await expect(cancel(husband, id)).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
  await desk.account(desk.household);
  expect(await states()).toEqual(['cancelled', 'confirmed']);
  const [standing] = await desk.shop.rows<{ id: string }>(
    `select id from settlement.payee_account where state = 'confirmed'`,
  );
  await expect(cancel(wife, standing!.id)).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
});

test('finance that is of the household confirms no card of it', async () => {
  const id = await say(wife, await codeTo());
  const both: Actor = {
    kind: 'person',
    personId: newId(),
    grants: [grant('finance'), { ...grant('farmer'), householdId: desk.household }],
  };
  await expect(desk.decide(id, 'confirm', both)).rejects.toMatchObject({ code: 'FOUR_EYES' });
});

describe('two people of one household on one phone, at the same moment', () => {
  const outcome = async (both: readonly Promise<string>[]) =>
    (await Promise.allSettled(both)).map((one) =>
      one.status === 'fulfilled' ? 'said' : (one.reason as { code: string }).code,
    );

  it('with one code: it is spent once', async () => {
    const requestId = await codeTo();
    const [first, second] = (
      await outcome([say(wife, requestId), say(husband, requestId, { number: CARDS[3]! })])
    ).sort();
    expect(second).toBe('said');
    expect(['WRONG_CODE', 'ACCOUNT_WAITING']).toContain(first);
    expect(await states()).toEqual(['proposed']);
  });

  it('with a code each: one card waits, and both are told of it', async () => {
    const codes = [await codeTo(), await codeTo()];
    const both = await outcome([say(wife, codes[0]!), say(husband, codes[1]!, { number: CARDS[3]! })]);
    expect(both.sort()).toEqual(['ACCOUNT_WAITING', 'said']);
    expect(await states()).toEqual(['proposed']);
    expect(await desk.shop.count('select count(*) from platform.notice')).toBe(2);
    // Who was too late has not spent the code: once the first card is cancelled, theirs may be said with it.
    expect(await desk.shop.count('select count(*) from identity.sms_code where used_at is not null')).toBe(1);
  });
});
