import { formatMoney, Money } from '@xihuo/ui';
import { Link } from 'react-router';
import { FoundAt } from '../channel/found-at';
import { productHref } from '../channel/via';
import { LookPicture } from '../pictures/look-picture';
import { useT } from '../words';
import type { Order } from './use-order';

type Part = Order['supplierOrders'][number];
type Line = Part['lines'][number];

/** What of a line has left, what waits, what never came, and what goes back. */
function OfLine({ line, part }: { line: Line; part: Part }) {
  const t = useT();
  const waiting = line.quantity - line.shippedPacks - line.cancelledPacks;
  const isSplit = part.state === 'toShip' && line.shippedPacks > 0 && waiting > 0;
  const said = [
    ...(isSplit
      ? [t('order.sentPacks', { count: line.shippedPacks }), t('order.waitingPacks', { count: waiting })]
      : []),
    ...(line.cancelledPacks > 0 ? [t('order.cancelledPacks', { count: line.cancelledPacks })] : []),
    ...(line.refund.amount === '0' ? [] : [t('order.refundOfLine', { amount: formatMoney(line.refund) })]),
  ];
  return said.length === 0 ? null : <p className="text-sm text-ink-soft">{said.join(' · ')}</p>;
}

/** The goods of one supplier's part, as they were named when they were bought. */
export function OrderLines({ part }: { part: Part }) {
  return (
    <ul className="divide-y divide-line">
      {part.lines.map((line) => (
        <li key={line.id} className="grid grid-cols-[3.5rem_1fr] items-center gap-x-4 py-2.5">
          <LookPicture look={line.look} name={line.productName} className="size-14 rounded-md" />
          <div className="min-w-0">
            <div className="flex flex-wrap items-center justify-between gap-x-4">
              <Link
                to={productHref(line.productSlug, undefined, part.supplier.id)}
                className="touch gap-2 underline-offset-4 hover:underline"
              >
                <span lang="zh-CN">{line.productName}</span>
                <span className="whitespace-nowrap text-ink-faint">{line.pack}</span>
              </Link>
              <FoundAt via={line.via} />
              <span className="numeric ms-auto">
                <Money value={line.unitPrice} /> × {line.quantity}
              </span>
            </div>
            <OfLine line={line} part={part} />
          </div>
        </li>
      ))}
    </ul>
  );
}
