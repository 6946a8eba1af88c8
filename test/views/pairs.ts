/**
 * A small selection of many choices in which every two values that can stand together do so at least once: most faults
 * come from one value or from two that meet, seldom from three. Greedy, in the order given, so always the same.
 *
 * @param choices every choice that is possible, each with the same names
 */
export function allPairs<Choice extends Readonly<Record<string, string>>>(choices: readonly Choice[]): Choice[] {
  const numbers = new Map<string, number>();
  const pairsOf = choices.map((choice) => numbered(pairsIn(choice), numbers));
  const open = new Uint8Array(numbers.size).fill(1);
  const chosen: Choice[] = [];
  for (let left = numbers.size; left > 0;) {
    const best = mostOpen(pairsOf, open);
    for (const pair of pairsOf[best]!) {
      left -= open[pair]!;
      open[pair] = 0;
    }
    chosen.push(choices[best]!);
  }
  return chosen;
}

/** Every choice that the values allow, one of each name. */
export function everyChoice<const Values extends Readonly<Record<string, readonly string[]>>>(
  values: Values,
): { readonly [Name in keyof Values]: Values[Name][number] }[] {
  let choices: Record<string, string>[] = [{}];
  for (const [name, ofName] of Object.entries(values))
    choices = choices.flatMap((choice) => ofName.map((value) => ({ ...choice, [name]: value })));
  return choices as { [Name in keyof Values]: Values[Name][number] }[];
}

/** Each two values of a choice, by their names. */
export function pairsIn(choice: Readonly<Record<string, string>>): string[] {
  const parts = Object.entries(choice).map(([name, value]) => `${name}=${value}`);
  return parts.flatMap((part, at) => parts.slice(at + 1).map((other) => `${part} ${other}`));
}

function numbered(pairs: readonly string[], numbers: Map<string, number>): number[] {
  return pairs.map((pair) => {
    const number = numbers.get(pair) ?? numbers.size;
    numbers.set(pair, number);
    return number;
  });
}

function mostOpen(pairsOf: readonly (readonly number[])[], open: Uint8Array): number {
  let best = 0;
  let most = -1;
  for (const [at, pairs] of pairsOf.entries()) {
    let count = 0;
    for (const pair of pairs) count += open[pair]!;
    if (count > most) [best, most] = [at, count];
  }
  return best;
}
