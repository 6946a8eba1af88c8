import { useQueryClient } from '@tanstack/react-query';
import {
  Badge,
  Button,
  forgetIdempotencyKey,
  formatDateTime,
  formatNumber,
  idempotencyKey,
  toast,
  useApi,
  useLocale,
  usePages,
  useSend,
  type Output,
} from '@xihuo/ui';
import { useEffect } from 'react';
import { Listing } from '../frame/listing';
import { useAgainIn } from '../frame/live/live';
import { Moment } from '../frame/when';
import { useT } from '../words';
import { BooksPage } from './frame';
import { ShortId } from './names';

type Check = Output<'GET /ledger/checks'>['data'][number];

const SCOPE = 'ledger-check';
const TONES = { waiting: 'neutral', running: 'attention', fits: 'good', broken: 'bad', failed: 'bad' } as const;
/** Looked at again while a worker is at it. */
const AGAIN_MS = 2_000;
const NEWEST = { query: { limit: 1 } };

const underWay = (check: Check | undefined) => check?.state === 'waiting' || check?.state === 'running';

/** How far a check is, or what came of it, in words; the first thing that does not fit also in those of whoever found it. */
function Told({ check }: { check: Check }) {
  const t = useT();
  const locale = useLocale();
  const count = (number: number) => formatNumber(number, locale);
  if (underWay(check)) return <Progress check={check} />;
  if (check.state === 'fits') {
    const at = check.doneAt ? formatDateTime(check.doneAt, locale) : '';
    return <>{t('check.fitsText', { rows: count(check.rows), parts: check.parts, at })}</>;
  }
  return (
    <span className="block max-w-prose">
      {check.brokenPart ? t(`check.part.${check.brokenPart}`) : t('check.failedText')}
      {check.words && (
        <span className="mt-1 block text-sm break-words text-ink-soft">
          {t('check.original', { words: locale === 'en' ? check.words.en : check.words.zh })}
        </span>
      )}
    </span>
  );
}

function Progress({ check }: { check: Check }) {
  const t = useT();
  const locale = useLocale();
  const exporting = check.exported < check.kinds;
  return (
    <span className="block min-w-48" aria-live="polite">
      <span className="block">
        {exporting
          ? t('check.exporting', {
              ...{ done: check.exported, kinds: check.kinds, rows: formatNumber(check.rows, locale) },
            })
          : t('check.reckoning', { done: check.fitting, parts: check.parts })}
      </span>
      <progress
        className="mt-1 w-full"
        aria-label={t('check.progress')}
        max={check.kinds + check.parts}
        value={check.exported + check.fitting}
      />
    </span>
  );
}

/** All books checked as an outsider would, by one button; every check stays with who asked, when, and what came of it. */
export function ChecksPage() {
  const t = useT();
  const queries = useQueryClient();
  const query = usePages('GET /ledger/checks', { query: {} });
  const often = useAgainIn(AGAIN_MS);
  const { data: newest } = useApi('GET /ledger/checks', NEWEST, {
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (underWay(data?.data[0]) ? often : false),
  });
  const first = newest?.data[0];
  // The list is the same as of the last look at the newest of it.
  const seen = first && `${first.id} ${first.state} ${first.exported} ${first.fitting}`;
  const { refetch } = query;
  useEffect(() => {
    if (seen) void refetch();
  }, [seen, refetch]);
  const send = useSend('POST /ledger/checks', {
    onSuccess: () => {
      forgetIdempotencyKey(SCOPE);
      toast(t('check.started'));
      void queries.invalidateQueries();
    },
    onError: (error) => toast(error.message),
  });
  return (
    <BooksPage
      title={t('books.checks')}
      lead={t('check.lead')}
      actions={
        <Button
          data-act="POST /ledger/checks"
          unavailable={send.isPending || underWay(first)}
          onClick={() => send.mutate({ body: {}, idempotencyKey: idempotencyKey(SCOPE, {}) })}
        >
          {t('check.start')}
        </Button>
      }
    >
      <Listing
        id="checks"
        query={query}
        caption={t('books.checks')}
        rowKey={(row) => row.id}
        empty={{ title: t('check.none'), text: t('check.noneText') }}
        columns={[
          { id: 'at', header: t('check.column'), rowHeader: true, cell: (row) => <Moment value={row.askedAt} /> },
          {
            id: 'state',
            header: t('check.state'),
            cell: (row) => <Badge tone={TONES[row.state]}>{t(`check.${row.state}`)}</Badge>,
          },
          { id: 'told', header: t('check.detail'), cell: (row) => <Told check={row} /> },
          {
            id: 'by',
            header: t('check.by'),
            cell: ({ askedBy, askedByName }) => askedByName ?? <ShortId id={askedBy.split(':')[1] ?? ''} />,
          },
        ]}
      />
    </BooksPage>
  );
}
