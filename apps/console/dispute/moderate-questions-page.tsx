import { Badge, usePages, type Output } from '@xihuo/ui';
import { ActButton, type Act } from '../admission/watching/act';
import { actForMany } from '../frame/bulk/act-many';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { useView, Views } from '../frame/views';
import { Day } from '../frame/when';
import { useT } from '../words';
import { groundOf, useGroundFields } from './grounds';

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
    input: ({ ground, reason = '' }) => ({
      params: { id: question.id },
      body: { ground: groundOf(ground), reason: reason.trim() },
    }),
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

/** The same for several; each leaves its own notice and its own trail. */
function useModerateMany() {
  const t = useT();
  const rows = {
    rowKey: (row: Question) => row.id,
    name: ({ product, words }: Question) => `${product.name} · ${words.slice(0, 20)}`,
    to: () => '/moderation/questions',
  };
  return [
    actForMany({
      route: 'POST /moderation/questions/{id}/hiding',
      ...{ word: t('reviews.hide'), lead: () => t('questions.hide.lead'), look: 'danger', fields: useGroundFields() },
      can: (row: Question) => !row.hidden,
      ...rows,
      input: ({ id }, { ground, reason = '' }) => ({
        params: { id },
        body: { ground: groundOf(ground), reason: reason.trim() },
      }),
    }),
    actForMany({
      route: 'POST /moderation/questions/{id}/showing',
      ...{ word: t('reviews.show'), lead: () => t('reviews.show.lead'), fields: [] },
      can: (row: Question) => row.hidden !== null,
      ...rows,
      input: ({ id }) => ({ params: { id }, body: {} }),
    }),
  ];
}

/** Questions and answers for those who moderate: hidden for a reason of law only. */
export function ModerateQuestionsPage() {
  const t = useT();
  const view = useView('view', ['hidden'] as const) ?? 'all';
  const query = usePages('GET /moderation/questions', { query: { view } });
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
        bulk={useModerateMany()}
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
