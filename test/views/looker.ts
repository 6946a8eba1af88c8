import type { Browser } from 'playwright-core';
import type { RunningHouse } from '../journeys/running-house';
import { Visitor } from '../journeys/visitor';
import { Caller } from './caller';
import { gather, type Facts } from './facts';
import { addressOf, KEEP_A_COPY, whoseOf, type State, type Who } from './places';
import { answerReads, COOKIE, hasComeToRest } from './standing';
import { nameOf, placeOfView, type View } from './views';

const PEOPLE = ['guest', 'newcomer', 'buyer', 'organisation'] as const satisfies readonly Who[];
const SIGNED_IN: Partial<Record<Who, string>> = { buyer: 'buyer', organisation: 'institution' };

/** What each state shows, by which a page proves that it stands in it. */
const PROOF: Partial<Record<State, string>> = {
  loading: '[aria-busy="true"]',
  error: '[role="alert"]',
  offline: '[role="status"] p',
};

/** What a browser writes down about an answer that the state itself is made of. */
const OWN_LINES: Partial<Record<State, RegExp>> = {
  notFound: /status of 4(00|04|22)/,
  signedOut: /status of 40[134]/,
  offline: /ERR_INTERNET_DISCONNECTED/,
};

/** Looks at one view after another, each as the person whose page it is, with one page for each of them. */
export class Looker {
  private constructor(
    private readonly house: RunningHouse,
    private readonly facts: Facts,
    private readonly people: ReadonlyMap<Who, Visitor>,
  ) {}

  static async arrive(browser: Browser, house: RunningHouse): Promise<Looker> {
    const people = new Map<Who, Visitor>();
    for (const who of PEOPLE) people.set(who, await Visitor.arrive(browser, who, 1280));
    const callers = new Map<Who, Caller>();
    for (const [who, { page }] of people) {
      const login = SIGNED_IN[who];
      const context = page.context();
      callers.set(
        who,
        login ? await Caller.signIn(house, house.account(login), context.request) : Caller.of(house, context.request),
      );
      if (login) await context.addInitScript(() => localStorage.setItem('xihuo.account', 'true'));
      await context.addInitScript(answerReads);
    }
    const facts = await gather(house, {
      ...{ guest: callers.get('guest')!, buyer: callers.get('buyer')!, organisation: callers.get('organisation')! },
      clerk: await Caller.signIn(house, house.account('supplier')),
    });
    const looker = new Looker(house, facts, people);
    await looker.fillCart();
    return looker;
  }

  /** Goes there; answers the page as it then stands. */
  async show(view: View): Promise<Visitor> {
    const visitor = this.people.get(whoseOf(placeOfView(view), view.state))!;
    const { page } = visitor;
    await page.context().setOffline(false);
    await page.setViewportSize({ width: Number(view.width), height: 900 });
    await page.emulateMedia({ colorScheme: view.mode, reducedMotion: 'reduce' });
    await page
      .context()
      .addCookies(
        Object.entries({ lang: view.language, elder: view.size === 'elder' ? '1' : '0', [COOKIE]: view.state }).map(
          ([name, value]) => ({ name, value, url: this.house.origin }),
        ),
      );
    await page.goto(this.house.origin + addressOf(placeOfView(view), view.state, this.facts), {
      waitUntil: 'domcontentloaded',
    });
    await this.rest(visitor, view.state);
    if (view.state === 'offline') {
      await page.context().setOffline(true);
      await page.locator(PROOF.offline!).first().waitFor();
    }
    return visitor;
  }

  /** What is wrong with a view, in words. */
  async look(view: View): Promise<string[]> {
    const name = nameOf(view);
    try {
      const visitor = await this.show(view);
      const proof = KEEP_A_COPY.includes(view.place) ? undefined : PROOF[view.state];
      if (proof && (await visitor.page.locator(proof).count()) === 0)
        visitor.complaints.push(`${name}: does not show that it is ${view.state}`);
      // The page of components shows a failure as it shows everything.
      if (
        view.state === 'full' &&
        view.place !== 'components' &&
        (await visitor.page.locator('main [role="alert"]').count()) > 0
      )
        visitor.complaints.push(`${name}: ${await visitor.page.locator('main [role="alert"]').first().innerText()}`);
      await visitor.judge(name);
      return this.heard(visitor, view);
    } catch (error) {
      return [`${name}: ${String(error).slice(0, 300)}`];
    }
  }

  async leave(): Promise<void> {
    for (const visitor of this.people.values()) await visitor.leave();
  }

  private heard(visitor: Visitor, view: View): string[] {
    const own = OWN_LINES[view.state];
    const host = new URL(this.house.origin).host;
    const strangers = [...visitor.hosts].filter((one) => one !== host).map((one) => `asks ${one}`);
    visitor.hosts.clear();
    // An address that leads nowhere is answered so by its document, in whatever state.
    const nowhere = /no-such-page: .*status of 404/;
    const heard = visitor.complaints.splice(0).filter((line) => !own?.test(line) && !nowhere.test(line));
    return [...heard, ...strangers].map((line) => (line.startsWith(nameOf(view)) ? line : `${nameOf(view)}: ${line}`));
  }

  private async rest({ page }: Visitor, state: State): Promise<void> {
    await page.waitForFunction(hasComeToRest, state, { polling: 100 });
  }

  /** The guest keeps the key to an order, and has something in the cart. */
  private async fillCart(): Promise<void> {
    const { page } = this.people.get('guest')!;
    const { id, token, number } = this.facts.guestOrder;
    await page.goto(`${this.house.origin}/p/${this.facts.product}`);
    await this.rest(this.people.get('guest')!, 'full');
    await page.evaluate(
      (keys) => localStorage.setItem('xihuo.orders', keys),
      JSON.stringify([{ id, token, number, placedAt: new Date().toISOString() }]),
    );
    await page.getByRole('button', { name: '加入购物车' }).first().click();
    await this.house.until(
      1,
      'select count(*) from ordering.cart_line line join ordering.cart on cart.id = line.cart_id where cart.token_hash is not null',
    );
  }
}
