/**
 * A state machine as a table: state -> event -> next state. A state that is missing does not compile, since the table is a
 * Record over all states; an event that a state does not know is an illegal transition.
 */
export interface StateTable<State extends string, Event extends string> {
  readonly initial: State;
  readonly table: Readonly<Record<State, Partial<Record<Event, State>>>>;
}

/** The state after an event, or null where the table has no such row. */
export function transition<State extends string, Event extends string>(
  machine: StateTable<State, Event>,
  from: State,
  event: Event,
): State | null {
  return machine.table[from][event] ?? null;
}

/**
 * What a trail keeps of a step that is taken: the state it leads to, and nothing of a deed that moves none. Any name may be given,
 * since a thing that goes through states has deeds done to it besides.
 */
export function ledTo<State extends string>(
  machine: StateTable<State, string>,
  from: State,
  deed: string,
): { readonly state?: State } {
  const row = machine.table[from];
  const next = Object.hasOwn(row, deed) ? row[deed] : undefined;
  return next === undefined ? {} : { state: next };
}

/** The events a state answers to: what a page may offer as buttons. */
export function eventsFrom<State extends string, Event extends string>(
  machine: StateTable<State, Event>,
  from: State,
): Event[] {
  return Object.keys(machine.table[from]) as Event[];
}

/** The states from which an event is legal: what a compare-and-set update may name. */
export function statesBefore<State extends string, Event extends string>(
  machine: StateTable<State, Event>,
  event: Event,
): State[] {
  return (Object.keys(machine.table) as State[]).filter((state) => machine.table[state][event] !== undefined);
}

/** Every state that can be reached from the initial one; a test holds it against the whole table. */
export function reachable<State extends string, Event extends string>(machine: StateTable<State, Event>): Set<State> {
  const seen = new Set<State>([machine.initial]);
  const queue: State[] = [machine.initial];
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    for (const next of Object.values(machine.table[state]) as State[]) {
      if (!seen.has(next)) {
        seen.add(next);
        queue.push(next);
      }
    }
  }
  return seen;
}
