/** What a dispute is about. */
export const DISPUTE_KINDS = [
  'notReceived',
  'short',
  'damaged',
  'notAsDescribed',
  'quality',
  'foodSafety',
  'other',
] as const;
export type DisputeKind = (typeof DISPUTE_KINDS)[number];

/** Who speaks in a case. */
export const DISPUTE_SIDES = ['buyer', 'supplier', 'mediator', 'platform'] as const;
export type DisputeSide = (typeof DISPUTE_SIDES)[number];

/** How a case came to its award. */
export const AWARD_BASES = ['agreement', 'decision', 'appeal', 'authority'] as const;
export type AwardBasis = (typeof AWARD_BASES)[number];

/** What somebody may do now, beside speaking; a page offers what is named and nothing else. */
export const DISPUTE_ACTS = [
  'say',
  'offer',
  'accept',
  'escalate',
  'withdraw',
  'finishEvidence',
  'acceptDecision',
  'appeal',
  'claim',
  'decide',
  'decideAppeal',
  'refer',
  'conclude',
] as const;
export type DisputeAct = (typeof DISPUTE_ACTS)[number];

/**
 * For these reasons of law, and no other, a review may be hidden: 个人信息保护法, 网络信息内容生态治理规定, 民法典 art. 1024 (defamation),
 * 广告法 art. 14 (advertising in disguise). A bad score is none (电子商务法 art. 39).
 */
export const HIDING_GROUNDS = ['personalData', 'unlawful', 'defamation', 'advertising'] as const;
export type HidingGround = (typeof HIDING_GROUNDS)[number];
