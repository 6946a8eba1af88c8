import type { Role } from '@xihuo/contract';
import { useApi, type Output } from '@xihuo/ui';
import { createContext, useContext } from 'react';

export type Me = Output<'GET /me'>;

/** Who is signed in; asked again when a call finds the session gone (session-watch). */
export function useMeQuery() {
  return useApi('GET /me', {}, { staleTime: 60_000, refetchOnWindowFocus: true });
}

/** Whose desk it is: that of a supplier an operator looks at is another than their own. */
export const deskOf = ({ personId, viewing, grants }: Me): string =>
  viewing ? `${personId} ${grants[0]?.organisation?.id}` : personId;

export const MeContext = createContext<Me | null>(null);

/** The person at work: only below the shell, which lets nobody else through. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('no one is signed in here');
  return me;
}

/** Lists of the whole country are answered to auditors of the whole country, not to those of a place. */
export function readsWholeCountry(me: Me, roles: readonly Role[]): boolean {
  return me.grants.some(
    ({ role, jurisdiction }) => roles.includes(role) && (role !== 'auditor' || jurisdiction === null),
  );
}

export function hasRole(me: Me, roles: readonly Role[]): boolean {
  return me.grants.some(({ role }) => roles.includes(role));
}
