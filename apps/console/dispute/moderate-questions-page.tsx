import { Badge, usePages, type Output } from '@xihuo/ui';
import { ActButton, type Act } from '../admission/watching/act';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { useView, Views } from '../frame/views';
import { Day } from '../frame/when';
import { useT } from '../words';
import { hidingOf, useGroundFields } from './grounds';
import { useModerateMany } from './moderate-many';

type Question = Output<'GET /moderation/questions'>['data'][number];

function Asked({ question }: { question: Question }) {
  const t = useT();
  return (
    <div lang="zh-CN" className="max-w-[36em]">
      <p className="break-words whitespace-pre-line">{question.words}</p>
      {question.answer && (
        <p className="mt-1 border-s-2 border-line ps-3 text-ink-soft">
          {question.answer.supplierName}
          {t('list.colon')}
          {question.answer.words}
        </p>
      )}
      {question.hidden && <Badge tone="attention">{t(`reviews.ground.${question.hidden}`)}</Badge>}
    </div>
  );
}

function Hide({ question }: { question: Question }) {
  const t = useT();
  const act: Act<'POST /moderation/questions/{id}/hiding'> = {
    route: 'POST /moderation/questions/{id}/hiding',
    ...{ word: t('reviews.hide'), lead: t('questions.hide.lead'), done: t('dispute.done') },
    fields: useGroundFields(),
    input: (values) => ({ params: { id: question.id }, body: hidingOf(values) }),
  };
  return <ActButton act={act} size="small" />;
}

function Show({ question }: { question: Question }) {
  const t = useT();
  const act: Act<'POST /moderation/questions/{id}/showing'> = {
    route: 'POST /moderation/questions/{id}/showing',
    ...{ word: t('reviews.show'), lead: t('reviews.show.lead'), done: t('dispute.done'), fields: [] },
    input: () => ({ params: { id: question.id }, body: {} }),
  };
  return <ActButton act={act} size="small" />;
}

/** Questions and answers for those who moderate: hidden for a reason of law only. */
export function ModerateQuestionsPage() {
  const t = useT();
  const view = useView('view', ['hidden'] as const) ?? 'all';
  const query = usePages('GET /moderation/questions', { query: { view } });
  const many = useModerateMany({
    hide: 'POST /moderation/questions/{id}/hiding',
    show: 'POST /moderation/questions/{id}/showing',
    ...{ lead: t('questions.hide.lead'), to: '/moderation/questions' },
    name: ({ product, words }: Question) => `${product.name} · ${words.slice(0, 20)}`,
  });
  return (
    <Page title={t('menu.moderateQuestions')} lead={t('questions.moderation.lead')}>
      <Views
        name="view"
        label={t('dispute.views')}
        views={[
          { value: '', word: t('dispute.view.all') },
          { value: 'hidden', word: t('reviews.hiddenOnes') },
        ]}
      />
      <Listing
        id="moderate-questions"
        query={query}
        caption={t('menu.moderateQuestions')}
        bulk={many}
        rowKey={(row) => row.id}
        empty={{ title: t('questions.none'), text: t('questions.noneText') }}
        columns={[
          {
            id: 'goods',
            header: t('dispute.goods'),
            rowHeader: true,
            cell: (row) => <span lang="zh-CN">{row.product.name}</span>,
          },
          { id: 'words', header: t('questions.one'), cell: (row) => <Asked question={row} /> },
          { id: 'asked', header: t('questions.asked'), cell: (row) => <Day value={row.askedAt} /> },
          {
            id: 'act',
            header: t('list.act'),
            cell: (row) => (row.hidden ? <Show question={row} /> : <Hide question={row} />),
          },
        ]}
      />
    </Page>
  );
}
