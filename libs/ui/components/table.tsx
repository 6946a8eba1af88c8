import type { ReactNode } from 'react';
import { classes } from './classes';

export interface Column<Row> {
  id: string;
  /** Empty over what names itself in every row, such as its buttons. */
  header: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand at the end of the column, one under the other. */
  numeric?: boolean;
  /** The column that names the row, read out before its other cells. */
  rowHeader?: boolean;
  /** Under this name the server sorts by the column; absent where it does not. */
  sort?: string;
}

interface TableProps<Row> {
  /** What the table shows; read out, and shown above where `captionShown`. */
  caption: string;
  captionShown?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** A closing row of sums, a cell for each column that has one. */
  sums?: Readonly<Record<string, ReactNode>>;
}

/** A real table with scopes; on a phone each row becomes a card in the same order. */
export function Table<Row>({ caption, captionShown, columns, rows, rowKey, sums }: TableProps<Row>) {
  const end = (column: Column<Row>) => column.numeric && 'numeric sm:text-end';
  return (
    <div className="sm:overflow-x-auto">
      <table className="table-cards w-full border-collapse">
        <caption className={captionShown ? 'pb-2 text-start font-semibold' : 'sr-only'}>{caption}</caption>
        <thead>
          <tr className="border-b border-line-strong text-sm text-ink-faint">
            {columns.map((column) =>
              column.header === '' ? (
                <td key={column.id} />
              ) : (
                <th
                  key={column.id}
                  scope="col"
                  className={classes('px-3 py-2 text-start font-medium break-keep', end(column))}
                >
                  {column.header}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-b border-line align-top">
              {columns.map((column) => {
                const Cell = column.rowHeader ? 'th' : 'td';
                return (
                  <Cell
                    key={column.id}
                    scope={column.rowHeader ? 'row' : undefined}
                    data-label={column.header}
                    className={classes('px-3 py-2.5 text-start', column.rowHeader ? 'font-medium' : '', end(column))}
                  >
                    {column.cell(row)}
                  </Cell>
                );
              })}
            </tr>
          ))}
          {sums && (
            <tr className="align-top font-semibold">
              {columns.map((column) => (
                <td key={column.id} data-label={column.header} className={classes('px-3 py-2.5', end(column))}>
                  {sums[column.id]}
                </td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
