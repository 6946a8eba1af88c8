/** In tenths of a point, rounded to the nearest; null where nobody has said anything: unrated is not the best. */
export function averageTenths(total: number, reviews: number): number | null {
  return reviews === 0 ? null : Math.round((total * 10) / reviews);
}

const RECEIVED: readonly string[] = ['received', 'released'];

/** Whether a line has come to its buyer, who may say then what they think of it. */
export const isReceived = (state: string): boolean => RECEIVED.includes(state);
