import { usePages, type Output } from '@xihuo/ui';
import { ActButton, type Act } from '../admission/watching/act';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { useView } from '../frame/views';
import { WhatWaits } from '../frame/what-waits';
import { Day } from '../frame/when';
import { useT } from '../words';

type Question = Output<'GET /supplier/questions'>['data'][number];

function Answer({ question }: { question: Question }) {
  const t = useT();
  const act: Act<'POST /supplier/questions/{id}/answer'> = {
    route: 'POST /supplier/questions/{id}/answer',
    ...{ word: t('questions.answer'), lead: t('questions.answer.lead'), done: t('dispute.sent') },
    fields: [{ name: 'words', kind: 'area', label: t('dispute.words'), least: 2, most: 500 }],
    input: ({ words = '' }) => ({ params: { id: question.id }, body: { words: words.trim() } }),
  };
  return <ActButton act={act} size="small" />;
}

/** Questions about goods one offers, those nobody has answered first. */
export function QuestionsPage() {
  const t = useT();
  const isWaiting = useView('view', ['unanswered']) !== undefined;
  const query = usePages('GET /supplier/questions', { query: isWaiting ? { waiting: 'true' } : {} });
  return (
    <Page title={t('menu.questions')} lead={t('questions.lead')}>
      <WhatWaits views={[{ value: 'unanswered', word: t('questions.unanswered') }]} />
      <Listing
        id="questions"
        query={query}
        caption={t('menu.questions')}
        rowKey={(row) => row.id}
        empty={{ title: t('questions.none'), text: t('questions.noneText') }}
        columns={[
          {
            id: 'words',
            header: t('questions.one'),
            rowHeader: true,
            cell: (row) => <span lang="zh-CN">{row.words}</span>,
          },
          { id: 'goods', header: t('dispute.goods'), cell: (row) => <span lang="zh-CN">{row.product.name}</span> },
          { id: 'asked', header: t('questions.asked'), cell: (row) => <Day value={row.askedAt} /> },
          {
            id: 'answer',
            header: t('questions.answer'),
            cell: (row) => (row.answer ? <span lang="zh-CN">{row.answer.words}</span> : <Answer question={row} />),
          },
        ]}
      />
    </Page>
  );
}
