import { fail } from '@xihuo/contract';
import { command, switches, type CommandOptions, type Tx } from '@xihuo/platform';
import { LIMITS } from '../rules/attempt-limits';
import type { IdentityKit } from '../store/identity-kit';
import { spendSmsCode } from '../store/one-time.sql';
import { lockPhone, peopleOnPhone } from '../store/person.sql';
import { cameInByTexts } from './account/consents';
import { countAttempt, forgive } from './count-attempts';
import { createPerson, grantRole, linkPhone } from './provision';
import { mustHoldCode } from './must-hold-code';
import type { ChoosePerson } from './sign-in-by-sms';
import { startSession, type StartedSession } from './start-session';

export interface ShopEntry {
  requestId: string;
  phone: string;
  code: string;
  /** The chosen one of several people on the phone. */
  personId: string | undefined;
  address: string;
  replaces: string | null;
}

/** What a buyer is called who has said no name: nothing of the phone shows in it. */
const NAMELESS = '买家';

/**
 * Signs in to the shop by the code of an SMS, and makes the account of whoever has none. Somebody who is known by the phone buys as
 * the person they are: a farmer, or whoever works for a supplier, is no second person, so that nobody is a stranger to their own
 * goods. Of several people on the phone the right code answers who they are, and stays good for the one choice.
 *
 * @throws ProblemError WRONG_CODE (wrong, spent, expired, another request's, five tries used), RATE_LIMITED, SIGN_UP_PAUSED
 * (there is no account on the phone, and none is made at present: the code stays good)
 */
export async function enterShop(
  kit: IdentityKit,
  input: ShopEntry,
  ask: CommandOptions,
): Promise<StartedSession | ChoosePerson> {
  const shared = [{ limit: LIMITS.smsTryAddress, of: input.address }];
  await countAttempt(kit, shared);
  const index = await mustHoldCode(kit, input);
  const known = await kit.database.read(peopleOnPhone, [index]);
  if (known.length > 1 && input.personId === undefined) {
    return {
      kind: 'choosePerson',
      people: known.map((person) => ({ personId: person.id, displayName: person.display_name })),
    };
  }
  if (known.length === 0) {
    await countAttempt(kit, [
      { limit: LIMITS.registerPhone, of: input.phone },
      { limit: LIMITS.registerAddress, of: input.address },
    ]);
  }
  const { view } = await command(kit.database, ask, async (tx) => {
    const [spent] = await tx.sql(spendSmsCode, [input.requestId, tx.now]);
    if (!spent) throw fail('WRONG_CODE');
    const personId = await buyerOn(tx, kit, input, index);
    await cameInByTexts(tx, personId);
    return startSession(tx, { personId, surface: 'shop', replaces: input.replaces });
  });
  await forgive(kit, [], shared);
  return view;
}

/** The person of the phone who buys, made where there is none; two codes of one phone at once make one. */
async function buyerOn(tx: Tx, kit: IdentityKit, { phone, personId }: ShopEntry, index: Buffer): Promise<string> {
  await tx.sql(lockPhone, [index]);
  const people = await tx.sql(peopleOnPhone, [index]);
  const chosen = personId === undefined ? people[0] : people.find(({ id }) => id === personId);
  // Whoever came onto the phone meanwhile may be the one who asks: the code stays good, and the next answer says who there is.
  if (personId === undefined ? people.length > 1 : !chosen) throw fail('WRONG_CODE');
  if (!chosen) await switches.mustGoOn(tx, 'signUp');
  const id = chosen?.id ?? (await createPerson(tx, { displayName: NAMELESS })).id;
  if (!chosen) await linkPhone(tx, kit.vault, { personId: id, phone });
  await grantRole(tx, { personId: id, role: 'consumer' });
  return id;
}
