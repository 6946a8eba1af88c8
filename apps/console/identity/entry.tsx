import { DemoBanner, Dialog, Footer, LanguageSwitch, OfflineBanner, useTitle } from '@xihuo/ui';
import type { ReactNode } from 'react';
import { useT } from '../words';
import seal from '../frame/seal.svg?url';

interface EntryProps {
  title: string;
  lead: string;
  /** Somebody's desk stays behind it, with all that was typed there. */
  over?: boolean;
  children: ReactNode;
}

/** A step of the way in: in place of the desk, or over the one whose session is gone. */
export function Entry({ over = false, ...props }: EntryProps) {
  return over ? <EntryOver {...props} /> : <EntryPage {...props} />;
}

/** Whoever passes by an ended session reads nothing of it. */
function EntryOver({ title, lead, children }: EntryProps) {
  return (
    <Dialog title={title} open opaque>
      <p className="mb-5 text-ink-soft">{lead}</p>
      {children}
    </Dialog>
  );
}

/** The frame of what stands before the desk: one sheet, the seal above it. */
function EntryPage({ title, lead, children }: EntryProps) {
  const t = useT();
  useTitle(title, t('site.name'));
  return (
    <div className="flex min-h-dvh flex-col">
      <OfflineBanner />
      <DemoBanner />
      <div className="flex justify-end px-4 pt-2">
        <LanguageSwitch />
      </div>
      <main id="content" className="mx-auto flex w-full max-w-md grow flex-col justify-center px-4 py-10">
        <div className="mb-8 flex items-center gap-3">
          <img src={seal} alt="" width={52} height={52} className="size-13" />
          <p className="leading-tight">
            <span className="block text-xl font-bold tracking-wide">{t('site.name')}</span>
            <span className="block text-sm text-ink-faint">{t('site.strap')}</span>
          </p>
        </div>
        <section className="rounded-lg border border-line bg-surface p-6 shadow-raised sm:p-8">
          <h1 className="text-xl">{title}</h1>
          <p className="mt-1 mb-6 text-ink-soft">{lead}</p>
          {children}
        </section>
      </main>
      <Footer>
        <a className="inline-flex min-h-target items-center underline-offset-4 hover:underline" href="/">
          {t('site.toShop')}
        </a>
      </Footer>
    </div>
  );
}
