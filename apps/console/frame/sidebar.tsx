import { Button, Dialog, LanguageSwitch } from '@xihuo/ui';
import { useState } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import { useMe } from '../identity/me';
import { useSignOut } from '../identity/use-sign-out';
import { useUnread } from '../platform/use-notices';
import { useT } from '../words';
import { Icon, type IconName } from './icons';
import { menuFor } from './menu';
import seal from './seal.svg?url';
import { countDrafts } from './unsaved/device-draft';

const item =
  'flex min-h-target items-center gap-3 rounded-md px-3 text-pine-ink hover:bg-green hover:text-white focus-visible:outline-pine-ink ' +
  'aria-[current=page]:bg-green aria-[current=page]:font-semibold aria-[current=page]:text-white';

function Way({ to, icon, word, end }: { to: string; icon: IconName; word: string; end?: boolean }) {
  return (
    <li>
      <NavLink to={to} end={end} className={item}>
        <Icon name={icon} />
        {word}
      </NavLink>
    </li>
  );
}

/** What somebody has begun and not sent goes from this device with them, so they are asked first. */
function SignOut({ personId }: { personId: string }) {
  const t = useT();
  const signOut = useSignOut(personId);
  const [drafts, setDrafts] = useState(0);
  const leave = () => {
    setDrafts(0);
    signOut.mutate({});
  };
  const ask = () => {
    const begun = countDrafts(personId);
    if (begun === 0) leave();
    else setDrafts(begun);
  };
  return (
    <>
      <button type="button" onClick={ask} className={item}>
        {t('site.signOut')}
      </button>
      {drafts > 0 && (
        <Dialog
          title={t('signOut.title')}
          open
          kind="alertdialog"
          onClose={() => setDrafts(0)}
          actions={
            <>
              <Button look="danger" onClick={leave}>
                {t('site.signOut')}
              </Button>
              <Button onClick={() => setDrafts(0)}>{t('leave.stay')}</Button>
            </>
          }
        >
          {t('signOut.text', { count: drafts })}
        </Dialog>
      )}
    </>
  );
}

/** Who is at work and as what, so that nobody acts under a hat they forgot they wear. */
function Person() {
  const t = useT();
  const me = useMe();
  return (
    <div className="border-t border-pine-ink/20 pt-4">
      <p className="px-3 font-semibold text-pine-ink">{me.displayName}</p>
      <ul className="px-3 text-sm text-pine-ink">
        {me.grants.map((grant, index) => (
          <li key={index}>
            {t(`role.${grant.role}`)}
            {(grant.organisation ?? grant.jurisdiction) && ` · ${(grant.organisation ?? grant.jurisdiction)!.name}`}
          </li>
        ))}
      </ul>
      <div className="mt-2 flex items-center justify-between">
        <SignOut personId={me.personId} />
        <span className="rounded-md bg-surface">
          <LanguageSwitch />
        </span>
      </div>
    </div>
  );
}

/** The ways through the console: only those that open. */
export function Ways() {
  const t = useT();
  const me = useMe();
  const unread = useUnread() ?? 0;
  const { pathname } = useLocation();
  const groups = menuFor(me.grants);
  const ways = groups.flatMap(({ items }) => items.map(({ to }) => to));
  // Of a way and one that leads further down, the further one is where somebody is.
  const isFurther = (to: string) => ways.some((way) => way.startsWith(`${to}/`) && pathname.startsWith(way));
  return (
    <nav aria-label={t('site.menu')} className="flex grow flex-col gap-5">
      <ul>
        <Way to="/" icon="home" word={t('menu.home')} end />
      </ul>
      {groups.map((group) => (
        <div key={group.word}>
          <h2 className="px-3 pb-1 text-xs font-medium text-pine-ink">{t(group.word)}</h2>
          <ul>
            {group.items.map(({ to, icon, word }) => (
              <Way key={to} to={to} icon={icon} word={t(word)} end={isFurther(to)} />
            ))}
          </ul>
        </div>
      ))}
      <ul className="mt-auto">
        <Way
          to="/platform/notices"
          icon="bell"
          word={unread > 0 ? t('notices.inMenu', { count: unread }) : t('menu.notices')}
        />
        <Way to="/identity/sessions" icon="people" word={t('menu.sessions')} />
      </ul>
    </nav>
  );
}

export function Name() {
  const t = useT();
  return (
    <Link to="/" className="flex min-h-target items-center gap-3 rounded-md focus-visible:outline-pine-ink">
      <img src={seal} alt="" width={40} height={40} className="size-10" />
      <span className="leading-tight">
        <span className="block font-bold tracking-wide text-pine-ink">{t('site.name')}</span>
        <span className="block text-xs text-pine-ink">{t('site.strap')}</span>
      </span>
    </Link>
  );
}

/** On wide screens at the side, always there. */
export function Sidebar() {
  return (
    <header className="sticky top-0 hidden h-dvh w-60 shrink-0 flex-col gap-6 overflow-y-auto bg-pine p-4 text-sm md:flex print:hidden">
      <Name />
      <Ways />
      <Person />
    </header>
  );
}

/** What the sheet of the phone's menu holds: the same ways. */
export function MenuSheet() {
  return (
    <div className="-mx-5 -my-4 flex flex-col gap-5 bg-pine p-4 text-sm">
      <Ways />
      <Person />
    </div>
  );
}
