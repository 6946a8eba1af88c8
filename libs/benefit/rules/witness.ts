import type { InputOf } from '@xihuo/contract';

type Role = InputOf<'POST /benefit/agreements/{id}/witness'>['body']['role'];

/**
 * What is wrong with a witness; null where nothing is. An officer of the county signs for itself, and nobody else as one; the
 * sheet was signed once the page stood, and not in the future.
 */
export function witnessFault(
  { role, on }: { role: Role; on: string },
  known: { bySupplier: boolean; today: string; offeredOn: string },
): { field: 'role' | 'on'; message: string } | null {
  if ((role === 'countyOfficer') === known.bySupplier)
    return { field: 'role', message: 'an officer of the county signs for itself, and only as one' };
  if (on > known.today) return { field: 'on', message: `not after ${known.today}` };
  return on < known.offeredOn ? { field: 'on', message: `the page stands since ${known.offeredOn}` } : null;
}
