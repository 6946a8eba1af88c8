import {
  Badge,
  Card,
  Facts,
  formatDate,
  LinkButton,
  Money,
  useApiClient,
  useLocale,
  usePages,
  type Output,
} from '@xihuo/ui';
import { Link, useSearchParams } from 'react-router';
import { Listing } from '../admission/reading';
import { hrefVia, viaOf } from '../channel/via';
import { NarrowPage, PageTitle } from '../frame/page-title';
import { SeekBox } from '../frame/seek-box';
import { useT } from '../words';
import { FileButton } from './file-button';
import { ForOrganisation } from './signed-in';
import { purchaseTones } from './tones';
import { has, type Organisation } from './organisation';

type Summary = Output<'GET /organisations/{id}/purchase-orders'>['data'][number];

function Standing({ organisation }: { organisation: Organisation }) {
  const t = useT();
  const via = viaOf(useSearchParams()[0]);
  const { terms } = organisation;
  const isOnTerms = terms.payment === 'onTerms';
  return (
    <Card title={<span lang="zh-CN">{organisation.name}</span>}>
      <Facts
        facts={[
          {
            term: t('business.terms'),
            detail: isOnTerms ? t('business.onTerms', { count: terms.termDays ?? 0 }) : t('business.payFirst'),
          },
          ...(isOnTerms
            ? [
                {
                  term: t('business.law'),
                  detail: (
                    <span lang="zh-CN" className="text-sm text-ink-soft">
                      {terms.law}
                    </span>
                  ),
                },
                { term: t('business.limit'), detail: <Money value={organisation.creditLimit} /> },
                { term: t('business.underWay'), detail: <Money value={organisation.underWay} /> },
              ]
            : []),
          { term: t('business.owed'), detail: <Money value={organisation.owed} /> },
          ...(organisation.credit.amount === '0'
            ? []
            : [{ term: t('business.credit'), detail: <Money value={organisation.credit} /> }]),
        ]}
      />
      <div className="mt-4 flex flex-wrap gap-3">
        {has(organisation, 'order') && (
          <LinkButton to={hrefVia(`/business/${organisation.id}/new`, via)}>{t('business.new')}</LinkButton>
        )}
        <LinkButton look="secondary" to={`/business/${organisation.id}/leads`}>
          {t('business.leads.title')}
        </LinkButton>
        <LinkButton look="secondary" to={`/business/${organisation.id}/statement`}>
          {t('business.statement.open')}
        </LinkButton>
        <LinkButton look="secondary" to={`/business/${organisation.id}/claims`}>
          {t('business.claims.title')}
        </LinkButton>
        {has(organisation, 'pay') && (
          <LinkButton look="secondary" to={`/business/${organisation.id}/invoices`}>
            {t('business.invoice.title')}
          </LinkButton>
        )}
        {has(organisation, 'manage') && (
          <LinkButton look="secondary" to={`/business/${organisation.id}/members`}>
            {t('business.members')}
          </LinkButton>
        )}
      </div>
    </Card>
  );
}

function Row({ purchase }: { purchase: Summary }) {
  const t = useT();
  const locale = useLocale();
  return (
    <li>
      <Link
        to={`/business/orders/${purchase.id}`}
        className="grid grid-cols-[1fr_auto] items-baseline gap-x-6 px-5 py-3.5 hover:bg-sunken"
      >
        <span className="numeric font-medium">
          {purchase.number}
          {purchase.ownNumber && <span className="ms-2 font-normal text-ink-soft">{purchase.ownNumber}</span>}
        </span>
        <span className="text-end">
          <Money value={purchase.amount} />
        </span>
        <span className="text-sm text-ink-faint">
          <span lang="zh-CN">
            {purchase.siteName} · {purchase.requestedBy}
          </span>{' '}
          · {formatDate(purchase.requestedAt, locale)}
        </span>
        <span className="min-h-6 text-end">
          <Badge tone={purchase.waitsForMe ? 'attention' : purchaseTones[purchase.state]}>
            {purchase.waitsForMe ? t('business.waiting') : t(`business.state.${purchase.state}`)}
          </Badge>
        </span>
        {purchase.open.amount !== '0' && (
          <span className="col-span-2 text-sm text-ink-soft">
            {t('business.openFen')} <Money value={purchase.open} />
          </span>
        )}
      </Link>
    </li>
  );
}

function Orders({ id }: { id: string }) {
  const t = useT();
  const [params, setParams] = useSearchParams();
  const q = params.get('q')?.trim().slice(0, 40) ?? '';
  const list = usePages('GET /organisations/{id}/purchase-orders', {
    params: { id },
    query: { limit: 20, ...(q ? { q } : {}) },
  });
  const seek = (words: string) => {
    const next = new URLSearchParams(params);
    if (words === '') next.delete('q');
    else next.set('q', words);
    setParams(next, { preventScrollReset: true });
  };
  // By its type the route answers rows; asked for a table, it answers a file.
  const api = useApiClient() as unknown as (route: string, input: object) => Promise<Blob>;
  const file = () =>
    api('GET /organisations/{id}/purchase-orders', {
      params: { id },
      headers: { accept: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
    });
  return (
    <section>
      <div className="flex flex-wrap items-baseline justify-between gap-3 pt-8 pb-3">
        <h2 className="text-lg">{t('business.orders')}</h2>
        {list.rows !== undefined && list.rows.length > 0 && (
          <FileButton word={t('business.ordersFile')} name={`${t('business.orders')}.xlsx`} get={file} />
        )}
      </div>
      <div className="mb-4">
        <SeekBox label={t('business.searchNumber')} act={t('business.searchGo')} words={q} onSeek={seek} />
      </div>
      <Listing
        query={list}
        empty={
          q ? { title: t('business.noSuch'), text: q } : { title: t('business.none'), text: t('business.noneText') }
        }
      >
        {(rows) => (
          <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
            {rows.map((purchase) => (
              <Row key={purchase.id} purchase={purchase} />
            ))}
          </ul>
        )}
      </Listing>
    </section>
  );
}

export function BusinessPage() {
  const t = useT();
  return (
    <ForOrganisation>
      {(organisation) => (
        <NarrowPage>
          <PageTitle lead={t('business.lead')}>{t('business.title')}</PageTitle>
          <Standing organisation={organisation} />
          <Orders id={organisation.id} />
        </NarrowPage>
      )}
    </ForOrganisation>
  );
}
