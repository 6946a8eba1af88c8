import { classes, type Column } from '@xihuo/ui';
import { useEffect, useId, useRef, useState, type RefObject } from 'react';
import { useRowWindow } from './row-window';

export type Density = 'roomy' | 'dense';

export interface Sorting {
  /** The `sort` of the column the rows stand by; undefined in the order the list has by itself. */
  by: string | undefined;
  descending: boolean;
  /** A column's head was pressed. */
  onSort: (by: string) => void;
}

/** Rows chosen to do one thing to all of them. */
export interface Choosing<Row> {
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
  /** Rows nothing can be done to have no box. */
  can: (row: Row) => boolean;
  /** Read out before a row's name, and for the box above all of them. */
  words: { one: string; all: string };
}

interface WorkTableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  density?: Density;
  sorting?: Sorting;
  choosing?: Choosing<Row> | undefined;
  /** Whether the server has more rows than are here: then nobody knows how many there are. */
  more?: boolean;
  /** A long table was gone through to its end; told again while one stays there. */
  onEnd?: () => void;
}

const PAD: Record<Density, string> = { roomy: 'px-3 py-2.5', dense: 'px-2 py-1' };
const HEAD_PAD: Record<Density, string> = { roomy: 'px-3 py-2', dense: 'px-2 py-1' };
const HEAD = 'sm:ground text-start font-medium break-keep sm:sticky sm:top-0 sm:z-20';
/** What names a row stays where it is when the columns move past it. */
const PINNED = 'sm:ground sm:sticky sm:z-10';

/** A box that can stand between yes and no, as the one above a column of boxes does. */
function Box(props: {
  checked: boolean;
  between?: boolean;
  onChange: () => void;
  label?: string;
  labelledBy?: string;
}) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = props.between ?? false;
  }, [props.between]);
  return (
    <label className="-my-2 inline-flex size-target items-center justify-center">
      <input
        ref={box}
        type="checkbox"
        className="size-5 accent-green"
        checked={props.checked}
        onChange={props.onChange}
        aria-label={props.label}
        aria-labelledby={props.labelledBy}
      />
    </label>
  );
}

function ChooseAll<Row>({
  choosing,
  rows,
  rowKey,
}: Pick<WorkTableProps<Row>, 'rows' | 'rowKey'> & { choosing: Choosing<Row> }) {
  const keys = rows.filter(choosing.can).map(rowKey);
  const all = keys.length > 0 && keys.every((key) => choosing.chosen.has(key));
  return (
    <Box
      checked={all}
      between={!all && choosing.chosen.size > 0}
      label={choosing.words.all}
      onChange={() => choosing.onChoose(new Set(all ? [] : keys))}
    />
  );
}

function SortedHead<Row>({ column, sorting }: { column: Column<Row>; sorting?: Sorting }) {
  if (!sorting || column.sort === undefined) return column.header;
  const here = sorting.by === column.sort;
  return (
    <button
      type="button"
      onClick={() => sorting.onSort(column.sort!)}
      className="-my-2 inline-flex min-h-target items-center gap-1 font-medium hover:text-ink hover:underline"
    >
      {column.header}
      <span aria-hidden="true" className={here ? 'text-green' : 'text-line-strong'}>
        {here ? (sorting.descending ? '↓' : '↑') : '↕'}
      </span>
    </button>
  );
}

function ariaSort(sorting: Sorting | undefined, sort: string | undefined) {
  if (!sorting || sort === undefined) return undefined;
  if (sorting.by !== sort) return 'none' as const;
  return sorting.descending ? ('descending' as const) : ('ascending' as const);
}

/** How wide each column was when the rows began to be left out: they do not jump as others come. */
function useKeptWidths(columns: string, on: boolean) {
  const head = useRef<HTMLTableRowElement>(null);
  const [kept, setKept] = useState<{ columns: string; widths: number[] } | null>(null);
  useEffect(() => {
    if (!on) return undefined;
    const measure = () =>
      setKept({ columns, widths: [...(head.current?.cells ?? [])].map((cell) => cell.offsetWidth) });
    let frame = requestAnimationFrame(measure);
    // Let go of first: what is measured is how wide they are by themselves.
    const again = () => {
      cancelAnimationFrame(frame);
      setKept(null);
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(measure);
      });
    };
    addEventListener('resize', again);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('resize', again);
    };
  }, [columns, on]);
  return { head, widths: on && kept?.columns === columns ? kept.widths : null };
}

function Spacer({ height, span }: { height: number; span: number }) {
  if (height === 0) return null;
  return (
    <tr aria-hidden="true">
      <td colSpan={span} style={{ height, padding: 0 }} />
    </tr>
  );
}

const pinned = (index: number, choosing: boolean) =>
  index === 0 && classes(PINNED, choosing ? 'sm:start-12' : 'sm:start-0');

const turned = (chosen: ReadonlySet<string>, key: string) => {
  const next = new Set(chosen);
  if (!next.delete(key)) next.add(key);
  return next;
};

