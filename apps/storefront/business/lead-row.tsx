import { Badge, formatDate, TextLink, useLocale, type Output } from '@xihuo/ui';
import type { ReactNode } from 'react';
import { useName } from '../catalogue/use-name';
import { useT } from '../words';
import { leadTones } from './tones';
import { WithdrawLead } from './withdraw-lead';

export type Lead = Output<'GET /me/leads'>['data'][number];

/** What was asked for, of whom and how far it is. @param children the way to buy it */
export function LeadRow({ lead, children }: { lead: Lead; children?: ReactNode }) {
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
        <div className="flex flex-wrap gap-3">
          {lead.state !== 'withdrawn' && children}
          <WithdrawLead lead={lead} />
        </div>
      )}
    </li>
  );
}
