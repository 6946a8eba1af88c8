import { loadStripe, mountForm, STRIPE_SCRIPT, type Page, type StripeJs } from './stripe-js';

/** A page that notes which scripts it was asked to load; the test says what becomes of them. */
function aPage() {
  const scripts: HTMLScriptElement[] = [];
  const page: Page = {
    document: {
      createElement: () => ({ remove: () => undefined }) as HTMLScriptElement,
      head: { append: (script) => void scripts.push(script) },
    },
  };
  const came = (index: number) => scripts[index]!.onload!.call(scripts[index]!, {} as Event);
  const failed = (index: number) => (scripts[index]!.onerror as () => void)();
  return { page, scripts, came, failed };
}

/** The provider's script as we use it, with what it was told. */
function aStripe(answer: { error: { message?: string } } = { error: {} }) {
  const told: Record<string, unknown> = {};
  const heard = new Map<string, () => void>();
  const stripe: StripeJs = {
    elements: (options) => {
      told['elements'] = options;
      return {
        create: (kind) => ({
          mount: (place) => void (told['mounted'] = [kind, place]),
          on: (event, listener) => void heard.set(event, listener),
        }),
      };
    },
    confirmPayment: (options) => {
      told['confirm'] = options.confirmParams;
      return Promise.resolve(answer);
    },
  };
  const create = (publishableKey: string, options: { locale: string }) => {
    told['created'] = [publishableKey, options];
    return stripe;
  };
  return { create, told, heard };
}

const place = {} as HTMLElement;
const settings = { publishableKey: 'pk_test_1', clientSecret: 'pi_1_secret_2', locale: 'zh-CN', place };

test('the script comes from the provider alone, and once', async () => {
  const { page, scripts, came } = aPage();
  const { create } = aStripe();
  const loading = loadStripe(page);
  expect(scripts.map(({ src }) => src)).toEqual([STRIPE_SCRIPT]);
  page.Stripe = create;
  came(0);
  expect(await loading).toBe(create);
  expect(await loadStripe(page)).toBe(create);
  expect(scripts).toHaveLength(1);
});

test('a script that does not come is a failure that can be tried again', async () => {
  const { page, scripts, failed, came } = aPage();
  const first = loadStripe(page);
  failed(0);
  await expect(first).rejects.toThrow('did not load');
  const second = loadStripe(page);
  expect(scripts).toHaveLength(2);
  came(1);
  await expect(second).rejects.toThrow('no Stripe');
});

test('the form is made for this payment, in the language of the page, and says when it stands', async () => {
  const { create, told, heard } = aStripe();
  const form = mountForm(create, settings);
  expect(told).toMatchObject({
    created: ['pk_test_1', { locale: 'zh' }],
    elements: { clientSecret: 'pi_1_secret_2' },
    mounted: ['payment', place],
  });
  heard.get('ready')!();
  await expect(form.ready).resolves.toBeUndefined();
  expect(mountForm(create, { ...settings, locale: 'en' }) && told['created']).toEqual(['pk_test_1', { locale: 'en' }]);
});

test('a form that cannot be shown is a failure', async () => {
  const { create, heard } = aStripe();
  const form = mountForm(create, settings);
  heard.get('loaderror')!();
  await expect(form.ready).rejects.toThrow('did not load');
});

test('paying returns to the order; a refusal comes in the words of the provider', async () => {
  const { create, told } = aStripe({ error: { message: '您的银行卡被拒绝。' } });
  const form = mountForm(create, settings);
  expect(await form.confirm('https://shop.example/orders/1')).toBe('您的银行卡被拒绝。');
  expect(told['confirm']).toEqual({ return_url: 'https://shop.example/orders/1' });
});
