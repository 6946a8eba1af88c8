interface Seen {
  readonly id: string;
  readonly state: string;
}

/**
 * Which import into a place is followed: the one that was followed before, to its end and its result, though the list has it no longer
 * among those that are not over; otherwise the newest of these.
 *
 * @param list newest first
 */
export function importToFollow(followed: string | null, list: readonly Seen[] | undefined): string | null {
  return followed ?? list?.find(({ state }) => state !== 'done' && state !== 'discarded')?.id ?? null;
}
