import { Link } from 'react-router';

/** How many wait in a list, and the way to it. `urgent` says what of them is late, or when the first has to be done. */
export function Tile({
  count,
  title,
  text,
  to,
  urgent,
  late = true,
}: Record<'title' | 'text' | 'to', string> & { count: number; urgent: string | null; late?: boolean }) {
  return (
    <Link
      to={to}
      className="group flex flex-col rounded-lg border border-line bg-surface p-5 hover:border-green focus-visible:border-green"
    >
      {/* Side by side where both fit, else one under the other: neither is broken in its middle. */}
      <span className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="font-semibold group-hover:text-green">{title}</span>
        {urgent && (
          <span className={`text-sm whitespace-nowrap ${late ? 'font-medium text-cinnabar' : 'text-ink-soft'}`}>
            {urgent}
          </span>
        )}
      </span>
      <span className={`numeric mt-1 text-3xl ${count > 0 ? 'font-semibold' : 'text-ink-faint'}`}>{count}</span>
      <span className="mt-1 text-sm text-ink-soft">{text}</span>
    </Link>
  );
}
