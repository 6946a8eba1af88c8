import { Button, Card, Facts, Money, Table, useApi, type Output } from '@xihuo/ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import { Page } from '../frame/page';
import { Whole } from '../frame/whole';
import { Moment } from '../frame/when';
import { useT } from '../words';
import { TermsWord } from './accounts-page';
import { SetTermsDialog } from './set-terms-dialog';

type Account = Output<'GET /business-accounts/{id}'>;

function Standing({ account }: { account: Account }) {
  const t = useT();
  const { terms } = account;
  const left = BigInt(account.creditLimit.amount) - BigInt(account.owed.amount) - BigInt(account.underWay.amount);
  return (
    <Card title={t('accounts.now')}>
      <Facts
        facts={[
          ...(account.uscc === null
            ? []
            : [{ term: t('accounts.uscc'), detail: <span className="numeric break-all">{account.uscc}</span> }]),
          { term: t('accounts.terms'), detail: <TermsWord terms={terms} /> },
          ...(terms === null
            ? []
            : [{ term: t('accounts.payerKind'), detail: t(`accounts.payerKind.${terms.payerKind}`) }]),
          ...(terms?.contractReference ? [{ term: t('accounts.contract'), detail: terms.contractReference }] : []),
          { term: t('accounts.limit'), detail: <Money value={account.creditLimit} /> },
          { term: t('accounts.owed'), detail: <Money value={account.owed} /> },
          { term: t('accounts.late'), detail: <Money value={account.late} /> },
          { term: t('accounts.underWay'), detail: <Money value={account.underWay} /> },
          {
            term: t('accounts.left'),
            detail: <Money value={{ amount: String(left < 0n ? 0n : left), currency: 'CNY' }} />,
          },
          ...(terms === null ? [] : [{ term: t('accounts.law'), detail: terms.law }]),
        ]}
      />
    </Card>
  );
}

function History({ account }: { account: Account }) {
  const t = useT();
  return (
    <Card title={t('accounts.history')}>
      {account.history.length === 0 ? (
        <p className="text-ink-soft">{t('accounts.noHistory')}</p>
      ) : (
        <Table
          caption={t('accounts.history')}
          rows={account.history}
          rowKey={(row) => row.id}
          columns={[
            { id: 'at', header: t('accounts.at'), rowHeader: true, cell: (row) => <Moment value={row.at} /> },
            {
              id: 'terms',
              header: t('accounts.terms'),
              cell: (row) =>
                row.payment === 'onTerms' ? t('accounts.days', { count: row.termDays ?? 0 }) : t('accounts.payFirst'),
            },
            {
              id: 'limit',
              header: t('accounts.limit'),
              numeric: true,
              cell: (row) => <Money value={row.creditLimit} />,
            },
            {
              id: 'reason',
              header: t('accounts.reason'),
              cell: (row) => (
                <span className="block sm:min-w-40">
                  {row.reason}
                  {row.contractReference && (
                    <span className="block text-sm text-ink-faint">{row.contractReference}</span>
                  )}
                </span>
              ),
            },
            { id: 'by', header: t('accounts.by'), cell: (row) => row.by ?? t('accounts.nobody') },
          ]}
        />
      )}
    </Card>
  );
}

/** One organisation: what it may owe, what it owes, and every change of its terms with who made it and why. */
export function AccountPage() {
  const t = useT();
  const { id = '' } = useParams();
  const [isSetting, setSetting] = useState(false);
  const query = useApi('GET /business-accounts/{id}', { params: { id } });
  const account = query.data;
  return (
    <Page
      title={account?.name ?? t('menu.accounts')}
      back={{ to: '/ordering/accounts', word: t('menu.accounts') }}
      history={{ kind: 'organisation', id }}
      actions={
        account && (
          <Button data-act="PUT /business-accounts/{id}" onClick={() => setSetting(true)}>
            {t('accounts.set')}
          </Button>
        )
      }
    >
      <Whole query={query}>
        {(shown) => (
          <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
            <History account={shown} />
            <Standing account={shown} />
          </div>
        )}
      </Whole>
      {isSetting && account && <SetTermsDialog account={account} onClose={() => setSetting(false)} />}
    </Page>
  );
}
