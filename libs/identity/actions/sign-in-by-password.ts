import { fail } from '@xihuo/contract';
import { command, type CommandOptions } from '@xihuo/platform';
import { LIMITS } from '../rules/attempt-limits';
import { normalLogin } from '../rules/password-policy';
import type { Surface } from '../rules/session-limits';
import { hashPassword, isOutdated, isPassword } from '../secrets/password-hash';
import type { IdentityKit } from '../store/identity-kit';
import { findCredential, rehashCredential } from '../store/person.sql';
import { cameInByTexts } from './account/consents';
import { countAttempt, forgive } from './count-attempts';
import { startSession, type StartedSession } from './start-session';

export interface PasswordSignIn {
  surface: Surface;
  login: string;
  password: string;
  address: string;
  replaces: string | null;
}

/**
 * Signs in by login and password. An unknown login, a disabled person and a wrong password are one answer after the same
 * work; hashing stays outside of the transaction, which would hold a connection for its length.
 *
 * @throws ProblemError WRONG_CREDENTIALS, RATE_LIMITED, UNAVAILABLE (too many sign-ins at this moment)
 */
export async function signInByPassword(
  kit: IdentityKit,
  input: PasswordSignIn,
  ask: CommandOptions,
): Promise<StartedSession> {
  const login = normalLogin(input.login);
  const own = [
    { limit: LIMITS.loginFromAddress, of: `${login} ${input.address}` },
    { limit: LIMITS.login, of: login },
  ];
  const shared = [{ limit: LIMITS.address, of: input.address }];
  await countAttempt(kit, [...own, ...shared]);

  const [known] = await kit.database.read(findCredential, [login]);
  const fits = await isPassword(known?.password_phc ?? null, input.password);
  if (!known || !fits) throw fail('WRONG_CREDENTIALS');
  const dearer = isOutdated(known.password_phc) ? await hashPassword(input.password) : null;

  const { view } = await command(kit.database, ask, async (tx) => {
    if (dearer !== null) await tx.sql(rehashCredential, [known.person_id, known.password_phc, dearer]);
    if (input.surface === 'shop') await cameInByTexts(tx, known.person_id);
    return startSession(tx, { personId: known.person_id, surface: input.surface, replaces: input.replaces });
  });
  await forgive(kit, own, shared);
  return view;
}
