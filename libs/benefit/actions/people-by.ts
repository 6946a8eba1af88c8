import type { Tx } from '@xihuo/platform';
import { peopleOfEach } from '../store/people.sql';

/** Who answers for each of some suppliers, households and collectives, read once for all of them. @returns the people of those that are named */
export async function peopleBy(tx: Tx, ids: readonly string[]): Promise<(...of: readonly string[]) => string[]> {
  return grouped(await tx.sql(peopleOfEach, [[...new Set(ids)]]));
}

export function grouped(rows: readonly { of_id: string; person_id: string }[]): (...of: readonly string[]) => string[] {
  const people = new Map<string, string[]>();
  for (const { of_id: id, person_id: person } of rows) people.set(id, [...(people.get(id) ?? []), person]);
  return (...of) => of.flatMap((id) => people.get(id) ?? []);
}
