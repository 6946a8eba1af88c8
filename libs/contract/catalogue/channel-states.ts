import type { states } from '@xihuo/kernel';

export const VENUE_STATES = ['draft', 'open', 'closed'] as const;
export type VenueState = (typeof VENUE_STATES)[number];
export const VENUE_EVENTS = ['edit', 'open', 'close'] as const;
export type VenueEvent = (typeof VENUE_EVENTS)[number];

/** A venue (渠道). Closed, its page stays and says so; it may open again. */
export const venueStates: states.StateTable<VenueState, VenueEvent> = {
  initial: 'draft',
  table: {
    draft: { edit: 'draft', open: 'open' },
    open: { edit: 'open', close: 'closed' },
    closed: { edit: 'closed', open: 'open' },
  },
};

export const CAMPAIGN_STATES = ['draft', 'published', 'cancelled'] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];
export const CAMPAIGN_EVENTS = ['edit', 'publish', 'cancel'] as const;
export type CampaignEvent = (typeof CAMPAIGN_EVENTS)[number];

/** A campaign or a fair. Published, its terms no longer change; whether it runs is a matter of its days. */
export const campaignStates: states.StateTable<CampaignState, CampaignEvent> = {
  initial: 'draft',
  table: {
    draft: { edit: 'draft', publish: 'published', cancel: 'cancelled' },
    published: { cancel: 'cancelled' },
    cancelled: {},
  },
};

export const LEAD_STATES = ['new', 'contacted', 'quoted', 'ordered', 'lost', 'withdrawn'] as const;
export type LeadState = (typeof LEAD_STATES)[number];
export const LEAD_EVENTS = ['contact', 'quote', 'order', 'lose', 'resume', 'withdraw'] as const;
export type LeadEvent = (typeof LEAD_EVENTS)[number];

/**
 * What a buyer asked for at a fair. Only a paid order makes it `ordered`: nobody can type that in. Until then the buyer may take it
 * back, and with it the consent to be contacted (PIPL art. 15).
 */
export const leadStates: states.StateTable<LeadState, LeadEvent> = {
  initial: 'new',
  table: {
    new: { contact: 'contacted', quote: 'quoted', order: 'ordered', lose: 'lost', withdraw: 'withdrawn' },
    contacted: { quote: 'quoted', order: 'ordered', lose: 'lost', withdraw: 'withdrawn' },
    quoted: { order: 'ordered', lose: 'lost', withdraw: 'withdrawn' },
    ordered: {},
    lost: { resume: 'contacted', order: 'ordered', withdraw: 'withdrawn' },
    withdrawn: {},
  },
};
