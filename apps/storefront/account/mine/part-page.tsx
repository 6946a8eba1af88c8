import type { ComponentType } from 'react';
import { useParams } from 'react-router';
import { NotFoundPage } from '../../frame/not-found';
import { AddressBookPage } from './address-book-page';
import { CouponsPage } from './coupons-page';
import { FavouritesPage } from './favourites-page';
import { HistoryPage } from './history-page';
import { InvoicesPage } from './invoices-page';
import { PrivacyCentrePage } from './privacy-page';
import { AccountSettingsPage } from './settings-page';

const PARTS: Readonly<Record<string, ComponentType>> = {
  addresses: AddressBookPage,
  coupons: CouponsPage,
  favourites: FavouritesPage,
  history: HistoryPage,
  invoices: InvoicesPage,
  privacy: PrivacyCentrePage,
  settings: AccountSettingsPage,
};

/** The small pages of an account, which come together: who opens one opens another. */
export function PartPage() {
  const { part = '' } = useParams();
  const Part = Object.hasOwn(PARTS, part) ? PARTS[part]! : NotFoundPage;
  return <Part />;
}
