/** Days for which an order that ran out of time may stand again: by then the buyer has bought elsewhere, and prices have moved. */
const DAYS = 3;

/** Orders that had to be paid after this instant may stand again at `now`. */
export function standsAgainSince(now: Date): Date {
  return new Date(now.getTime() - DAYS * 86_400_000);
}
