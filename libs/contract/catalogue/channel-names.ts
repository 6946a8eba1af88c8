/** Kinds of venues (渠道): halls (专馆) and zones (专区) of the founding paper, direct-supply points, distribution hubs. */
export const VENUE_KINDS = [
  'provinceHall',
  'countyHall',
  'assistanceZone',
  'directSupplyPoint',
  'distributionHub',
] as const;
export type VenueKind = (typeof VENUE_KINDS)[number];
/** Kinds that stand somewhere one can go to: they have an address and opening times, and may hand goods over. */
export const PLACED_KINDS: readonly VenueKind[] = ['assistanceZone', 'directSupplyPoint', 'distributionHub'];

export const DISCOUNT_KINDS = ['percentOff', 'fullReduction'] as const;
export const FUNDER_KINDS = ['supplier', 'platform', 'organisation'] as const;
export const PHASES = ['coming', 'running', 'over'] as const;
/** The text a buyer agrees to before an exhibitor is told who asks; another text is another version. */
export const LEAD_CONSENT = '2';
/** 展示会, 博览会, 洽谈会. */
export const FAIR_KINDS = ['exhibition', 'expo', 'tradeTalks'] as const;
