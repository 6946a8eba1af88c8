/** What a product may carry: the assistance mark, and marks that verified certificates prove today. */
export const CERTIFICATES = ['recognised', 'geographicalIndication', 'greenFood', 'organic'] as const;
/** Ends of the price ranges that lists offer, in fen; the last is open. */
export const PRICE_BANDS = ['0', '2000', '5000', '10000', '20000'] as const;
export const SEARCH_FILTERS = [
  'category',
  'region',
  'supplier',
  'venue',
  'certificate',
  'price',
  'season',
  'keyCounty',
  'deliverTo',
] as const;

/** So many days back what was searched for in vain can be seen; then it is forgotten. */
export const ZERO_RESULT_DAYS = 90;

export const PRODUCT_SORTS = [
  'recommended',
  'sales',
  'priceAsc',
  'priceDesc',
  'newest',
  'minimumOrder',
  'leadTime',
] as const;
