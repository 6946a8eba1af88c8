import type { channels } from '@xihuo/contract';

interface Discount {
  readonly name: { readonly zh: string };
  readonly percentBp: number | null;
  readonly thresholdFen: string | null;
  readonly reductionFen: string | null;
  readonly category: string | null;
  readonly funders: readonly { readonly kind: (typeof channels.FUNDER_KINDS)[number]; readonly shareBp: number }[];
}

/** In basis points, of all of the kind: which organisations they are is on the campaign's own page. */
const shareOf = (kind: string, funders: Discount['funders']): number =>
  funders.filter((funder) => funder.kind === kind).reduce((sum, { shareBp }) => sum + shareBp, 0);

/** What the trail keeps of a campaign's discounts, by name: how much, from when on, of what, and whose money it is. */
export function discountsTold(discounts: readonly Discount[]): Record<string, object> {
  return Object.fromEntries(
    discounts.map(({ name, percentBp, thresholdFen, reductionFen, category, funders }) => {
      const [from, off] = [thresholdFen, reductionFen].map((fen) => (fen === null ? null : Number(fen)));
      const said = Object.entries({ percentBp, thresholdFen: from, reductionFen: off, category });
      const shares = Object.fromEntries(funders.map(({ kind }) => [kind, shareOf(kind, funders)]));
      return [name.zh, { ...Object.fromEntries(said.filter(([, one]) => one !== null)), funders: shares }];
    }),
  );
}
