/** By what unpaid orders are counted: the address they are asked from, the buyer's account, the phone they are sent to. */
export const COUNTED_BY = ['address', 'account', 'phone'] as const;
type CountedBy = (typeof COUNTED_BY)[number];

/** Who asks for an order, as keys to compare; null where nothing is known of it. */
export type Asker = Readonly<Record<CountedBy, string | null>>;

/** How many a key may have; null is no limit. */
export type UnpaidMost = Readonly<Record<CountedBy, number | null>>;

/**
 * Which of the orders that are asked for together are too many, in order of arrival: one that is taken counts for those after it.
 *
 * @param before how many unpaid orders a key has already
 */
export function tooMany(
  askers: readonly Asker[],
  before: (by: CountedBy, key: string) => number,
  most: UnpaidMost,
): boolean[] {
  const taken = new Map<string, number>();
  return askers.map((asker) => {
    const counted = COUNTED_BY.flatMap((by) => {
      const [key, limit] = [asker[by], most[by]];
      return key === null || limit === null ? [] : [{ slot: `${by} ${key}`, held: before(by, key), limit }];
    });
    if (counted.some(({ slot, held, limit }) => held + (taken.get(slot) ?? 0) >= limit)) return true;
    for (const { slot } of counted) taken.set(slot, (taken.get(slot) ?? 0) + 1);
    return false;
  });
}
