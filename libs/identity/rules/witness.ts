import type { InputOf } from '@xihuo/contract';

type Role = InputOf<'POST /benefit/agreements/{id}/witness'>['body']['role'];
/** Why a name cannot be a witness: who it is. */
export type Party = 'supplier' | 'household' | 'somebodyElse';

export interface WitnessFault {
  readonly field: 'name' | 'role' | 'on';
  readonly message: string;
}

/**
 * What is wrong with a witness; null where nothing is. An officer of the county signs for itself, and nobody else as one; only it
 * witnesses what the household contested: who was contradicted does not say by whom it is right now. The sheet was signed once there
 * was something to sign, and not in the future.
 */
export function witnessFault(
  { role, on }: { role: Role; on: string },
  known: { bySupplier: boolean; contested: boolean; today: string; since: string },
): WitnessFault | null {
  if ((role === 'countyOfficer') === known.bySupplier)
    return { field: 'role', message: 'an officer of the county signs for itself, and only as one' };
  if (known.contested && role !== 'countyOfficer')
    return { field: 'role', message: 'what the household contested an officer of the county witnesses' };
  if (on > known.today) return { field: 'on', message: `not after ${known.today}` };
  return on < known.since ? { field: 'on', message: `not before ${known.since}` } : null;
}

const PARTIES: Readonly<Record<Party, string>> = {
  supplier: 'who acts for the supplier profits by it and is no witness',
  household: 'nobody witnesses what is its own',
  somebodyElse: 'an officer of the county signs in its own name',
};

/** A party to a thing does not witness it. */
export function partyFault(party: Party | null): WitnessFault | null {
  return party === null ? null : { field: 'name', message: PARTIES[party] };
}
