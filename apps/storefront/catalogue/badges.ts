import type { Output, Tone } from '@xihuo/ui';

type Card = Pick<
  Output<'GET /products'>['data'][number],
  'ownAccount' | 'advertised' | 'geographicalIndication' | 'stock'
>;

const BADGES = {
  advertised: { word: 'label.advertised', tone: 'attention' },
  ownAccount: { word: 'label.ownAccount', tone: 'info' },
  out: { word: 'stock.out', tone: 'neutral' },
  low: { word: 'stock.low', tone: 'attention' },
  indication: { word: 'product.giShort', tone: 'good' },
} as const satisfies Record<string, { word: string; tone: Tone }>;

/**
 * What a card wears: one mark at most, so that it is seen. What the law wants said is always said, also where that is two:
 * 广告 (电子商务法 art. 40) and 自营 (art. 37). Where there is neither, that it is out or running out comes before the name of a place.
 */
export function badgesOf(card: Card): readonly (typeof BADGES)[keyof typeof BADGES][] {
  const lawful = [card.advertised && BADGES.advertised, card.ownAccount && BADGES.ownAccount].filter((one) => !!one);
  if (lawful.length > 0) return lawful;
  if (card.stock === 'out') return [BADGES.out];
  if (card.stock === 'low') return [BADGES.low];
  return card.geographicalIndication ? [BADGES.indication] : [];
}
