/** What is sold at each turn of the demonstration's two years, by rule alone: the same on every run. */

/** A turn of the year: orders, and what follows of them within four weeks. */
export interface Turn {
  readonly number: number;
  readonly daysAgo: number;
  /** Orders of guests. */
  readonly orders: number;
  /** Orders of public buyers. */
  readonly purchases: number;
}

const TURNS = 24;
const DAYS_BETWEEN = 30;
/** Far enough back for everything of the last turn to be settled before the story of the lot is. */
const LAST_TURN = 44;
const THIS_YEAR = 12;

/** The oldest first. A year ago there was half as much of it. */
export const TURNS_OF_YEARS: readonly Turn[] = Array.from({ length: TURNS }, (_, at) => {
  const back = TURNS - 1 - at;
  const isThisYear = back < THIS_YEAR;
  return {
    number: at + 1,
    daysAgo: LAST_TURN + back * DAYS_BETWEEN,
    orders: isThisYear ? 5 + ((back * 5) % 4) : 2 + (back % 3),
    purchases: isThisYear || back % 3 === 0 ? 1 : 0,
  };
});

export interface Ordered {
  /** Places in the lists of what is offered and of who buys; whoever reads them takes what is left after division. */
  readonly offer: number;
  readonly quantity: number;
  readonly buyer: number;
  /** Two of three buy in the province that is paired with that of the goods. */
  readonly paired: boolean;
  readonly byVenue: boolean;
}

export const ordersOf = ({ number, orders }: Turn): readonly Ordered[] =>
  Array.from({ length: orders }, (_, at) => ({
    offer: number * 7 + at * 3,
    quantity: 1 + ((number + at * 2) % 5),
    buyer: number * 11 + at * 5,
    paired: (number + at) % 3 !== 0,
    byVenue: (number + at) % 4 === 1,
  }));
