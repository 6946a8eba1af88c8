import { useQueryClient } from '@tanstack/react-query';
import { Button, Dialog, TextField, useProblemText, type ApiProblem } from '@xihuo/ui';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { csvOf } from '../../ledger/csv';
import { useT } from '../../words';
import { ActDialog } from '../act-dialog';
import { saveFile } from '../save-file';
import { isStale, sendAll, type Outcome } from './send-all';

interface BulkDialogProps<Row> {
  /** The act by its name. */
  title: string;
  text?: ReactNode;
  look?: 'primary' | 'danger';
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  name: (row: Row) => string;
  /** Where the row is looked at, and its history says who changed it. */
  to: (row: Row) => string;
  /** Whether what is typed can be sent; says so beside its fields where not. */
  ready: () => boolean;
  send: (row: Row) => Promise<unknown>;
  onClose: () => void;
  /** What the act asks for, once for all rows. */
  children?: ReactNode;
}

/** One act for many rows: asks once, sends each row by itself, and says of each what became of it. */
export function BulkDialog<Row>(props: BulkDialogProps<Row>) {
  const { rows, rowKey, send } = props;
  const queries = useQueryClient();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome> | null>(null);
  const begin = async (some: readonly Row[]) => {
    const tell = (row: Row, outcome: Outcome) => setOutcomes((old) => new Map(old).set(rowKey(row), outcome));
    // What failed before is under way again, also while it waits for its turn.
    for (const row of some) tell(row, { state: 'sending' });
    await sendAll(some, send, tell);
    // Also after refusals: where a row has moved on, the list shows it.
    void queries.invalidateQueries();
  };
  if (outcomes === null) return <Asking {...props} onSubmit={() => void begin(rows)} />;
  return <Results {...props} outcomes={outcomes} onAgain={(failed) => void begin(failed)} />;
}

function Asking<Row>(props: BulkDialogProps<Row> & { onSubmit: () => void }) {
  const t = useT();
  const { title, text, look, rows, ready, onClose, onSubmit, children } = props;
  const [count, setCount] = useState('');
  const [tried, setTried] = useState(false);
  // What takes something away from many is not done by one press too many.
  const counted = look !== 'danger' || count.trim() === String(rows.length);
  const submit = () => {
    setTried(true);
    if (ready() && counted) onSubmit();
  };
  return (
    <ActDialog
      title={t('bulk.title', { act: title, count: rows.length })}
      submit={title}
      look={look}
      pending={false}
      problem={null}
      text={text}
      onSubmit={submit}
      onClose={onClose}
    >
      {children}
      {look === 'danger' && (
        <TextField
          label={t('bulk.count', { count: rows.length })}
          inputMode="numeric"
          autoComplete="off"
          value={count}
          error={tried && !counted ? t('bulk.countWrong') : null}
          onChange={(event) => setCount(event.target.value)}
        />
      )}
    </ActDialog>
  );
}

/** In a window of its own: what became of the other rows stays on the screen. */
export function Look({ to, name }: { to: string; name: string }) {
  const t = useT();
  return (
    <Link to={to} target="_blank" rel="noreferrer" className="underline underline-offset-4">
      {t('bulk.look')}
      <span className="sr-only"> {name}</span>
    </Link>
  );
}

interface ResultsProps<Row> extends BulkDialogProps<Row> {
  outcomes: ReadonlyMap<string, Outcome>;
  onAgain: (failed: readonly Row[]) => void;
}

function Results<Row>({ title, rows, rowKey, name, to, outcomes, onAgain, onClose }: ResultsProps<Row>) {
  const t = useT();
  const problemText = useProblemText();
  const stateOf = (row: Row) => outcomes.get(rowKey(row))?.state;
  const said = (row: Row): string => {
    const outcome = outcomes.get(rowKey(row));
    if (isStale(outcome)) return t('bulk.stale');
    if (outcome?.state === 'failed') return problemText(outcome.problem as ApiProblem);
    return t(outcome?.state === 'done' ? 'bulk.rowDone' : 'bulk.waiting');
  };
  const failed = rows.filter((row) => stateOf(row) === 'failed');
  // What somebody changed is looked at first: whoever agreed to the many did not see it as it is now.
  const again = failed.filter((row) => !isStale(outcomes.get(rowKey(row))));
  const ended = rows.filter((row) => stateOf(row) === 'done').length + failed.length;
  const running = ended < rows.length;
  const csv = () =>
    saveFile(
      new Blob(
        [
          csvOf(
            [t('bulk.row'), t('bulk.result')],
            rows.map((row) => [name(row), said(row)]),
          ),
        ],
        { type: 'text/csv' },
      ),
      `${title}.csv`,
    );
  return (
    <Dialog
      title={title}
      open
      wide
      kind="alertdialog"
      onClose={() => !running && onClose()}
      actions={
        <>
          <Button look="quiet" unavailable={running} onClick={csv}>
            {t('bulk.csv')}
          </Button>
          {again.length > 0 && (
            <Button look="secondary" unavailable={running} onClick={() => onAgain(again)}>
              {t('bulk.again', { count: again.length })}
            </Button>
          )}
          <Button pending={running} onClick={onClose}>
            {t('bulk.close')}
          </Button>
        </>
      }
    >
      <p role="status" className="pb-3">
        {t('bulk.so', { count: ended, all: rows.length, failed: failed.length })}
      </p>
      <ul className="max-h-[50dvh] overflow-y-auto" tabIndex={0}>
        {rows.map((row) => (
          <li
            key={rowKey(row)}
            className="flex flex-wrap justify-between gap-x-6 border-b border-line py-2 last:border-b-0"
          >
            <span>{name(row)}</span>
            <span className={stateOf(row) === 'failed' ? 'text-cinnabar' : 'text-ink-soft'}>
              {said(row)} {isStale(outcomes.get(rowKey(row))) && <Look to={to(row)} name={name(row)} />}
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
