import { LinkButton, usePages } from '@xihuo/ui';
import { Listing } from '../admission/reading';
import { LeadRow } from '../business/lead-row';
import { NarrowPage, PageTitle } from '../frame/page-title';
import { useT } from '../words';
import { ForAccount } from './for-account';

function Leads() {
  const t = useT();
  const list = usePages('GET /me/leads', { query: { limit: 20 } });
  return (
    <Listing
      query={list}
      empty={{
        title: t('business.leads.none'),
        text: t('account.noLeads'),
        action: <LinkButton to="/fairs">{t('nav.fairs')}</LinkButton>,
      }}
    >
      {(rows) => (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {rows.map((lead) => (
            <LeadRow key={lead.id} lead={lead} />
          ))}
        </ul>
      )}
    </Listing>
  );
}

/** What this buyer asked exhibitors for; oneself may take it back. */
export function AccountLeadsPage() {
  const t = useT();
  return (
    <NarrowPage>
      <PageTitle lead={t('account.leadsLead')}>{t('business.leads.title')}</PageTitle>
      <ForAccount lead={t('account.leadsSignIn')}>
        <Leads />
      </ForAccount>
    </NarrowPage>
  );
}
