/** Accounts by name, as a bookkeeper would write them on paper: what each holds, counted on the side it grows on. */
export class Books {
  readonly #held = new Map<string, bigint>();

  add(code: string, owner: string | null, fen: bigint): void {
    const account = nameOf(code, owner);
    this.#held.set(account, (this.#held.get(account) ?? 0n) + fen);
  }

  of(code: string, owner: string | null = null): bigint {
    return this.#held.get(nameOf(code, owner)) ?? 0n;
  }

  /** Where the house says something else, in words. */
  differences(told: readonly { code: string; owner: string | null; fen: bigint }[]): string[] {
    const house = new Map(told.map(({ code, owner, fen }) => [nameOf(code, owner), fen]));
    return [...new Set([...house.keys(), ...this.#held.keys()])].sort().flatMap((account) => {
      const [here, there] = [this.#held.get(account) ?? 0n, house.get(account) ?? 0n];
      return here === there ? [] : [`${account}: the house has ${there} fen, the auditor ${here}`];
    });
  }
}

const nameOf = (code: string, owner: string | null) => (owner === null ? code : `${code} of ${owner}`);

/** The house's answer is not what the auditor reckoned. */
export class Disagreement extends Error {
  override readonly name = 'Disagreement';
}

export function mustAgree(agrees: boolean, words: () => string): void {
  if (!agrees) throw new Disagreement(words());
}
