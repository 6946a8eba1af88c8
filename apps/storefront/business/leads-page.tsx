import { Badge, formatDate, LinkButton, TextLink, useLocale, usePages, type Output } from '@xihuo/ui';
import { useParams } from 'react-router';
import { Listing } from '../admission/reading';
import { useName } from '../catalogue/use-name';
import { hrefVia } from '../channel/via';
import { NarrowPage, PageTitle } from '../frame/page-title';
import { useT } from '../words';
import { has, type Organisation } from './organisation';
import { ForOrganisation } from './signed-in';
import { leadTones } from './tones';

type Lead = Output<'GET /me/leads'>['data'][number];

function Row({ lead, organisation }: { lead: Lead; organisation: Organisation }) {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <li className="flex flex-col gap-2 px-5 py-4">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <TextLink lang="zh-CN" className="font-semibold" to={`/suppliers/${lead.supplier.id}`}>
          {lead.supplier.name}
        </TextLink>
        <Badge tone={leadTones[lead.state]}>{t(`business.leads.${lead.state}`)}</Badge>
      </p>
      <p lang="zh-CN" className="break-words">
        {lead.product && <span className="font-medium">{lead.product.name.zh}：</span>}
        {lead.wants}
      </p>
      <p className="text-sm text-ink-faint">
        <TextLink to={`/fairs/${lead.fair.slug}`}>{name(lead.fair.name)}</TextLink> · {formatDate(lead.at, locale)} ·{' '}
        {t(lead.organisation ? 'business.leads.ofUs' : 'business.leads.ofMe')}
      </p>
      {lead.orderNumber ? (
        <p className="text-sm">
          {t('business.leads.order')} <span className="numeric">{lead.orderNumber}</span>
        </p>
      ) : (
        has(organisation, 'order') && (
          <LinkButton
            size="small"
            className="self-start"
            aria-label={t('business.leads.buyOf', { name: lead.supplier.name })}
            to={hrefVia(`/business/${organisation.id}/new`, { lead: lead.id })}
          >
            {t('business.leads.buy')}
          </LinkButton>
        )
      )}
    </li>
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
