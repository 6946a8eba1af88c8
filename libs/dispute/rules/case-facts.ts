import type { machines } from '@xihuo/contract';

export type Party = 'buyer' | 'supplier';

/** What of a case decides who may do what. */
export interface CaseFacts {
  readonly state: machines.DisputeState;
  /** The last day of its step is over, though nothing has come of that yet. */
  readonly isPastDue: boolean;
  readonly supplierId: string;
  readonly buyerId: string | null;
  /** Everybody who acts for the organisation whose purchase it was; nobody where a person bought. */
  readonly buyingPeople: readonly string[];
  readonly offer: { readonly id: string; readonly side: machines.disputing.DisputeSide } | null;
  /** Who has said yes to the offer that stands, or to the decision. */
  readonly accepted: Readonly<Record<Party, boolean>>;
  readonly evidenceDone: Readonly<Record<Party, boolean>>;
  readonly mediatorId: string | null;
  readonly decidedBy: string | null;
  readonly appealBy: Party | null;
  readonly referredBy: string | null;
  /** Everybody who had a hand in it. */
  readonly parts: readonly { readonly personId: string; readonly part: string }[];
}

/** Somebody who stands before a case: a party of it, or somebody of the platform. */
export type Viewer =
  | { readonly side: 'buyer'; readonly personId: string | null }
  | { readonly side: 'supplier'; readonly personId: string }
  | { readonly side: 'mediator'; readonly personId: string; readonly organisationIds: readonly string[] }
  | { readonly side: 'reader' };
