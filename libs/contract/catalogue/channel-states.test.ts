import { states } from '@xihuo/kernel';
import {
  CAMPAIGN_EVENTS,
  CAMPAIGN_STATES,
  LEAD_EVENTS,
  LEAD_STATES,
  VENUE_EVENTS,
  VENUE_STATES,
  campaignStates,
  leadStates,
  venueStates,
} from './channel-states';

/** Every state with the events it answers to; what is not written here is an illegal transition, and that is tested too. */
const EXPECTED: Record<
  string,
  [machine: states.StateTable<string, string>, events: readonly string[], table: Record<string, Record<string, string>>]
> = {
  venue: [
    venueStates,
    VENUE_EVENTS,
    {
      draft: { edit: 'draft', open: 'open' },
      open: { edit: 'open', close: 'closed' },
      closed: { edit: 'closed', open: 'open' },
    },
  ],
  campaign: [
    campaignStates,
    CAMPAIGN_EVENTS,
    {
      draft: { edit: 'draft', publish: 'published', cancel: 'cancelled' },
      published: { cancel: 'cancelled' },
      cancelled: {},
    },
  ],
  lead: [
    leadStates,
    LEAD_EVENTS,
    {
      new: { contact: 'contacted', quote: 'quoted', order: 'ordered', lose: 'lost', withdraw: 'withdrawn' },
      contacted: { quote: 'quoted', order: 'ordered', lose: 'lost', withdraw: 'withdrawn' },
      quoted: { order: 'ordered', lose: 'lost', withdraw: 'withdrawn' },
      ordered: {},
      lost: { resume: 'contacted', order: 'ordered', withdraw: 'withdrawn' },
      withdrawn: {},
    },
  ],
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
  expect([...VENUE_STATES]).toEqual(Object.keys(venueStates.table));
  expect([...CAMPAIGN_STATES]).toEqual(Object.keys(campaignStates.table));
  expect([...LEAD_STATES]).toEqual(Object.keys(leadStates.table));
});
