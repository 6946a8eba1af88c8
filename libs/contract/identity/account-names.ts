/**
 * What a person agrees to or is told of, each to a text of a version. `terms` and `privacy` stand as long as the account does: they go
 * with it. `favouriteNews` is asked for apart and is taken back at any time (PIPL art. 15).
 */
export const CONSENT_KINDS = ['terms', 'privacy', 'favouriteNews'] as const;
export type ConsentKind = (typeof CONSENT_KINDS)[number];

/** The texts in force, and since which day. A new wording is a new version, and what was agreed to before says which it was. */
export const CONSENT_TEXTS: Readonly<Record<ConsentKind, { version: string; since: string }>> = {
  terms: { version: '1', since: '2026-12-01' },
  privacy: { version: '1', since: '2026-12-01' },
  favouriteNews: { version: '1', since: '2026-12-01' },
};

/** What keeps an account from being deleted: something of it is not over, or it is more than a buyer's. */
export const DELETION_HINDRANCES = ['orders', 'claims', 'disputes', 'roles'] as const;
export type DeletionHindrance = (typeof DELETION_HINDRANCES)[number];

/** Days in which a deletion that was asked for can be taken back. */
export const DELETION_COOLING_DAYS = 7;

export const ADDRESS_TAGS = ['home', 'work', 'school'] as const;
export type AddressTag = (typeof ADDRESS_TAGS)[number];

/** How a coupon stands for whoever holds it; `over`: its time passed, or it was ended. */
export const COUPON_STANDINGS = ['held', 'used', 'over'] as const;
export type CouponStanding = (typeof COUPON_STANDINGS)[number];
