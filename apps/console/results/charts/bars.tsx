import { useId } from 'react';
import { Link } from 'react-router';
import { barsOf, longestOf } from './shares';

export interface Series {
  id: string;
  word: string;
}
export interface BarRow {
  key: string;
  label: string;
  /** In the order of the series. */
  values: readonly number[];
  /** What the row says, for the ear and beside its name. */
  said: string;
  /** The rows behind it. */
  to?: string;
  /** The same of a year before, as a mark; one of each where the values are no parts of one whole. */
  before?: number | readonly number[];
}

/** Told apart by what is drawn in them too, not by colour alone. */
const LOOKS = ['fill-green', 'fill-amber', 'fill-cinnabar'] as const;
const ROW = 52;
const BAR = { top: 26, height: 16 };

function Pattern({ id, at }: { id: string; at: number }) {
  return (
    <pattern
      id={`${id}-${at}`}
      width="6"
      height="6"
      patternUnits="userSpaceOnUse"
      patternTransform={at === 1 ? 'rotate(45)' : undefined}
    >
      <rect width="6" height="6" className={LOOKS[at]} />
      {at > 0 && <rect width={at === 1 ? 2 : 6} height={at === 1 ? 6 : 2} className="fill-surface" opacity="0.55" />}
    </pattern>
  );
}

export function Legend({ series, before }: { series: readonly Series[]; before?: string | undefined }) {
  const id = useId();
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-soft">
      {series.map(({ id: name, word }, at) => (
        <li key={name} className="flex items-center gap-2">
          <svg aria-hidden width="16" height="16">
            <defs>
              <Pattern id={id} at={at} />
            </defs>
            <rect width="16" height="16" rx="2" fill={`url(#${id}-${at})`} />
          </svg>
          {word}
        </li>
      ))}
      {before && (
        <li className="flex items-center gap-2">
          <svg aria-hidden width="16" height="16">
            <rect x="7" width="2" height="16" className="fill-ink" />
          </svg>
          {before}
        </li>
      )}
    </ul>
  );
}

interface BarsProps {
  title: string;
  description: string;
  series: readonly Series[];
  rows: readonly BarRow[];
  before?: string;
}

/** Rows of stacked bars, as wide as the page; every row that has its orders leads to them. */
export function Bars({ title, description, series, rows, before }: BarsProps) {
  const id = useId();
  const greatest = Math.max(0, ...rows.map(longestOf));
  return (
    <figure className="flex flex-col gap-3">
      <Legend series={series} before={before} />
      <svg
        role="group"
        aria-labelledby={`${id}-title ${id}-text`}
        width="100%"
        height={rows.length * ROW}
        className="block overflow-visible"
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-text`}>{description}</desc>
        <defs>
          {series.map((one, at) => (
            <Pattern key={one.id} id={id} at={at} />
          ))}
        </defs>
        {rows.map((row, at) => (
          <Row key={row.key} id={id} row={row} top={at * ROW} greatest={greatest} />
        ))}
      </svg>
    </figure>
  );
}

function Row({ id, row, top, greatest }: { id: string; row: BarRow; top: number; greatest: number }) {
  const { pieces, marks } = barsOf(row, greatest, BAR.height);
  const drawn = (
    <>
      <rect x="0" y={top} width="100%" height={ROW - 6} fill="transparent" />
      <text x="0" y={top + 17} className="fill-ink text-sm">
        {/* With the gap between the two as it is heard. */}
        {`${row.label} `}
      </text>
      <text x="100%" y={top + 17} textAnchor="end" className="numeric fill-ink-soft text-sm">
        {row.said}
      </text>
      <rect x="0" y={top + BAR.top} width="100%" height={BAR.height} rx="2" className="fill-sunken" />
      {pieces.map((piece, at) => (
        <rect
          key={at}
          x={`${piece.start}%`}
          y={top + BAR.top + piece.top}
          width={`${piece.length}%`}
          height={piece.height}
          fill={`url(#${id}-${at})`}
        />
      ))}
      {marks.map((mark, at) => (
        <svg
          key={at}
          x={`${mark.start}%`}
          y={top + BAR.top + mark.top}
          width="2"
          height={mark.height}
          className="overflow-visible"
        >
          <rect x="-1" width="2" height={mark.height} className="fill-ink" />
        </svg>
      ))}
    </>
  );
  if (!row.to) return <g>{drawn}</g>;
  return (
    <Link to={row.to} aria-label={`${row.label} ${row.said}`} className="outline-offset-2">
      {drawn}
    </Link>
  );
}
