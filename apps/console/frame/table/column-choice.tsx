import { Checkbox, type Column } from '@xihuo/ui';
import { useT } from '../../words';
import { FoldOut } from './fold-out';
import { moved, type ListLook } from './list-look';
import type { Density } from './work-table';

interface ColumnChoiceProps<Row> {
  /** In the order they stand. */
  columns: readonly Column<Row>[];
  look: ListLook;
  onLook: (look: ListLook) => void;
  density: Density;
  onDensity: (density: Density) => void;
}

const STEP =
  'inline-flex size-target items-center justify-center rounded-md text-green hover:bg-raised disabled:text-line-strong';

/** Which columns are shown and in which order, and how close the rows stand. */
export function ColumnChoice<Row>({ columns, look, onLook, density, onDensity }: ColumnChoiceProps<Row>) {
  const t = useT();
  const { hidden } = look;
  const free = columns.filter((column) => !column.rowHeader && column.header !== '');
  const ids = free.map(({ id }) => id);
  const toggle = (id: string) =>
    onLook({ ...look, hidden: hidden.includes(id) ? hidden.filter((one) => one !== id) : [...hidden, id] });
  return (
    <FoldOut word={t('list.columns')} className="min-w-72 py-2">
      <Checkbox checked={density === 'dense'} onChange={() => onDensity(density === 'dense' ? 'roomy' : 'dense')}>
        {t('list.dense')}
      </Checkbox>
      <ul className="mt-1 border-t border-line pt-1">
        {free.map((column, at) => (
          <li key={column.id} className="flex items-center justify-between gap-4">
            <Checkbox checked={!hidden.includes(column.id)} onChange={() => toggle(column.id)}>
              {column.header}
            </Checkbox>
            <span className="flex shrink-0">
              {([-1, 1] as const).map((by) => (
                <button
                  key={by}
                  type="button"
                  className={STEP}
                  disabled={by === -1 ? at === 0 : at === free.length - 1}
                  aria-label={t(by === -1 ? 'list.earlier' : 'list.later', { column: column.header })}
                  onClick={() => onLook({ ...look, order: moved(ids, column.id, by) })}
                >
                  <span aria-hidden="true">{by === -1 ? '↑' : '↓'}</span>
                </button>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </FoldOut>
  );
}
