import { fail } from '@xihuo/contract';
import type { Grant, Tx } from '@xihuo/platform';

const UNIQUE_VIOLATION = '23505';

/** Who does it; null for the machine that loads a demonstration. */
export function personOf({ actor }: Tx): string | null {
  return actor.kind === 'person' ? actor.personId : null;
}

/** To be given to `catch`: an address that somebody else has is a refusal. @throws ProblemError SLUG_TAKEN, or the error itself */
export function slugTaken(error: { code?: string; constraint?: string }): never {
  if (error.code === UNIQUE_VIOLATION && error.constraint?.endsWith('_slug_key')) throw fail('SLUG_TAKEN');
  throw error;
}

/** Grants of whoever calls. */
export const grantsOf = ({ person }: { person: { grants: readonly Grant[] } | null }): readonly Grant[] =>
  person?.grants ?? [];
