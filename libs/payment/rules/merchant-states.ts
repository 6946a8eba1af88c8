/** The institution's word on a merchant, as our rows have it. */
export const MERCHANT_STATES = { open: 'active', pending: 'opening', restricted: 'restricted' } as const;
