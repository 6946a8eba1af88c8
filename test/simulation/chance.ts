/** A stream of chance: the same for the same seed, on every machine. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 to `most` - 1. */
  below(most: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * most);
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** Of a hundred times, so many. */
  happens(percent: number): boolean {
    return this.below(100) < percent;
  }

  pick<One>(all: readonly One[]): One {
    return all[this.below(all.length)]!;
  }

  /** So many of them, none twice. */
  some<One>(all: readonly One[], wanted: number): One[] {
    const left = [...all];
    const taken: One[] = [];
    while (taken.length < wanted && left.length > 0) taken.push(...left.splice(this.below(left.length), 1));
    return taken;
  }
}
