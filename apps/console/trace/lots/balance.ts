export interface Side {
  key: 'deliveries' | 'own' | 'processedIn' | 'shipped' | 'processed' | 'lost' | 'left';
  grams: number;
}

interface Weighed {
  receivedGrams: number;
  shippedGrams: number;
  processedGrams: number;
  lostGrams: number;
  availableGrams: number;
  ownOutputs: readonly { grams: number }[];
  madeBy: readonly { grams: number }[];
}

const sum = (parts: readonly { grams: number }[]) => parts.reduce((total, { grams }) => total + grams, 0);

/**
 * What came in and where it is now: two sides of one sum, in grams. Deliveries count by what they yield, so they are what is
 * left of all that came in once the other ways are taken off.
 */
export function balanceOf(lot: Weighed): { incoming: Side[]; outgoing: Side[] } {
  const own = sum(lot.ownOutputs);
  const made = sum(lot.madeBy);
  return {
    incoming: [
      { key: 'deliveries', grams: lot.receivedGrams - own - made },
      { key: 'own', grams: own },
      { key: 'processedIn', grams: made },
    ],
    outgoing: [
      { key: 'shipped', grams: lot.shippedGrams },
      { key: 'processed', grams: lot.processedGrams },
      { key: 'lost', grams: lot.lostGrams },
      { key: 'left', grams: lot.availableGrams },
    ],
  };
}
