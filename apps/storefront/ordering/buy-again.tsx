import { Button, toast } from '@xihuo/ui';
import { useNavigate } from 'react-router';
import { useT } from '../words';
import { againFrom } from './again';
import { add } from './cart';
import { updateCart } from './cart-store';
import type { Order } from './use-order';

/** Puts the same goods into the cart once more; what they cost now and whether they are still sold the cart says. */
export function BuyAgain({ order }: { order: Order }) {
  const t = useT();
  const navigate = useNavigate();
  const press = () => {
    updateCart((cart) => againFrom(order).reduce(add, cart));
    toast(t('cart.added'));
    void navigate('/cart');
  };
  return (
    <Button look="secondary" size="small" onClick={press}>
      {t('order.again')}
    </Button>
  );
}
