import type { Input } from '@xihuo/ui';
import type { Claimable } from './use-after-sales';

export type ClaimKind = Claimable['kinds'][number];
type Body = Input<'POST /orders/{id}/after-sales'>['body'];

/** Reasons a page offers for a kind; the no-reason return only while its seven days run. */
const REASONS: Record<ClaimKind, readonly string[]> = {
  damage: ['damaged'],
  cancel: ['changedMind', 'late', 'other'],
  return: ['noReason', 'quality', 'wrongGoods'],
  refundOnly: ['quality', 'wrongGoods', 'shortPacks', 'late', 'other'],
  exchange: ['quality', 'wrongGoods', 'damaged'],
  resend: ['shortPacks', 'damaged', 'wrongGoods', 'lost'],
};

export function reasonsOf(kind: ClaimKind, lines: readonly Claimable[]): readonly string[] {
  return REASONS[kind].filter((reason) => reason !== 'noReason' || lines.some((line) => line.noReason));
}

/** What one claim may be about: a part and a kind. A claim is answered by one supplier, so parts are never mixed. */
export function choicesOf(
  claimable: readonly Claimable[],
): { kind: ClaimKind; supplierOrderId: string; lines: Claimable[] }[] {
  const parts = [...new Set(claimable.map((line) => line.supplierOrderId))];
  return parts.flatMap((supplierOrderId) =>
    (Object.keys(REASONS) as ClaimKind[]).flatMap((kind) => {
      const lines = claimable.filter((line) => line.supplierOrderId === supplierOrderId && line.kinds.includes(kind));
      return lines.length > 0 ? [{ kind, supplierOrderId, lines }] : [];
    }),
  );
}

/** Damage is shown. */
export const wantsPhotos = (kind: ClaimKind, reason: string): boolean => kind === 'damage' || reason === 'damaged';

/** Other packs are wanted, and money only where those do not come. */
export const wantsOthers = (kind: string): kind is 'exchange' | 'resend' => kind === 'exchange' || kind === 'resend';

export const mostPacks = (kind: ClaimKind, line: Claimable): number =>
  kind === 'cancel' ? line.cancelPacks : line.claimPacks;

/** The body of a claim, or nothing as long as no packs are chosen. */
export function claimOf(
  choice: { kind: ClaimKind; supplierOrderId: string },
  reason: string,
  packs: Readonly<Record<string, number>>,
): Pick<Body, 'supplierOrderId' | 'kind' | 'reason' | 'lines'> | null {
  const lines = Object.entries(packs)
    .filter(([, count]) => count > 0)
    .map(([lineId, count]) => ({ lineId, packs: count }));
  if (lines.length === 0 || reason === '') return null;
  return { supplierOrderId: choice.supplierOrderId, kind: choice.kind, reason, lines };
}
