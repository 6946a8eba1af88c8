import { Badge } from '@xihuo/ui';
import { Link } from 'react-router';
import { useT } from '../../words';
import { Drawing, type DrawingName } from './drawings';

interface TileProps {
  to: string;
  drawing: DrawingName;
  label: string;
  /** Something new there, in a word. */
  news?: string | undefined;
}

function Way({ to, drawing, label, news }: TileProps) {
  return (
    <li>
      <Link
        to={to}
        className="group flex h-full min-h-24 flex-col items-center justify-center gap-2 rounded-lg border border-line bg-surface p-3 text-center hover:border-green hover:text-green"
      >
        <span className="text-green">
          <Drawing name={drawing} />
        </span>
        <span className="leading-tight">{label}</span>
        {news && <Badge tone="attention">{news}</Badge>}
      </Link>
    </li>
  );
}

/** Ways from the account to what it keeps; each a picture with its word. */
export function Ways({ isNew, buysFor }: { isNew: boolean; buysFor: boolean }) {
  const t = useT();
  return (
    <nav aria-label={t('account.ways')}>
      <ul className="grid grid-cols-3 gap-3 sm:grid-cols-4">
        <Way to="/account/favourites" drawing="heart" label={t('account.favourites')} />
        <Way to="/account/history" drawing="history" label={t('account.history')} />
        <Way to="/account/coupons" drawing="coupon" label={t('account.coupons')} />
        <Way to="/account/addresses" drawing="place" label={t('account.addresses')} />
        <Way
          to="/account/messages"
          drawing="message"
          label={t('account.messages')}
          news={isNew ? t('account.newMessage') : undefined}
        />
        <Way to="/account/invoices" drawing="invoice" label={t('account.invoices')} />
        <Way to="/account/leads" drawing="lead" label={t('account.leads')} />
        {buysFor && <Way to="/business" drawing="business" label={t('nav.business')} />}
        <Way to="/account/privacy" drawing="shield" label={t('account.privacy')} />
        <Way to="/account/settings" drawing="settings" label={t('account.settings')} />
      </ul>
    </nav>
  );
}
