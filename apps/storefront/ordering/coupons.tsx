import {
  Badge,
  Button,
  Card,
  Checkbox,
  Dialog,
  formatDateTime,
  formatMoney,
  routeKey,
  toast,
  useApi,
  useLocale,
  useProblemText,
  useSend,
  type Output,
} from '@xihuo/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useName } from '../catalogue/use-name';
import { ShopSignIn } from '../account/shop-sign-in';
import { useT } from '../words';
import type { ServerCart } from './cart';

type Claimable = Output<'GET /coupons'>['data'][number];
type Terms = Pick<Claimable, 'name' | 'supplier' | 'threshold' | 'reduction' | 'endsAt'>;

function CouponTerms({ coupon, children }: { coupon: Terms; children: ReactNode }) {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const { supplier, threshold, reduction } = coupon;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
      <span className="min-w-0">
        <span className="font-medium">
          {t('coupons.terms', { threshold: formatMoney(threshold), reduction: formatMoney(reduction) })}
        </span>{' '}
        <span className="text-ink-soft">{name(coupon.name)}</span>
        <span className="block text-sm text-ink-faint">
          <span lang="zh-CN">{supplier ? t('coupons.of', { supplier: supplier.name }) : t('coupons.platform')}</span>
          {' · '}
          {t('coupons.until', { at: formatDateTime(coupon.endsAt, locale) })}
        </span>
      </span>
      {children}
    </li>
  );
}

/** Ids by comma as the server wants them; null leaves the choice to it. */
export type CouponChoice = string | null;

function Held({
  view,
  choice,
  onChoose,
}: {
  view: ServerCart;
  choice: CouponChoice;
  onChoose: (choice: CouponChoice) => void;
}) {
  const t = useT();
  const name = useName();
  const chosen = choice === null ? view.couponsUsed : choice.split(',').filter((id) => id !== 'none');
  const toggle = (id: string) => {
    const next = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
    onChoose(next.length === 0 ? 'none' : next.join(','));
  };
  return (
    <>
      {view.coupons.map((coupon) => {
        const isUsed = view.couponsUsed.includes(coupon.id);
        return (
          <CouponTerms key={coupon.id} coupon={coupon}>
            <span className="flex items-center gap-3">
              {isUsed && <Badge tone="good">{t('coupons.used')}</Badge>}
              {!isUsed && chosen.includes(coupon.id) && <Badge>{t('coupons.notFitting')}</Badge>}
              <Checkbox checked={chosen.includes(coupon.id)} onChange={() => toggle(coupon.id)}>
                <span className="sr-only">{t('coupons.use', { name: name(coupon.name) })}</span>
              </Checkbox>
            </span>
          </CouponTerms>
        );
      })}
      {choice !== null && view.coupons.length > 0 && (
        <li>
          <Button look="quiet" size="small" onClick={() => onChoose(null)}>
            {t('coupons.best')}
          </Button>
        </li>
      )}
    </>
  );
}

/** In the cart: what is held, and that the checkout will use it. */
function HeldAlready({ view }: { view: ServerCart }) {
  const t = useT();
  if (view.coupons.length === 0) return null;
  return (
    <>
      {view.coupons.map((coupon) => (
        <CouponTerms key={coupon.id} coupon={coupon}>
          <Badge tone="good">{t(view.couponsUsed.includes(coupon.id) ? 'coupons.used' : 'coupons.mine')}</Badge>
        </CouponTerms>
      ))}
      <li className="py-2 text-sm text-ink-faint">{t('coupons.chooseLater')}</li>
    </>
  );
}

function Claim({ coupon, onMustSignIn }: { coupon: Claimable; onMustSignIn: () => void }) {
  const t = useT();
  const name = useName();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const claim = useSend('POST /coupons/{id}/claims', {
    onSuccess: () => void toast(t('coupons.claimed')),
    onError: (problem) => (problem.status === 401 ? onMustSignIn() : toast(problemText(problem), 'bad')),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: routeKey('GET /coupons') });
      void queries.invalidateQueries({ queryKey: routeKey('GET /cart') });
    },
  });
  if (coupon.mine >= coupon.claimsEach) return <Badge tone="good">{t('coupons.mine')}</Badge>;
  if (coupon.isGone) return <Badge>{t('coupons.gone')}</Badge>;
  return (
    <Button
      look="secondary"
      size="small"
      pending={claim.isPending}
      aria-label={t('coupons.claimOf', { name: name(coupon.name) })}
      onClick={() => claim.mutate({ params: { id: coupon.promotionId } })}
    >
      {t('coupons.claim')}
    </Button>
  );
}

/** Coupons held, to be chosen; coupons there are, to be claimed. Nothing where there is nothing of either. */
export function Coupons(props: {
  view: ServerCart;
  choice: CouponChoice;
  /** Absent in the cart, where coupons are claimed and not chosen yet. */
  onChoose?: (choice: CouponChoice) => void;
}) {
  const t = useT();
  const queries = useQueryClient();
  const [signingIn, setSigningIn] = useState(false);
  const suppliers = props.view.groups.map(({ supplier }) => supplier.id).slice(0, 100);
  const { data } = useApi('GET /coupons', { query: suppliers.length > 0 ? { suppliers: suppliers.join(',') } : {} });
  const held = new Set(props.view.coupons.map(({ promotionId }) => promotionId));
  const claimable = (data?.data ?? []).filter(
    ({ promotionId, isGone, mine }) => !held.has(promotionId) && !isGone && mine === 0,
  );
  if (claimable.length === 0 && props.view.coupons.length === 0) return null;
  const signedIn = () => {
    setSigningIn(false);
    void queries.invalidateQueries({ queryKey: routeKey('GET /coupons') });
  };
  return (
    <Card title={t('coupons.title')}>
      <ul className="divide-y divide-line">
        {props.onChoose ? (
          <Held view={props.view} choice={props.choice} onChoose={props.onChoose} />
        ) : (
          <HeldAlready view={props.view} />
        )}
        {claimable.map((coupon) => (
          <CouponTerms key={coupon.promotionId} coupon={coupon}>
            <Claim coupon={coupon} onMustSignIn={() => setSigningIn(true)} />
          </CouponTerms>
        ))}
      </ul>
      <Dialog title={t('coupons.signIn')} open={signingIn} onClose={() => setSigningIn(false)}>
        <ShopSignIn onSignedIn={signedIn} />
      </Dialog>
    </Card>
  );
}
