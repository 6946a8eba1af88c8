import { toast, useApiClient, type Column, type usePages } from '@xihuo/ui';
import { useEffect, useRef, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { Download } from '../../admission/apply/steps/download';
import { csvOf } from '../../ledger/csv';
import { useT } from '../../words';
import { cellOf } from './cell-text';

/** As many rows come into one file; whoever needs more narrows the list, or its own export has them all. */
const MOST = 10_000;
const PAGE = 100;

const narrowedBy = (query: object = {}) =>
  Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [name]));

interface Page<Row> {
  data: readonly Row[];
  nextCursor: string | null;
}

/** Rows of a list page by page, by the very route that answers it: its filters, its order and its rights are the file's too. Null where it is not taken any more. */
export async function eachPage<Row>(
  read: (query: object) => Promise<Page<Row>>,
  most: number,
  take: (rows: readonly Row[]) => boolean | void,
): Promise<{ isWhole: boolean } | null> {
  let left = most;
  let cursor: string | null = null;
  do {
    const page: Page<Row> = await read({ limit: Math.min(PAGE, left), ...(cursor === null ? {} : { cursor }) });
    if (take(page.data) === false) return null;
    left -= page.data.length;
    cursor = page.nextCursor;
  } while (cursor !== null && left > 0);
  return { isWhole: cursor === null };
}

/** What is being written: as the columns stood at the press, whatever is done to them meanwhile. */
interface Drawn<Row> {
  /** A document of its own that nobody sees: pictures in it are not fetched. */
  desk: HTMLElement;
  told: readonly Column<Row>[];
  rows: readonly Row[];
}

interface ListCsvProps<Row> {
  id: string;
  caption: string;
  source: ReturnType<typeof usePages>['source'];
  /** As the reader has them: those that are shown, in their order. */
  columns: readonly Column<Row>[];
}

/** Whether this part of the page still stands. */
function useIsHere() {
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  return isHere;
}

/** The list as it is narrowed, as a table: each cell says what it says on the page, and no more. */
export function ListCsv<Row>({ id, caption, source: { route, input }, columns }: ListCsvProps<Row>) {
  const t = useT();
  const api = useApiClient();
  const ask = api as unknown as (route: string, input: object) => Promise<Page<Row>>;
  const [drawn, setDrawn] = useState<Drawn<Row> | null>(null);
  const isHere = useIsHere();
  const write = async () => {
    const told = columns.filter(({ id, header }) => header !== '' && id !== 'act');
    const desk = document.implementation.createHTMLDocument('').body;
    const lines: ReturnType<typeof cellOf>[][] = [];
    const pageOf = (more: object) => ask(route, { ...input, query: { ...input.query, ...more } });
    const read = await eachPage(pageOf, MOST, (rows) => {
      // Of a list that is another by now, or left, nothing is drawn: a file with only what came before would look whole.
      if (!isHere.current) return false;
      flushSync(() => setDrawn({ desk, told, rows }));
      for (const row of desk.querySelectorAll('tbody > tr')) lines.push([...row.children].map(cellOf));
    });
    setDrawn(null);
    if (read === null) {
      toast(t('list.fileLeft'));
      return null;
    }
    // Before it is handed out: what leaves the house is in the trail.
    await api('POST /me/list-files', { body: { list: id, by: narrowedBy(input.query), rows: lines.length } });
    if (!read.isWhole) toast(t('list.fileCut', { count: MOST }));
    const header = told.map((column) => column.header);
    return new Blob([csvOf(header, lines)], { type: 'text/csv' });
  };
  return (
    <span role="group" aria-label={t('export.group', { name: caption })} className="ps-3">
      <Download act="POST /me/list-files" word={t('export.csv')} name={`${caption}.csv`} get={write} />
      {drawn &&
        createPortal(
          <table>
            <tbody>
              {drawn.rows.map((row, at) => (
                <tr key={at}>
                  {drawn.told.map((column) => (
                    <td key={column.id}>{column.cell(row)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>,
          drawn.desk,
        )}
    </span>
  );
}
