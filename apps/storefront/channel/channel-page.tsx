import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { PageTitle } from '../frame/page-title';
import { useT } from '../words';
import { CHANNELS } from './channels';

/** Venues, campaigns, fairs, brands: four lists, with the ways from each to the others. */
export function ChannelPage({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  const t = useT();
  return (
    <div className="page">
      <PageTitle lead={lead}>{title}</PageTitle>
      <nav aria-label={t('channel.nav')} className="-mx-3 mb-5 overflow-x-auto border-b border-line">
        <ul className="flex">
          {CHANNELS.map(({ to, word }) => (
            <li key={to}>
              <NavLink
                to={to}
                className="flex min-h-target items-center border-b-3 border-transparent px-3 whitespace-nowrap text-ink-soft outline-offset-[-3px] hover:text-ink aria-[current=page]:border-green aria-[current=page]:font-semibold aria-[current=page]:text-green"
              >
                {t(word)}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </div>
  );
}
