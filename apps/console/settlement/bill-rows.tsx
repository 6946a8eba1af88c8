import { Money, type Output } from '@xihuo/ui';

interface BillRow {
  id: string;
  word: string;
  /** What it does to the sum below: printed before the amount, and not read out. */
  sign: string;
  value: Output<'GET /settlement/statements/{id}'>['gross'];
  total?: boolean;
}

/** A sum as one reads a bill: what comes on top, what goes off, what is left. */
export function BillRows({ rows }: { rows: readonly BillRow[] }) {
  return (
    <dl>
      {rows.map(({ id, word, sign, value, total }) => (
        <div
          key={id}
          className={`flex items-baseline justify-between gap-4 py-1.5 ${total ? 'border-t border-line-strong font-semibold' : ''}`}
        >
          <dt className={total ? '' : 'text-ink-soft'}>{word}</dt>
          <dd className="whitespace-nowrap">
            <span aria-hidden className="me-2 text-ink-faint">
              {sign}
            </span>
            <Money value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
