import { states } from '@xihuo/kernel';
import { DOSSIER_EVENTS, DOSSIER_STATES, dossierStates } from './dossier-states';
import { EDITION_EVENTS, EDITION_STATES, editionStates } from './edition-states';
import { RECOGNITION_EVENTS, RECOGNITION_STATES, recognitionStates } from './recognition-states';

/** Every state with the events it answers to; what is not written here is an illegal transition, and that is tested too. */
const EXPECTED: Record<
  string,
  [machine: states.StateTable<string, string>, events: readonly string[], table: Record<string, Record<string, string>>]
> = {
  dossier: [
    dossierStates,
    DOSSIER_EVENTS,
    {
      submitted: {
        approve: 'approved',
        requestCorrections: 'correctionsRequested',
        reject: 'rejected',
        withdraw: 'withdrawn',
        supersede: 'superseded',
      },
      correctionsRequested: { supersede: 'superseded', withdraw: 'withdrawn' },
      approved: { supersede: 'superseded' },
      rejected: {},
      withdrawn: {},
      superseded: {},
    },
  ],
  recognition: [
    recognitionStates,
    RECOGNITION_EVENTS,
    {
      submitted: {
        stamp: 'countyStamped',
        requestCorrections: 'correctionsRequested',
        reject: 'rejected',
        withdraw: 'withdrawn',
      },
      countyStamped: {
        publish: 'publicNotice',
        requestCorrections: 'correctionsRequested',
        reject: 'rejected',
        withdraw: 'withdrawn',
      },
      publicNotice: { recognise: 'recognised', reject: 'rejected', withdraw: 'withdrawn' },
      recognised: { lapse: 'lapsed', revoke: 'revoked', supersede: 'superseded' },
      correctionsRequested: { resubmit: 'submitted', withdraw: 'withdrawn' },
      rejected: {},
      withdrawn: {},
      lapsed: {},
      revoked: {},
      superseded: {},
    },
  ],
  edition: [editionStates, EDITION_EVENTS, { draft: { edit: 'draft', publish: 'published' }, published: {} }],
};

const everyRow = Object.entries(EXPECTED).flatMap(([name, [machine, events, table]]) =>
  Object.keys(table).flatMap((state) =>
    events.map((event) => ({ name, machine, state, event, next: table[state]![event] ?? null })),
  ),
);

test.each(everyRow)('$name: $state, $event -> $next', ({ machine, state, event, next }) => {
  expect(states.transition(machine, state, event)).toBe(next);
});

test.each(Object.entries(EXPECTED))('%s: every state is reached', (_name, [machine, , table]) => {
  expect([...states.reachable(machine)].sort()).toEqual(Object.keys(table).sort());
});

test('the lists of states are the tables', () => {
  expect([...DOSSIER_STATES]).toEqual(Object.keys(dossierStates.table));
  expect([...EDITION_STATES]).toEqual(Object.keys(editionStates.table));
  expect([...RECOGNITION_STATES].sort()).toEqual(Object.keys(recognitionStates.table).sort());
});
