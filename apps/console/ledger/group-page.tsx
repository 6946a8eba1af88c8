import { Card, Facts, Money, Notice, Table, useApi, type Output } from '@xihuo/ui';
import { useParams } from 'react-router';
import { Page } from '../frame/page';
import { Day, Moment } from '../frame/when';
import { Whole } from '../frame/whole';
import { useT } from '../words';
import { Kind } from './account-page';
import { AccountLink, Source, useBookNames } from './names';

type Group = Output<'GET /ledger/groups/{id}'>;

function Transfers({ group }: { group: Group }) {
  const t = useT();
  const names = useBookNames();
  return (
    <Table
      caption={t('books.transfers')}
      rows={group.transfers}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'what',
          header: t('books.what'),
          rowHeader: true,
          cell: (row) => (
            <span className="whitespace-nowrap">
              {names.movement(row.code)} <Kind kind={row.kind} />
            </span>
          ),
        },
        { id: 'debit', header: t('books.from'), cell: (row) => <AccountLink id={row.debitAccountId} /> },
        { id: 'credit', header: t('books.to'), cell: (row) => <AccountLink id={row.creditAccountId} /> },
        { id: 'amount', header: t('books.amount'), numeric: true, cell: (row) => <Money value={row.amount} /> },
        { id: 'source', header: t('books.source'), cell: (row) => <Source kind={row.sourceKind} id={row.sourceId} /> },
        { id: 'rule', header: t('books.rule'), cell: (row) => <code className="text-xs">{row.ruleVersion}</code> },
      ]}
    />
  );
}

/** A group has one business day and one moment: it is one posting. */
function When({ group }: { group: Group }) {
  const t = useT();
  const [first] = group.transfers;
  if (!first) return null;
  return (
    <Facts
      facts={[
        { term: t('books.day'), detail: <Day value={first.businessDate} /> },
        { term: t('books.posted'), detail: <Moment value={first.postedAt} /> },
      ]}
    />
  );
}

/** Transfers that were posted together: all of them, or none would stand here. */
export function GroupPage() {
  const t = useT();
  const { id = '' } = useParams();
  const query = useApi('GET /ledger/groups/{id}', { params: { id } });
  return (
    <Page
      title={t('books.groupTitle')}
      lead={<code className="text-sm break-all">{id}</code>}
      back={{ to: '/ledger/accounts', word: t('books.accounts') }}
    >
      <Whole query={query}>
        {(group) => (
          <Card title={t('books.transfers')}>
            <div className="mb-4 flex flex-col gap-4">
              <Notice tone="info">{t('books.groupText')}</Notice>
              <When group={group} />
            </div>
            <Transfers group={group} />
          </Card>
        )}
      </Whole>
    </Page>
  );
}
