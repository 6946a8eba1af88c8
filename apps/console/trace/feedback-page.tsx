import { Badge, usePages, type Output, type Tone } from '@xihuo/ui';
import { ActButton, type Act } from '../admission/watching/act';
import { actForMany } from '../frame/bulk/act-many';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { useView, Views } from '../frame/views';
import { Day } from '../frame/when';
import { hasRole, useMe } from '../identity/me';
import { useT } from '../words';

type Feedback = Output<'GET /trace/lot-feedback'>['data'][number];

const TONES: Record<Feedback['kind'], Tone> = {
  good: 'good',
  quality: 'attention',
  safety: 'bad',
  label: 'attention',
  other: 'neutral',
};

function Said({ row }: { row: Feedback }) {
  const t = useT();
  return (
    <div lang="zh-CN" className="max-w-[36em]">
      <p className="break-words whitespace-pre-line">{row.words}</p>
      {row.answer && <p className="mt-1 border-s-2 border-line ps-3 text-ink-soft">{row.answer.words}</p>}
      {row.dismissed && (
        <p className="mt-1 text-sm text-ink-soft">{t('lotFeedback.dismissedAs', { reason: row.dismissed.reason })}</p>
      )}
    </div>
  );
}

function Answer({ row }: { row: Feedback }) {
  const t = useT();
  const act: Act<'POST /trace/lot-feedback/{id}/answer'> = {
    route: 'POST /trace/lot-feedback/{id}/answer',
    ...{ word: t('lotFeedback.answer'), lead: t('lotFeedback.answer.lead'), done: t('lotFeedback.answered') },
    fields: [{ name: 'words', kind: 'area', label: t('lotFeedback.answerWords'), least: 2, most: 500 }],
    input: ({ words = '' }) => ({ params: { id: row.id }, body: { words: words.trim() } }),
  };
  return <ActButton act={act} size="small" />;
}

function Dismiss({ row }: { row: Feedback }) {
  const t = useT();
  const act: Act<'POST /trace/lot-feedback/{id}/dismissal'> = {
    route: 'POST /trace/lot-feedback/{id}/dismissal',
    ...{ word: t('lotFeedback.dismiss'), lead: t('lotFeedback.dismiss.lead'), done: t('lotFeedback.dismissed') },
    fields: [{ name: 'reason', kind: 'area', label: t('lotFeedback.reason'), least: 4, most: 500 }],
    input: ({ reason = '' }) => ({ params: { id: row.id }, body: { reason: reason.trim() } }),
  };
  return <ActButton act={act} size="small" />;
}

const isComplaint = ({ kind }: Feedback) => kind === 'quality' || kind === 'safety' || kind === 'label';

/** What several said of the same thing is answered, or left uncounted, together. */
function useManyActs() {
  const t = useT();
  const isPlatform = hasRole(useMe(), ['operator']);
  const rows = {
    rowKey: (row: Feedback) => row.id,
    name: ({ productName, lot, words }: Feedback) => `${productName} ${lot.code} · ${words.slice(0, 20)}`,
    to: () => '/trace/feedback',
  };
  const dismiss = actForMany({
    route: 'POST /trace/lot-feedback/{id}/dismissal',
    ...{ word: t('lotFeedback.dismiss'), lead: () => t('lotFeedback.dismiss.lead'), look: 'danger' },
    fields: [{ name: 'reason', kind: 'area', label: t('lotFeedback.reason'), least: 4, most: 500 }],
    can: (row: Feedback) => isComplaint(row) && !row.dismissed,
    ...rows,
    input: ({ id }, { reason = '' }) => ({ params: { id }, body: { reason: reason.trim() } }),
  });
  const answer = actForMany({
    route: 'POST /trace/lot-feedback/{id}/answer',
    ...{ word: t('lotFeedback.answer'), lead: () => t('lotFeedback.answer.lead') },
    fields: [{ name: 'words', kind: 'area', label: t('lotFeedback.answerWords'), least: 2, most: 500 }],
    can: (row: Feedback) => !row.answer,
    ...rows,
    input: ({ id }, { words = '' }) => ({ params: { id }, body: { words: words.trim() } }),
  });
  return [isPlatform ? dismiss : answer];
}

/** What people who scanned a code say of lots: the supplier answers, the platform says which complaints do not count. */
export function LotFeedbackPage() {
  const t = useT();
  const isPlatform = hasRole(useMe(), ['operator']);
  const view = useView('view', ['unanswered', 'complaints'] as const) ?? 'all';
  const query = usePages('GET /trace/lot-feedback', { query: { view } });
  const act = (row: Feedback) =>
    isPlatform ? isComplaint(row) && !row.dismissed && <Dismiss row={row} /> : !row.answer && <Answer row={row} />;
  return (
    <Page title={t('menu.lotFeedback')} lead={t(isPlatform ? 'lotFeedback.platformLead' : 'lotFeedback.lead')}>
      <Views
        name="view"
        label={t('lotFeedback.views')}
        views={[
          { value: '', word: t('lotFeedback.view.all') },
          { value: 'complaints', word: t('lotFeedback.view.complaints') },
          { value: 'unanswered', word: t('lotFeedback.view.unanswered') },
        ]}
      />
      <Listing
        id="lot-feedback"
        query={query}
        caption={t('menu.lotFeedback')}
        bulk={useManyActs()}
        rowKey={(row) => row.id}
        empty={{ title: t('lotFeedback.none'), text: t('lotFeedback.noneText') }}
        columns={[
          {
            id: 'goods',
            header: t('lotFeedback.goods'),
            rowHeader: true,
            cell: (row) => (
              <span lang="zh-CN">
                {row.productName}
                <span className="numeric block text-sm font-normal text-ink-soft">{row.lot.code}</span>
              </span>
            ),
          },
          ...(isPlatform
            ? [
                {
                  id: 'supplier',
                  header: t('lotFeedback.supplier'),
                  cell: (row: Feedback) => <span lang="zh-CN">{row.supplier.name}</span>,
                },
              ]
            : []),
          {
            id: 'kind',
            header: t('lotFeedback.kind'),
            cell: (row) => <Badge tone={TONES[row.kind]}>{t(`lotFeedback.kind.${row.kind}`)}</Badge>,
          },
          { id: 'said', header: t('lotFeedback.said'), cell: (row) => <Said row={row} /> },
          { id: 'day', header: t('lotFeedback.day'), cell: (row) => <Day value={row.receivedAt} /> },
          { id: 'act', header: t('list.act'), cell: act },
        ]}
      />
    </Page>
  );
}
