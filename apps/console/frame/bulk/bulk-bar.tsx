import { Button, type RouteKey } from '@xihuo/ui';
import { useState, type ReactNode } from 'react';
import { useT } from '../../words';

/** Something that can be done to several rows of a list. */
export interface BulkAct<Row> {
  id: string;
  /** The step that is taken row by row; what only reads has none. */
  route?: RouteKey;
  /** The act by its name: “签名推荐”. */
  word: string;
  /** Whether it can be done to this row, as far as the list knows; the server has the last word, row by row. */
  can: (row: Row) => boolean;
  look?: 'primary' | 'secondary' | 'danger';
  /** What is shown once it is asked for: a dialog for these rows. */
  ask: (rows: readonly Row[], close: () => void) => ReactNode;
}

interface BulkBarProps<Row> {
  rows: readonly Row[];
  acts: readonly BulkAct<Row>[];
  onClear: () => void;
  /** The way to choose what is not shown yet too, where there is more. */
  children?: ReactNode;
}

/** Stands at the bottom while rows are chosen: how many, and what can be done to them. */
export function BulkBar<Row>({ rows, acts, onClear, children }: BulkBarProps<Row>) {
  const t = useT();
  // The rows stay those that were chosen when it was asked for, whatever the list says meanwhile.
  const [asked, setAsked] = useState<{ act: BulkAct<Row>; rows: readonly Row[] } | null>(null);
  const close = () => setAsked(null);
  return (
    <>
      {rows.length > 0 && (
        <div
          role="region"
          aria-label={t('bulk.bar')}
          className="sticky bottom-0 z-30 mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-t-md border border-line-strong bg-surface px-4 py-2 shadow-floating print:hidden"
        >
          <p role="status" className="font-medium">
            {t('bulk.chosen', { count: rows.length })}
          </p>
          {acts.map((act) => {
            const able = rows.filter(act.can);
            if (able.length === 0) return null;
            return (
              <Button
                key={act.id}
                data-act={act.route}
                size="small"
                look={act.look ?? 'secondary'}
                onClick={() => setAsked({ act, rows: able })}
              >
                {able.length === rows.length ? act.word : t('bulk.some', { act: act.word, count: able.length })}
              </Button>
            );
          })}
          {children}
          <Button look="quiet" size="small" onClick={onClear}>
            {t('bulk.clear')}
          </Button>
        </div>
      )}
      {asked?.act.ask(asked.rows, close)}
    </>
  );
}
