import { Button } from '@xihuo/ui';
import { useState } from 'react';
import { useCartMerge } from '../ordering/use-cart-sync';
import { LegalNote } from '../frame/legal-note';
import { useT } from '../words';
import { ByPassword } from './by-password';
import { ByPhone } from './by-phone';
import { markSignedIn } from './signed-in-mark';

interface ShopSignInProps {
  /** Why the page asks for it. */
  lead?: string;
  onSignedIn: () => void;
}

/** Buyers with an account, or with one in a minute. What lies in the cart comes along, wherever somebody signs in. */
export function ShopSignIn({ lead, onSignedIn }: ShopSignInProps) {
  const t = useT();
  const [way, setWay] = useState<'phone' | 'password'>('phone');
  const merge = useCartMerge();
  const signedIn = () => {
    markSignedIn(true);
    // A cart that could not come along now keeps its token, and comes along the next time.
    void merge().then(onSignedIn, onSignedIn);
  };
  return (
    <div className="flex flex-col gap-4">
      {lead && <p className="text-ink-soft">{lead}</p>}
      {way === 'phone' ? <ByPhone onSignedIn={signedIn} /> : <ByPassword onSignedIn={signedIn} />}
      <LegalNote>{t('signIn.agree')}</LegalNote>
      <Button look="quiet" size="small" onClick={() => setWay(way === 'phone' ? 'password' : 'phone')}>
        {t(way === 'phone' ? 'signIn.byPassword' : 'signIn.byPhone')}
      </Button>
    </div>
  );
}
