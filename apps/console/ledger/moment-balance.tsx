import { Button, Money, TextField, useApi, useProblemText } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { Moment } from '../frame/when';
import { useT } from '../words';

/** 2026-11-24T09:30 as it stands on a clock in Beijing, wherever the reader is. */
function instantOf(local: string): string | null {
  const moment = new Date(`${local}+08:00`);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}

/** What stood in an account at a moment of the past. */
export function MomentBalance({ id }: { id: string }) {
  const t = useT();
  const problemText = useProblemText();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState<string | null>(null);
  const query = useApi(
    'GET /ledger/accounts/{id}',
    { params: { id }, query: asked === null ? {} : { at: asked } },
    { enabled: asked !== null },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(instantOf(typed));
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-3">
      <TextField
        type="datetime-local"
        label={t('books.moment')}
        hint={t('books.momentHint')}
        value={typed}
        error={query.error && problemText(query.error)}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" look="secondary" pending={query.isFetching} unavailable={typed === ''}>
        {t('books.momentAsk')}
      </Button>
      <div aria-live="polite">
        {asked !== null && query.data && (
          <p className="flex flex-col">
            <span className="text-sm text-ink-faint">
              <Moment value={query.data.at} />
            </span>
            <Money value={query.data.balance} size="price" />
          </p>
        )}
      </div>
    </form>
  );
}
