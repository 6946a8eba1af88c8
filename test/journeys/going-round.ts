import { expect } from '@jest/globals';
import type { RunningHouse } from './running-house';
import type { Visitor } from './visitor';

/** On the way out every visitor says what the browser complained about; on failure also what was on the screen. */
export async function goingRound(
  house: RunningHouse,
  visitors: readonly Visitor[],
  journey: () => Promise<void>,
): Promise<void> {
  try {
    await journey();
  } catch (error) {
    const pictures = await Promise.all(visitors.map((visitor) => visitor.picture()));
    const complaints = visitors.flatMap((visitor) => visitor.complaints);
    throw new Error(`On the screens:\n${pictures.join('\n')}\nComplaints:\n${complaints.join('\n')}`, { cause: error });
  }
  const own = [house.origin, house.sandbox].map((origin) => new URL(origin).host);
  expect(visitors.flatMap((visitor) => visitor.complaints)).toEqual([]);
  expect(visitors.flatMap((visitor) => [...visitor.hosts]).filter((host) => !own.includes(host))).toEqual([]);
}
