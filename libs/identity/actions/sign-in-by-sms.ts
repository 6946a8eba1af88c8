import { fail } from '@xihuo/contract';
import { command, type CommandOptions } from '@xihuo/platform';
import { LIMITS } from '../rules/attempt-limits';
import type { Surface } from '../rules/session-limits';
import type { IdentityKit } from '../store/identity-kit';
import { spendSmsCode } from '../store/one-time.sql';
import { peopleOnPhone } from '../store/person.sql';
import { countAttempt, forgive } from './count-attempts';
import { mustHoldCode } from './must-hold-code';
import { startSession, type StartedSession } from './start-session';

export interface SmsSignIn {
  surface: Surface;
  requestId: string;
  phone: string;
  code: string;
  /** The chosen one of several people on the phone. */
  personId: string | undefined;
  address: string;
  replaces: string | null;
}

export interface ChoosePerson {
  kind: 'choosePerson';
  people: { personId: string; displayName: string }[];
}

/**
 * Signs in by the code of an SMS. Where several people share the phone, the right code answers who they are and stays
 * good for the one choice; who is on a phone is never said without it.
 *
 * @throws ProblemError WRONG_CODE (wrong, spent, expired, another request's, five tries used), RATE_LIMITED
 */
export async function signInBySms(
  kit: IdentityKit,
  input: SmsSignIn,
  ask: CommandOptions,
): Promise<StartedSession | ChoosePerson> {
  const shared = [{ limit: LIMITS.smsTryAddress, of: input.address }];
  await countAttempt(kit, shared);
  const index = await mustHoldCode(kit, input);

  const people = await kit.database.read(peopleOnPhone, [index]);
  if (people.length > 1 && input.personId === undefined) {
    return {
      kind: 'choosePerson',
      people: people.map((person) => ({ personId: person.id, displayName: person.display_name })),
    };
  }
  const person = input.personId === undefined ? people[0] : people.find(({ id }) => id === input.personId);
  if (!person) throw fail('WRONG_CODE');
  const { view } = await command(kit.database, ask, async (tx) => {
    const [spent] = await tx.sql(spendSmsCode, [input.requestId, tx.now]);
    if (!spent) throw fail('WRONG_CODE');
    return startSession(tx, { personId: person.id, surface: input.surface, replaces: input.replaces });
  });
  await forgive(kit, [], shared);
  return view;
}
