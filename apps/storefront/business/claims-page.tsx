import { Button, usePages } from '@xihuo/ui';
import { Link, useParams, useSearchParams } from 'react-router';
import { Listing } from '../admission/reading';
import { NarrowPage, PageTitle } from '../frame/page-title';
import { CaseCard } from '../ordering/after-sale/case-card';
import { mayHandle } from '../ordering/after-sale/may-handle';
import { useT } from '../words';
import type { Organisation } from './organisation';
import { ForOrganisation } from './signed-in';

const NO_HEADERS = {};

function Claims({ organisation }: { organisation: Organisation }) {
  const t = useT();
  const [params, setParams] = useSearchParams();
  const view = params.get('view') === 'all' ? 'all' : 'open';
  const query = usePages('GET /organisations/{id}/after-sales', { params: { id: organisation.id }, query: { view } });
  const has = (duty: Organisation['me']['duties'][number]) => organisation.me.duties.includes(duty);
  const may = { cancel: has('order'), pay: has('pay'), receive: has('receive') };
  const other = view === 'open' ? 'all' : 'open';
  return (
    <NarrowPage>
      <PageTitle lead={t('business.claims.lead')}>{t('business.claims.title')}</PageTitle>
      <p className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <Link to="/business" className="touch text-green underline-offset-4 hover:underline">
          {t('business.order.back')}
        </Link>
        <Button look="secondary" size="small" onClick={() => setParams({ view: other }, { preventScrollReset: true })}>
          {t(`business.claims.${other}`)}
        </Button>
      </p>
      <Listing query={query} empty={{ title: t(`business.claims.none.${view}`), text: t('business.claims.noneText') }}>
        {(rows) => (
          <ul className="flex flex-col gap-4">
            {rows.map((one) => (
              <li key={one.id} className="flex flex-col gap-1">
                <p className="flex flex-wrap justify-between gap-x-4 text-sm">
                  <Link to={`/orders/${one.orderId}`} className="touch numeric underline-offset-4 hover:underline">
                    {t('order.number', { number: one.orderNumber })}
                  </Link>
                  <span lang="zh-CN" className="self-center text-ink-soft">
                    {one.supplier.name}
                  </span>
                </p>
                <CaseCard one={one} headers={NO_HEADERS} mayAct={mayHandle(one.kind, may)} />
              </li>
            ))}
          </ul>
        )}
      </Listing>
    </NarrowPage>
  );
}

/** All that an organisation has claimed, wherever it was ordered: how it stands, and what whoever reads may do. */
export function ClaimsPage() {
  const { organisationId } = useParams();
  return (
    <ForOrganisation id={organisationId}>{(organisation) => <Claims organisation={organisation} />}</ForOrganisation>
  );
}
