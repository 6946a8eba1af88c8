import { useTitle } from '@xihuo/ui';
import type { ReactNode } from 'react';
import { useT } from '../use-t';

interface PageTitleProps {
  children: string;
  lead?: ReactNode;
  small?: boolean;
  /** What else it says of itself to those who find or share it. */
  about?: Parameters<typeof useTitle>[2];
}

/** The one h1 of a page, which also names the tab. */
export function PageTitle({ children, lead, small, about }: PageTitleProps) {
  const t = useT();
  useTitle(children, t('site.name'), about);
  return (
    <header className="pt-6 pb-5 sm:pt-10">
      <h1 className={small ? 'text-xl' : 'text-2xl'}>{children}</h1>
      {lead && <p className="mt-2 max-w-[46em] text-ink-soft">{lead}</p>}
    </header>
  );
}

/** The column of pages that one works through from top to bottom: cart, checkout, orders. */
export function NarrowPage({ children }: { children: ReactNode }) {
  return (
    <div className="page">
      <div className="mx-auto max-w-3xl">{children}</div>
    </div>
  );
}