type HeadProps<Row> = Omit<WorkTableProps<Row>, 'caption'> & {
  density: Density;
  head: RefObject<HTMLTableRowElement | null>;
  windowed: boolean;
};

function Head<Row>({ head, windowed, columns, rows, rowKey, density, sorting, choosing }: HeadProps<Row>) {
  return (
    <thead>
      <tr ref={head} className="text-sm text-ink-faint" aria-rowindex={windowed ? 1 : undefined}>
        {choosing && (
          <td className={classes(HEAD, HEAD_PAD[density], 'line-below w-12 sm:start-0 sm:z-30')}>
            <ChooseAll choosing={choosing} rows={rows} rowKey={rowKey} />
          </td>
        )}
        {columns.map((column, index) => {
          const place = index === 0 && classes(choosing ? 'sm:start-12' : 'sm:start-0', 'sm:z-30');
          const look = classes(HEAD, HEAD_PAD[density], 'line-below', column.numeric && 'numeric sm:text-end', place);
          if (column.header === '') return <td key={column.id} className={look} />;
          return (
            <th key={column.id} scope="col" aria-sort={ariaSort(sorting, column.sort)} className={look}>
              <SortedHead column={column} sorting={sorting} />
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

interface RowProps<Row> extends Pick<WorkTableProps<Row>, 'columns' | 'choosing'> {
  row: Row;
  id: string;
  /** The beginning of the ids in this table. */
  base: string;
  density: Density;
  /** Whether the columns have fixed widths, which a long word must fit into. */
  fixed: boolean;
  rowIndex: number | undefined;
}

function WorkRow<Row>({ row, id, base, columns, choosing, density, fixed, rowIndex }: RowProps<Row>) {
  return (
    <tr data-row={id} aria-rowindex={rowIndex} className="border-b border-line align-top">
      {choosing && (
        <td data-label={choosing.words.one} className={classes(PINNED, 'w-12 sm:start-0', PAD[density])}>
          {choosing.can(row) && (
            <Box
              checked={choosing.chosen.has(id)}
              labelledBy={`${base}one ${base}${id}`}
              onChange={() => choosing.onChoose(turned(choosing.chosen, id))}
            />
          )}
        </td>
      )}
      {columns.map((column, index) => {
        const Cell = column.rowHeader ? 'th' : 'td';
        return (
          <Cell
            key={column.id}
            id={choosing && column.rowHeader ? base + id : undefined}
            scope={column.rowHeader ? 'row' : undefined}
            data-label={column.header}
            className={classes(
              'text-start',
              PAD[density],
              column.rowHeader && 'font-medium',
              column.numeric && 'numeric sm:text-end',
              fixed && 'wrap-anywhere',
              pinned(index, choosing !== undefined),
            )}
          >
            {column.cell(row)}
          </Cell>
        );
      })}
    </tr>
  );
}

/**
 * The table of a list to work through: its head and what names a row stay in sight, it sorts and chooses, and of more than a hundred
 * rows only those near the eye are in the document. On a phone each row is a card.
 */
export function WorkTable<Row>(props: WorkTableProps<Row>) {
  const { caption, columns, rows, rowKey, density = 'roomy', choosing } = props;
  const base = useId();
  const keys = rows.map(rowKey);
  const { body, place } = useRowWindow(keys);
  const { head, widths } = useKeptWidths(columns.map(({ id }) => id).join() + density, place !== null);
  const drawn = place ?? { from: 0, to: rows.length, above: 0, below: 0 };
  const { onEnd } = props;
  const atEnd = place !== null && place.below === 0 && place.to === rows.length;
  useEffect(() => {
    if (atEnd) onEnd?.();
  }, [atEnd, onEnd]);
  const span = columns.length + (choosing ? 1 : 0);
  const more = props.more ? -1 : rows.length + 1;
  return (
    // The box scrolls by keys too, whatever is in it to stand on.
    <div
      data-scroller
      className="relative sm:max-h-[78dvh] sm:overflow-auto"
      tabIndex={0}
      role="group"
      aria-label={caption}
    >
      <table
        className={classes('table-cards cards-unseen w-full border-collapse', widths && 'table-fixed')}
        aria-rowcount={place ? more : undefined}
      >
        <caption className="sr-only">{caption}</caption>
        {widths && (
          <colgroup>
            {widths.map((width, index) => (
              <col key={index} style={{ width }} />
            ))}
          </colgroup>
        )}
        <Head {...props} density={density} head={head} windowed={place !== null} />
        <tbody ref={body}>
          <Spacer height={drawn.above} span={span} />
          {rows.slice(drawn.from, drawn.to).map((row, index) => (
            <WorkRow
              key={keys[drawn.from + index]}
              id={keys[drawn.from + index]!}
              {...{ row, base, columns, choosing, density }}
              fixed={widths !== null}
              rowIndex={place ? drawn.from + index + 2 : undefined}
            />
          ))}
          <Spacer height={drawn.below} span={span} />
        </tbody>
      </table>
      {choosing && (
        <span id={`${base}one`} hidden>
          {choosing.words.one}
        </span>
      )}
    </div>
  );
}
