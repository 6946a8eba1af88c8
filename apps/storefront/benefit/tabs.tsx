import { classes } from '@xihuo/ui';
import type { Place } from './place';
import { servedByBenefit } from './served';
import { useT } from './words';

/** The places at the thumb, each sixty pixels and more; how many things wait stands on the middle one. */
export function Tabs({ place, waiting }: { place: Place['page']; waiting: number }) {
  const t = useT();
  const tabs = [
    { href: '#/', here: place === 'earnings' || place === 'card', text: t('farmer.tabEarnings') },
    { href: '#/confirm', here: place === 'confirm', text: t('farmer.tabConfirm') },
    ...(servedByBenefit.enabled
      ? [
          {
            href: '#/agreements',
            here: place === 'agreements' || place === 'agreement',
            text: t('farmer.tabAgreements'),
          },
        ]
      : []),
  ];
  return (
    <nav
      aria-label={t('farmer.tabs')}
      className="fixed inset-x-0 bottom-0 z-40 border-t border-line-strong bg-surface pb-[env(safe-area-inset-bottom)]"
    >
      <ul className="mx-auto grid max-w-2xl auto-cols-fr grid-flow-col">
        {tabs.map(({ href, here, text }, index) => (
          <li key={href}>
            <a
              href={href}
              aria-current={here ? 'page' : undefined}
              className={classes(
                // English words are longer: on a phone they and the count keep to their third of the screen.
                'flex min-h-16 items-center justify-center gap-1 border-t-4 text-center leading-tight font-semibold sm:gap-1.5 max-sm:[&:lang(en)]:text-base',
                here ? 'border-green text-green' : 'border-transparent text-ink-soft',
              )}
            >
              {text}
              {index === 1 && waiting > 0 && (
                <span className="numeric rounded-full bg-cinnabar px-2 text-base text-white">{waiting}</span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
