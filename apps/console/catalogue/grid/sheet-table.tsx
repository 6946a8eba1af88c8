import { classes, useProblemText, type ApiProblem } from '@xihuo/ui';
import { useEffect, useRef, type RefObject } from 'react';
import { useRowWindow } from '../../frame/table/row-window';
import { useT } from '../../words';
import { cellOf, faultOf, FIELDS, standing, type Field, type PackRow } from './cells';
import type { CellOutcome } from './send-grid';
import { pressInCell, pressOnCell } from './sheet-keys';
import type { Place, Sheet } from './use-sheet';

/** What became of a cell, and of which words in it. */
export type Said = CellOutcome & { of: string };

interface SheetTableProps {
  rows: readonly PackRow[];
  sheet: Sheet;
  outcomes: ReadonlyMap<string, Said>;
}

const HEAD = 'ground line-below sticky top-0 px-3 py-2 text-sm font-medium text-ink-faint';

/** What there is to say of a cell below its figure. */
function useCellNote() {
  const t = useT();
  const problemText = useProblemText();
  return (row: PackRow, field: Field, text: string | undefined, outcome: Said | undefined): string | null => {
    const fault = text === undefined ? null : faultOf(row, field, text);
    if (fault === 'below') return t('grid.fault.below', { count: row.reserved });
    if (fault) return t(`grid.fault.${fault}`);
    // Of other words than those it was said of it is not said: typed anew since, or taken back.
    if (text === undefined ? outcome?.state !== 'saved' && outcome?.state !== 'waits' : outcome?.of !== text)
      return null;
    if (outcome?.state === 'failed') return problemText(outcome.problem as ApiProblem);
    if (outcome?.state === 'overtaken') return t('grid.overtaken', { now: standing(row, field) || '0' });
    return outcome ? t(`grid.state.${outcome.state}`) : null;
  };
}

interface CellProps {
  row: PackRow;
  field: Field;
  sheet: Sheet;
  outcome: Said | undefined;
  /** Where the cell is on the sheet. */
  at: Place;
  /** Hands out the cell the keyboard stands in. */
  cell: RefObject<HTMLTableCellElement | null>;
}

function SheetCell({ row, field, sheet, outcome, at, cell }: CellProps) {
  const t = useT();
  const { place, editing, history } = sheet;
  const here = at.row === place.row && at.column === place.column;
  const text = history.edits.get(cellOf(row.skuId, field));
  const faulty = text !== undefined && faultOf(row, field, text) !== null;
  const said = useCellNote()(row, field, text, outcome);
  const noteId = `${row.skuId}-${field}`;
  return (
    <td
      ref={here ? cell : undefined}
      role="gridcell"
      tabIndex={here ? 0 : -1}
      aria-invalid={faulty || undefined}
      aria-describedby={said ? noteId : undefined}
      onClick={() => {
        if (!here) sheet.stand(at);
      }}
      onDoubleClick={() => sheet.begin()}
      className={classes(
        'numeric cursor-cell px-3 py-2 text-end',
        text !== undefined && 'bg-amber-wash font-semibold',
        faulty && 'outline-2 -outline-offset-2 outline-cinnabar',
      )}
    >
      {here && editing !== null ? (
        <input
          autoFocus
          aria-label={`${row.product} ${row.pack} ${t(`grid.column.${field}`)}`}
          inputMode="decimal"
          value={editing}
          onChange={(event) => sheet.edit(event.target.value)}
          onBlur={sheet.keep}
          className="w-full rounded-sm border border-green bg-surface px-1 text-end"
        />
      ) : (
        (text ?? standing(row, field)) || <span className="text-ink-faint">{t('grid.uncounted')}</span>
      )}
      {said && (
        <span id={noteId} className={classes('block text-xs font-normal', faulty ? 'text-cinnabar' : 'text-ink-soft')}>
          {said}
        </span>
      )}
    </td>
  );
}

const COLUMNS = { product: '34%', price: '24%', stock: '24%', reserved: '18%' } as const;
const FIGURES: ReadonlySet<string> = new Set(['price', 'stock', 'reserved']);
const names = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];

