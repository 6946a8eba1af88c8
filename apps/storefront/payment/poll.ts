/** Seconds between looks at an order whose payment is being confirmed: 2, 4, 8 and then evenly, a minute in all. */
const PAUSES = [2, 4, 8, 15, 15, 16] as const;

/** Milliseconds until the next look after so many, or false once a minute has gone by. */
export function pauseAfter(looks: number): number | false {
  const seconds = PAUSES[looks];
  return seconds === undefined ? false : seconds * 1000;
}
