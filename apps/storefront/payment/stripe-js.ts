/** The part of the provider's script that we use. It may only ever be loaded from there, so its types are written here. */
export interface StripeJs {
  elements(options: { clientSecret: string; appearance: object }): StripeElements;
  confirmPayment(options: {
    elements: StripeElements;
    confirmParams: { return_url: string };
  }): Promise<{ error: { message?: string } }>;
}

interface StripeElements {
  create(kind: 'payment'): {
    mount(place: HTMLElement): void;
    on(event: 'ready' | 'loaderror', heard: () => void): void;
  };
}

type StripeConstructor = (publishableKey: string, options: { locale: string }) => StripeJs;

export const STRIPE_SCRIPT = 'https://js.stripe.com/v3/';

/** What loading needs of a page; the browser's window is one. */
export interface Page {
  Stripe?: StripeConstructor;
  document: { createElement(tag: 'script'): HTMLScriptElement; head: { append(element: HTMLScriptElement): void } };
}

/** Loads the provider's script once; a failed load may be tried again. */
export function loadStripe(page: Page): Promise<StripeConstructor> {
  if (page.Stripe) return Promise.resolve(page.Stripe);
  return new Promise((loaded, failed) => {
    const script = page.document.createElement('script');
    script.src = STRIPE_SCRIPT;
    script.onload = () => (page.Stripe ? loaded(page.Stripe) : failed(new Error('the script brought no Stripe')));
    script.onerror = () => {
      script.remove();
      failed(new Error('the script did not load'));
    };
    page.document.head.append(script);
  });
}

interface FormSettings {
  publishableKey: string;
  clientSecret: string;
  locale: string;
  place: HTMLElement;
}

export interface StripeForm {
  ready: Promise<void>;
  /** Pays, and leaves for `returnUrl`; answers only when that failed, in words that the provider chose for the buyer. */
  confirm(returnUrl: string): Promise<string | undefined>;
}

/** As the shop looks: the provider draws the fields in a frame of its own, where our styles do not reach. */
const appearance = {
  variables: {
    colorPrimary: '#1e5240',
    colorText: '#1f1b15',
    colorDanger: '#ad2e1c',
    colorBackground: '#fffdf8',
    borderRadius: '8px',
    fontFamily: 'system-ui, sans-serif',
  },
};

/** Puts the provider's form (card, Alipay, WeChat Pay, as the payment allows) into the page. */
export function mountForm(
  create: StripeConstructor,
  { publishableKey, clientSecret, locale, place }: FormSettings,
): StripeForm {
  const stripe = create(publishableKey, { locale: locale === 'en' ? 'en' : 'zh' });
  const elements = stripe.elements({ clientSecret, appearance });
  const element = elements.create('payment');
  const ready = new Promise<void>((shown, failed) => {
    element.on('ready', shown);
    element.on('loaderror', () => failed(new Error('the form did not load')));
  });
  element.mount(place);
  return {
    ready,
    async confirm(returnUrl) {
      const { error } = await stripe.confirmPayment({ elements, confirmParams: { return_url: returnUrl } });
      return error.message;
    },
  };
}