function Left({ height }: { height: number }) {
  if (height === 0) return null;
  return (
    <tr aria-hidden="true">
      <td colSpan={names.length} style={{ height, padding: 0 }} />
    </tr>
  );
}

function Head() {
  const t = useT();
  return (
    <thead>
      <tr aria-rowindex={1}>
        {names.map((column) => (
          <th
            key={column}
            scope="col"
            style={{ width: COLUMNS[column] }}
            className={classes(
              HEAD,
              FIGURES.has(column) ? 'text-end' : 'text-start',
              column === 'product' ? 'start-0 z-30' : 'z-20',
            )}
          >
            {t(`grid.column.${column}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** The keyboard goes where the sheet stands, once that cell is drawn; a far one is brought near first. */
function useFocusInSheet(sheet: Sheet, rows: number) {
  const box = useRef<HTMLDivElement>(null);
  const cell = useRef<HTMLTableCellElement>(null);
  const stood = useRef(sheet.place);
  const edited = useRef(false);
  const { place, editing } = sheet;
  useEffect(() => {
    if (editing !== null) {
      edited.current = true;
      return;
    }
    // A page that has just come keeps its focus, and so does whoever left a cell's field for something else.
    const wanted = stood.current !== place || (edited.current && document.activeElement === document.body);
    edited.current = false;
    const near = cell.current;
    if (!wanted) return;
    if (near) {
      stood.current = place;
      near.focus();
    } else if (box.current) {
      box.current.scrollTop = (box.current.scrollHeight * place.row) / rows - box.current.clientHeight / 2;
    }
  });
  return { box, cell };
}

/** The sheet itself: a grid one moves through by keys, of which the rows near the eye are drawn. */
export function SheetTable({ rows, sheet, outcomes }: SheetTableProps) {
  const t = useT();
  const { box, cell } = useFocusInSheet(sheet, rows.length);
  const { body, place: drawn } = useRowWindow(
    rows.map(({ skuId }) => skuId),
    false,
  );
  const { from, to, above, below } = drawn ?? { from: 0, to: rows.length, above: 0, below: 0 };
  const { editing, place } = sheet;
  const isDrawn = place.row >= from && place.row < to;
  return (
    <div
      ref={box}
      data-scroller
      // Scrolled far from where one stands, the sheet itself is what the keyboard comes back to.
      tabIndex={isDrawn ? -1 : 0}
      className="relative max-h-[70dvh] scroll-py-14 scroll-ps-48 overflow-auto rounded-md border border-line"
      onKeyDown={(event) => (editing === null ? pressOnCell(event, sheet, rows.length) : pressInCell(event, sheet))}
      onCopy={(event) => {
        if (editing !== null) return;
        event.clipboardData.setData('text/plain', sheet.copied());
        event.preventDefault();
      }}
      onPaste={(event) => {
        if (editing !== null) return;
        sheet.paste(event.clipboardData.getData('text/plain'));
        event.preventDefault();
      }}
    >
      <table
        role="grid"
        aria-label={t('grid.title')}
        aria-rowcount={rows.length + 1}
        className="w-full min-w-[34rem] table-fixed border-collapse"
      >
        <Head />
        <tbody ref={body}>
          <Left height={above} />
          {rows.slice(from, to).map((row, index) => (
            <tr
              key={row.skuId}
              data-row={row.skuId}
              aria-rowindex={from + index + 2}
              className="border-b border-line align-top"
            >
              <th scope="row" className="ground sticky start-0 z-10 px-3 py-2 text-start font-medium wrap-anywhere">
                {row.product} <span className="font-normal text-ink-soft">{row.pack}</span>
              </th>
              {FIELDS.map((field, column) => (
                <SheetCell
                  key={field}
                  {...{ row, field, sheet, cell }}
                  outcome={outcomes.get(cellOf(row.skuId, field))}
                  at={{ row: from + index, column }}
                />
              ))}
              <td className="numeric px-3 py-2 text-end text-ink-soft">{row.reserved}</td>
            </tr>
          ))}
          <Left height={below} />
        </tbody>
      </table>
    </div>
  );
}
