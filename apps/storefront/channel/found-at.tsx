import { TextLink, type Output } from '@xihuo/ui';
import { useName } from '../catalogue/use-name';
import { useT } from '../words';

type Via = Output<'GET /orders/{id}'>['supplierOrders'][number]['lines'][number]['via'];

/** 来自云南馆: by which way a line was found, as the order itself has it. */
export function FoundAt({ via: { venue, campaign } }: { via: Via }) {
  const t = useT();
  const name = useName();
  if (!venue && !campaign) return null;
  return (
    <span className="flex basis-full flex-wrap gap-x-4 text-sm sm:order-last">
      {venue && <TextLink to={`/venues/${venue.slug}`}>{t('via.venue', { name: name(venue.name) })}</TextLink>}
      {campaign && (
        <TextLink to={`/campaigns/${campaign.slug}`}>{t('via.campaign', { name: name(campaign.name) })}</TextLink>
      )}
    </span>
  );
}
