import { LinkButton, TextLink, usePages } from '@xihuo/ui';
import { useParams } from 'react-router';
import { Listing } from '../admission/reading';
import { hrefVia } from '../channel/via';
import { NarrowPage, PageTitle } from '../frame/page-title';
import { useT } from '../words';
import { LeadRow, type Lead } from './lead-row';
import { has, type Organisation } from './organisation';
import { ForOrganisation } from './signed-in';

function Row({ lead, organisation }: { lead: Lead; organisation: Organisation }) {
  const t = useT();
  return (
    <LeadRow lead={lead}>
      {has(organisation, 'order') && (
        <LinkButton
          size="small"
          className="self-start"
          aria-label={t('business.leads.buyOf', { name: lead.supplier.name })}
          to={hrefVia(`/business/${organisation.id}/new`, { lead: lead.id })}
        >
          {t('business.leads.buy')}
        </LinkButton>
      )}
    </LeadRow>
  );
}

function Leads({ organisation }: { organisation: Organisation }) {
  const t = useT();
  const list = usePages('GET /me/leads', { query: { organisation: organisation.id, limit: 20 } });
  return (
    <NarrowPage>
      <PageTitle lead={t('business.leads.lead')}>{t('business.leads.title')}</PageTitle>
      <p className="pb-4">
        <TextLink to="/business">{t('business.order.back')}</TextLink>
      </p>
      <Listing
        query={list}
        empty={{
          title: t('business.leads.none'),
          text: t('business.leads.noneText'),
          action: <LinkButton to="/fairs">{t('nav.fairs')}</LinkButton>,
        }}
      >
        {(rows) => (
          <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
            {rows.map((lead) => (
              <Row key={lead.id} {...{ lead, organisation }} />
            ))}
          </ul>
        )}
      </Listing>
    </NarrowPage>
  );
}

export function LeadsPage() {
  const { organisationId } = useParams();
  return (
    <ForOrganisation id={organisationId}>{(organisation) => <Leads organisation={organisation} />}</ForOrganisation>
  );
}
