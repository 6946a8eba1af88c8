import { Badge, usePages, type Output } from '@xihuo/ui';
import { ActButton, type Act } from '../admission/watching/act';
import { actForMany } from '../frame/bulk/act-many';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { useView, Views } from '../frame/views';
import { Day } from '../frame/when';
import { useT } from '../words';
import { SaidPhotos } from './said-photos';
import { hidingOf, useGroundFields } from './grounds';
import { useModerateMany } from './moderate-many';

type Review = Output<'GET /supplier/reviews'>['data'][number];

function Said({ review }: { review: Review }) {
  const t = useT();
  return (
    <div lang="zh-CN" className="max-w-[36em]">
      <p className="break-words whitespace-pre-line">{review.said || t('reviews.noWords')}</p>
      <SaidPhotos review={review} />
      {review.reply && <p className="mt-1 border-s-2 border-line ps-3 text-ink-soft">{review.reply.words}</p>}
      {review.hidden && <Badge tone="attention">{t(`reviews.ground.${review.hidden}`)}</Badge>}
    </div>
  );
}

function Reply({ review }: { review: Review }) {
  const t = useT();
  const act: Act<'POST /supplier/reviews/{id}/reply'> = {
    route: 'POST /supplier/reviews/{id}/reply',
    ...{ word: t('reviews.reply'), lead: t('reviews.reply.lead'), done: t('dispute.sent') },
    fields: [{ name: 'words', kind: 'area', label: t('dispute.words'), least: 2, most: 500 }],
    input: ({ words = '' }) => ({ params: { id: review.id }, body: { words: words.trim() } }),
  };
  return <ActButton act={act} size="small" />;
}

const nameOf = ({ product, score, said }: Review) => `${product.name} · ${score} / 5 · ${said.slice(0, 20)}`;

/** The same thanks for several. */
function useReplyToMany() {
  const t = useT();
  return actForMany({
    route: 'POST /supplier/reviews/{id}/reply',
    ...{ word: t('reviews.reply'), lead: () => t('reviews.reply.lead') },
    fields: [{ name: 'words', kind: 'area', label: t('dispute.words'), least: 2, most: 500 }],
    can: (row: Review) => !row.reply,
    rowKey: (row) => row.id,
    name: nameOf,
    to: () => '/reviews',
    input: ({ id }, { words = '' }) => ({ params: { id }, body: { words: words.trim() } }),
  });
}

const columnsOf = (t: ReturnType<typeof useT>, act: (review: Review) => React.ReactNode) => [
  {
    id: 'goods',
    header: t('dispute.goods'),
    rowHeader: true,
    cell: (row: Review) => <span lang="zh-CN">{row.product.name}</span>,
  },
  { id: 'score', header: t('reviews.score'), cell: (row: Review) => <span className="numeric">{row.score} / 5</span> },
  { id: 'said', header: t('reviews.said'), cell: (row: Review) => <Said review={row} /> },
  { id: 'written', header: t('reviews.written'), cell: (row: Review) => <Day value={row.writtenAt} /> },
  { id: 'act', header: t('list.act'), cell: act },
];

/** What buyers say of the own goods; answered once, beside it. */
export function OwnReviewsPage() {
  const t = useT();
  const view = useView('view', ['all', 'unanswered'] as const) ?? 'all';
  const query = usePages('GET /supplier/reviews', { query: { view } });
  return (
    <Page title={t('menu.reviews')} lead={t('reviews.lead')}>
      <Views
        name="view"
        label={t('dispute.views')}
        views={[
          { value: '', word: t('dispute.view.all') },
          { value: 'unanswered', word: t('reviews.unanswered') },
        ]}
      />
      <Listing
        id="reviews"
        query={query}
        caption={t('menu.reviews')}
        rowKey={(row) => row.id}
        empty={{ title: t('reviews.none'), text: t('reviews.noneText') }}
        bulk={[useReplyToMany()]}
        columns={columnsOf(t, (row) => !row.reply && <Reply review={row} />)}
      />
    </Page>
  );
}

function Hide({ review }: { review: Review }) {
  const t = useT();
  const act: Act<'POST /moderation/reviews/{id}/hiding'> = {
    route: 'POST /moderation/reviews/{id}/hiding',
    ...{ word: t('reviews.hide'), lead: t('reviews.hide.lead'), done: t('dispute.done') },
    fields: useGroundFields(),
    input: (values) => ({ params: { id: review.id }, body: hidingOf(values) }),
  };
  return <ActButton act={act} size="small" />;
}

function Show({ review }: { review: Review }) {
  const t = useT();
  const act: Act<'POST /moderation/reviews/{id}/showing'> = {
    route: 'POST /moderation/reviews/{id}/showing',
    ...{ word: t('reviews.show'), lead: t('reviews.show.lead'), done: t('dispute.done'), fields: [] },
    input: () => ({ params: { id: review.id }, body: {} }),
  };
  return <ActButton act={act} size="small" />;
}

/** Reviews for those who moderate: hidden for a reason of law only, and counted all the same. */
export function ModerationPage() {
  const t = useT();
  const view = useView('view', ['all', 'hidden'] as const) ?? 'all';
  const query = usePages('GET /moderation/reviews', { query: { view } });
  const many = useModerateMany({
    hide: 'POST /moderation/reviews/{id}/hiding',
    show: 'POST /moderation/reviews/{id}/showing',
    ...{ lead: t('reviews.hide.lead'), to: '/moderation' },
    name: nameOf,
  });
  return (
    <Page title={t('menu.moderation')} lead={t('reviews.moderation.lead')}>
      <Views
        name="view"
        label={t('dispute.views')}
        views={[
          { value: '', word: t('dispute.view.all') },
          { value: 'hidden', word: t('reviews.hiddenOnes') },
        ]}
      />
      <Listing
        id="moderation"
        query={query}
        caption={t('menu.moderation')}
        rowKey={(row) => row.id}
        empty={{ title: t('reviews.none'), text: t('reviews.noneText') }}
        bulk={many}
        columns={columnsOf(t, (row) => (row.hidden ? <Show review={row} /> : <Hide review={row} />))}
      />
    </Page>
  );
}
