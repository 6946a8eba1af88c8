import {
  Card,
  Facts,
  formatDate,
  LinkButton,
  Money,
  useApi,
  useApiClient,
  useLocale,
  usePages,
  type Output,
} from '@xihuo/ui';
import { useParams } from 'react-router';
import { Listing } from '../admission/reading';
import { NarrowPage, PageTitle } from '../frame/page-title';
import { useT } from '../words';
import { FileButton } from './file-button';
import { MonthSteps, useMonth } from './month-steps';
import { has, type Organisation } from './organisation';
import { ForOrganisation } from './signed-in';

type Statement = Output<'GET /organisations/{id}/statements/{month}'>;

/** What may be owed, what is, and under which terms: the line of credit as it stands now. */
function Terms({ organisation }: { organisation: Organisation }) {
  const t = useT();
  const { terms, creditLimit, owed, underWay, credit } = organisation;
  const left = BigInt(creditLimit.amount) - BigInt(owed.amount) - BigInt(underWay.amount);
  const isOnTerms = terms.payment === 'onTerms';
  return (
    <Card title={t('business.termsTitle')}>
      <Facts
        facts={[
          {
            term: t('business.terms'),
            detail: isOnTerms ? t('business.onTerms', { count: terms.termDays ?? 0 }) : t('business.payFirst'),
          },
          ...(isOnTerms
            ? [
                { term: t('business.limit'), detail: <Money value={creditLimit} /> },
                { term: t('business.owed'), detail: <Money value={owed} /> },
                { term: t('business.underWay'), detail: <Money value={underWay} /> },
                {
                  term: t('business.limitLeft'),
                  detail: <Money value={{ amount: String(left < 0n ? 0n : left), currency: 'CNY' }} />,
                },
                {
                  term: t('business.lateInterest'),
                  detail: t('business.lateInterestRate', { rate: terms.lateInterestPer100k / 1000 }),
                },
                { term: t('business.law'), detail: <span lang="zh-CN">{terms.law}</span> },
              ]
            : []),
          { term: t('business.acceptWithin'), detail: t('business.acceptWithinDays', { count: terms.acceptanceDays }) },
          ...(terms.contractReference === null
            ? []
            : [{ term: t('business.contract'), detail: <span lang="zh-CN">{terms.contractReference}</span> }]),
          ...(credit.amount === '0' ? [] : [{ term: t('business.credit'), detail: <Money value={credit} /> }]),
        ]}
      />
      <p className="mt-3 text-sm text-ink-faint">{t('business.termsHint')}</p>
    </Card>
  );
}

function Sums({ statement }: { statement: Statement }) {
  const t = useT();
  const rows = [
    { word: t('business.statement.opening'), sign: '', value: statement.opening },
    { word: t('business.statement.accepted'), sign: '+', value: statement.accepted },
    { word: t('business.statement.credited'), sign: '−', value: statement.credited },
    { word: t('business.statement.transferred'), sign: '−', value: statement.transferred },
    { word: t('business.statement.closing'), sign: '=', value: statement.closing },
  ];
  return (
    <dl className="divide-y divide-line rounded-lg border border-line bg-surface">
      {rows.map(({ word, sign, value }) => (
        <div key={word} className="flex items-baseline justify-between gap-6 px-5 py-2.5 last:font-semibold">
          <dt>{word}</dt>
          <dd className="numeric whitespace-nowrap">
            <span aria-hidden className="pe-2 text-ink-faint">
              {sign}
            </span>
            <Money value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Entry({ entry }: { entry: Statement['data'][number] }) {
  const t = useT();
  const locale = useLocale();
  return (
    <li className="grid grid-cols-[1fr_auto] items-baseline gap-x-6 px-5 py-3">
      <span className="font-medium">{t(`business.statement.kind.${entry.kind}`)}</span>
      <span className="text-end">
        <Money value={entry.amount} />
      </span>
      <span className="col-span-2 text-sm text-ink-soft">
        {formatDate(entry.at, locale)} · <span lang="zh-CN">{entry.about}</span> ·{' '}
        <span className="numeric">{entry.reference}</span>
        {entry.dueOn !== null && (
          <>
            {' '}
            · {t('business.dueOn')} {formatDate(entry.dueOn, locale)}
          </>
        )}
      </span>
    </li>
  );
}

function Month({ id, month }: { id: string; month: string }) {
  const t = useT();
  const locale = useLocale();
  const api = useApiClient();
  const params = { id, month };
  const query = usePages('GET /organisations/{id}/statements/{month}', { params, query: { limit: 50 } });
  const sums = useApi('GET /organisations/{id}/statements/{month}', { params, query: { limit: 1 } });
  return (
    <section className="pt-8">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 pb-3">
        <h2 className="text-lg">{t('business.statement.month', { month: formatDate(month, locale) })}</h2>
        <MonthSteps month={month} />
      </div>
      {sums.data && <Sums statement={sums.data} />}
      <div className="flex flex-wrap items-center gap-3 py-4">
        {(['xlsx', 'csv'] as const).map((format) => (
          <FileButton
            key={format}
            word={t(`business.statement.${format}`)}
            name={`${t('business.statement.title')}-${month}.${format}`}
            get={() => api('GET /organisations/{id}/statements/{month}/file', { params, query: { format } })}
          />
        ))}
        {(['pdf', 'xlsx'] as const).map((format) => (
          <FileButton
            key={format}
            word={t(`business.note.${format}`)}
            name={`${t('business.note.title')}-${month}.${format}`}
            get={() => api('GET /organisations/{id}/settlement-notes/{month}/file', { params, query: { format } })}
          />
        ))}
      </div>
      <Listing query={query} empty={{ title: t('business.statement.none'), text: t('business.statement.noneText') }}>
        {(rows) => (
          <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
            {rows.map((entry) => (
              <Entry key={`${entry.kind} ${entry.id}`} entry={entry} />
            ))}
          </ul>
        )}
      </Listing>
      <p className="pt-4 text-sm text-ink-faint">{t('business.statement.hint')}</p>
    </section>
  );
}

/** Terms, line of credit, and the month's account, entry by entry. */
export function StatementPage() {
  const t = useT();
  const { organisationId } = useParams();
  const month = useMonth();
  return (
    <ForOrganisation id={organisationId}>
      {(organisation) => (
        <NarrowPage>
          <PageTitle lead={<span lang="zh-CN">{organisation.name}</span>}>{t('business.statement.title')}</PageTitle>
          <Terms organisation={organisation} />
          {has(organisation, 'pay') ? (
            <Month id={organisation.id} month={month} />
          ) : (
            <p className="pt-8 text-ink-soft">{t('business.statement.payersOnly')}</p>
          )}
          <div className="pt-8">
            <LinkButton look="secondary" to="/business">
              {t('business.order.back')}
            </LinkButton>
          </div>
        </NarrowPage>
      )}
    </ForOrganisation>
  );
}
