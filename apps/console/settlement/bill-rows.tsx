import { Money, type Output } from '@xihuo/ui';
import { Link } from 'react-router';

interface BillRow {
  id: string;
  word: string;
  /** What it does to the sum below: printed before the amount, and not read out; an amount that takes away says so itself. */
  sign: string;
  value: Output<'GET /settlement/statements/{id}'>['gross'];
  total?: boolean;
  /** Where it comes from: a page of its own, or a part of this one. */
  to?: string | undefined;
}

function Origin({ to, word }: { to: string; word: string }) {
  const look = 'underline decoration-line-strong underline-offset-4 hover:text-green';
  return to.startsWith('#') ? (
    <a href={to} className={look}>
      {word}
    </a>
  ) : (
    <Link to={to} className={look}>
      {word}
    </Link>
  );
}

/** A sum as one reads a bill: what comes on top, what goes off, what is left. */
export function BillRows({ rows }: { rows: readonly BillRow[] }) {
  return (
    <dl>
      {rows.map(({ id, word, sign, value, total, to }) => (
        <div
          key={id}
          className={`flex items-baseline justify-between gap-4 py-1.5 ${total ? 'border-t border-line-strong font-semibold' : ''}`}
        >
          <dt className={total ? '' : 'text-ink-soft'}>{to === undefined ? word : <Origin to={to} word={word} />}</dt>
          <dd className="whitespace-nowrap">
            <span aria-hidden className="me-2 text-ink-faint">
              {sign === '+' && value.amount.startsWith('-') ? '' : sign}
            </span>
            <Money value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
