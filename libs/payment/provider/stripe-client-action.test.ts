import { clientActionFor } from './stripe-client-action';

const intent = { id: 'pi_1', client_secret: 'pi_1_secret_2' };
const back = 'https://shop.example/orders/1?a=b';

test('with the real Stripe the browser gets what its form needs', () => {
  const action = { kind: 'stripe', clientSecret: 'pi_1_secret_2', publishableKey: 'pk_test_1' };
  expect(clientActionFor({ publishableKey: 'pk_test_1' }, intent, back)).toEqual(action);
  expect(clientActionFor({}, intent, back)).toEqual({ ...action, publishableKey: null });
});

test('with the sandbox it goes to the cashier, as the browser reaches it', () => {
  const query = 'client_secret=pi_1_secret_2&return_url=https%3A%2F%2Fshop.example%2Forders%2F1%3Fa%3Db';
  const apiBase = 'http://127.0.0.1:4242';
  expect(clientActionFor({ apiBase }, intent, back)).toEqual({
    kind: 'redirect',
    url: `${apiBase}/cashier/pi_1?${query}`,
  });
  const cashierBase = 'https://pay.example';
  expect(clientActionFor({ apiBase, cashierBase }, intent, back)).toEqual({
    kind: 'redirect',
    url: `${cashierBase}/cashier/pi_1?${query}`,
  });
});
