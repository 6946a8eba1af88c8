import { LanguageSwitch } from '@xihuo/ui';
import { NavLink } from 'react-router';
import { useCart } from '../ordering/cart-store';
import { useT } from '../words';
import { ElderSwitch } from './elder';
import { Icon, type IconName } from './icons';
import { Seal } from './seal';
import { SearchBox } from './search-box';

function CartCount() {
  const t = useT();
  const count = useCart().reduce((all, item) => all + item.quantity, 0);
  if (count === 0) return null;
  return (
    <span className="numeric ms-1.5 min-w-5 rounded-full bg-cinnabar px-1 text-center text-xs leading-5 text-white max-md:absolute max-md:-top-1.5 max-md:left-1/2 max-md:ms-1">
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <span className="sr-only">{t('nav.cartCount', { count })}</span>
    </span>
  );
}

const doors = [
  { to: '/', icon: 'home', word: 'nav.home' },
  { to: '/products', icon: 'goods', word: 'nav.products' },
  { to: '/cart', icon: 'cart', word: 'nav.cart' },
  { to: '/orders', icon: 'orders', word: 'nav.orders' },
  { to: '/account', icon: 'account', word: 'nav.account' },
] as const satisfies readonly { to: string; icon: IconName; word: string }[];

const door =
  'relative flex min-h-target items-center rounded-md px-3 whitespace-nowrap hover:bg-sunken [&:lang(en)]:px-2 aria-[current=page]:font-semibold aria-[current=page]:text-green';

/** The cart with what lies in it, for bars where there is no room for its word. */
export function CartIcon() {
  return (
    <span className="relative">
      <Icon name="cart" />
      <CartCount />
    </span>
  );
}

/** The seal, the search, and on wide screens the ways to everything else. */
export function Header() {
  const t = useT();
  return (
    <header className="sticky top-0 z-40 border-b border-line bg-paper print:hidden">
      {/* The search has a line of its own where the ways to everything else leave it none: sooner in 长辈版 and in English. */}
      <div className="page flex items-center justify-between gap-3 py-2.5 sm:gap-6 lg:gap-4 md:max-lg:flex-wrap lg:max-xl:in-data-elder:flex-wrap lg:max-xl:[&:lang(en)]:flex-wrap xl:max-2xl:in-data-elder:[&:lang(en)]:flex-wrap">
        <span className="sm:hidden">
          <Seal compact />
        </span>
        <span className="hidden sm:block">
          <Seal />
        </span>
        <SearchBox />
        <nav aria-label={t('nav.label')} className="hidden items-center gap-1 md:flex">
          {/* Beside the goods where there is room; on phones the front page and the foot of each page lead there. */}
          <NavLink to="/venues" className={`${door} max-lg:hidden`}>
            {t('nav.channels')}
          </NavLink>
          <NavLink to="/business" className={`${door} max-xl:hidden in-data-elder:hidden max-2xl:[&:lang(en)]:hidden`}>
            {t('nav.business')}
          </NavLink>
          {doors.slice(1).map(({ to, word }) => (
            <NavLink key={to} to={to} className={door}>
              {t(word)}
              {to === '/cart' && <CartCount />}
            </NavLink>
          ))}
        </nav>
        <ElderSwitch className="text-sm max-md:hidden" />
        <LanguageSwitch />
      </div>
    </header>
  );
}

/** The same ways under the thumb, on phones. */
export function TabBar() {
  const t = useT();
  return (
    <nav
      aria-label={t('nav.label')}
      className="fixed inset-x-0 bottom-0 z-40 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden print:hidden typing:hidden"
    >
      <ul className="flex">
        {doors.map(({ to, icon, word }) => (
          <li key={to} className="flex-1">
            <NavLink
              to={to}
              end={to === '/'}
              className="flex min-h-14 flex-col items-center justify-center text-xs text-ink-soft outline-offset-[-3px] aria-[current=page]:font-semibold aria-[current=page]:text-green"
            >
              {to === '/cart' ? <CartIcon /> : <Icon name={icon} />}
              {t(word)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
