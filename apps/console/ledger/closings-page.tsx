import { useQueryClient } from '@tanstack/react-query';
import { time } from '@xihuo/kernel';
import {
  Button,
  forgetIdempotencyKey,
  formatDate,
  idempotencyKey,
  Notice,
  TextField,
  toast,
  useLocale,
  usePages,
  useSend,
} from '@xihuo/ui';
import { useState } from 'react';
import { useToday } from '../admission/watching/today';
import { ActDialog } from '../frame/act-dialog';
import { Listing } from '../frame/listing';
import { Day, Moment } from '../frame/when';
import { hasRole, useMe } from '../identity/me';
import { useT } from '../words';
import { BooksPage } from './frame';
import { ShortId } from './names';

const SCOPE = 'ledger-closing';

/** Nothing opens the books again, so the day is typed a second time: a slip of the date picker closes nothing. */
function CloseDialog({ today, onClose }: { today: string; onClose: () => void }) {
  const t = useT();
  const locale = useLocale();
  const queries = useQueryClient();
  const yesterday = time.addDays(today, -1);
  const [through, setThrough] = useState(yesterday);
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const send = useSend('POST /ledger/closings', {
    onSuccess: ({ accounts }) => {
      forgetIdempotencyKey(SCOPE);
      toast(t('closing.done', { date: formatDate(through, locale), count: accounts }));
      void queries.invalidateQueries();
      onClose();
    },
  });
  const same = typed.trim() === through;
  const submit = () => {
    setTried(true);
    const body = { through };
    if (same && through !== '') send.mutate({ body, idempotencyKey: idempotencyKey(SCOPE, body) });
  };
  return (
    <ActDialog
      title={t('closing.start')}
      submit={t('closing.submit')}
      look="danger"
      pending={send.isPending}
      problem={send.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Notice tone="attention" title={t('closing.warning')}>
        {t('closing.warningText')}
      </Notice>
      <TextField
        type="date"
        label={t('closing.through')}
        hint={t('closing.throughHint')}
        max={yesterday}
        value={through}
        onChange={(event) => setThrough(event.target.value)}
      />
      <TextField
        label={t('closing.typed', { date: through })}
        inputMode="numeric"
        autoComplete="off"
        className="numeric"
        value={typed}
        error={tried && !same ? t('closing.differs') : null}
        onChange={(event) => setTyped(event.target.value)}
      />
    </ActDialog>
  );
}

/** Until when the books are closed, and who closed them. */
export function ClosingsPage() {
  const t = useT();
  const me = useMe();
  const today = useToday();
  const [closing, setClosing] = useState(false);
  const query = usePages('GET /ledger/closings', { query: {} });
  return (
    <BooksPage
      title={t('books.closings')}
      lead={t('closing.lead')}
      actions={
        hasRole(me, ['finance']) && (
          <Button data-act="POST /ledger/closings" unavailable={!today} onClick={() => setClosing(true)}>
            {t('closing.start')}
          </Button>
        )
      }
    >
      <Listing
        id="closings"
        query={query}
        caption={t('books.closings')}
        rowKey={(row) => row.closedThrough}
        empty={{ title: t('closing.none'), text: t('closing.noneText') }}
        columns={[
          {
            id: 'through',
            header: t('closing.column'),
            rowHeader: true,
            cell: (row) => <Day value={row.closedThrough} />,
          },
          { id: 'at', header: t('closing.at'), cell: (row) => <Moment value={row.closedAt} /> },
          {
            id: 'by',
            header: t('closing.by'),
            cell: (row) => {
              const [kind = '', id] = row.closedBy.split(':');
              if (kind !== 'person' || !id) return t('closing.system');
              return id === me.personId ? me.displayName : <ShortId id={id} />;
            },
          },
        ]}
      />
      {closing && today && <CloseDialog today={today} onClose={() => setClosing(false)} />}
    </BooksPage>
  );
}
