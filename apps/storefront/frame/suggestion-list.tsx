import { classes } from '@xihuo/ui';
import { Fragment } from 'react';
import { useT } from '../words';
import type { Suggestion } from './suggestions';

interface SuggestionListProps {
  id: string;
  lines: readonly Suggestion[];
  shown: boolean;
  /** Under the arrow keys; -1 for none. */
  chosen: number;
  onChoose: (line: Suggestion) => void;
  onClear: () => void;
  onClose: () => void;
}

/** A press must not take the focus out of the box, or the list is gone before the click. */
const stay = (event: { preventDefault: () => void }) => event.preventDefault();

/** The lines below the box, group by group. It stands in the page also while it is empty, since the box names it. */
export function SuggestionList({ id, lines, shown, chosen, onChoose, onClear, onClose }: SuggestionListProps) {
  const t = useT();
  return (
    <div
      onMouseDown={stay}
      className={classes(
        'absolute start-0 end-0 top-full z-50 mt-1 max-h-[70dvh] overflow-y-auto rounded-lg border border-line bg-surface py-1 shadow-floating',
        !shown && 'hidden',
        // On phones the box is narrow: the list reaches beyond it on both sides.
        'max-sm:-start-14 max-sm:-end-14',
      )}
    >
      <ul id={id} role="listbox" aria-label={t('suggest.label')}>
        {lines.map((line, at) => (
          <Fragment key={`${line.group} ${line.key}`}>
            {line.group !== lines[at - 1]?.group && (
              <li role="presentation" className="px-4 pt-2 pb-1 text-xs text-ink-faint">
                {t(`suggest.${line.group}`)}
              </li>
            )}
            <li
              id={`${id}-${at}`}
              role="option"
              aria-selected={at === chosen}
              onClick={() => onChoose(line)}
              className="flex min-h-target cursor-pointer items-center justify-between gap-4 px-4 hover:bg-sunken aria-selected:bg-green-wash aria-selected:text-green"
            >
              <span className="truncate">{line.label}</span>
              {line.beside && <span className="shrink-0 text-sm text-ink-faint">{line.beside}</span>}
            </li>
          </Fragment>
        ))}
      </ul>
      {lines[0]?.group === 'history' && (
        <button
          type="button"
          onClick={onClear}
          onKeyDown={({ key }) => key === 'Escape' && onClose()}
          className="min-h-target w-full px-4 text-start text-sm text-ink-soft hover:bg-sunken"
        >
          {t('suggest.clearHistory')}
        </button>
      )}
    </div>
  );
}
