/** In the order of the way; what follows on what stands in `states`. */
export const APPLICATION_STATES = [
  'draft',
  'submitted',
  'countyRecommended',
  'cityChecked',
  'provinceChecked',
  'underReview',
  'publicNotice',
  'certified',
  'correctionsRequested',
  'rejected',
  'withdrawn',
] as const;
