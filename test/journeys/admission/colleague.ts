import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { waitUntil } from '../../../infra/embedded/processes.mjs';
import { freshCode } from '../fresh-code';
import type { RunningHouse } from '../running-house';
import { Visitor } from '../visitor';

/** Pages that somebody looked at already, by their width: the same again tells nothing new and costs seconds. */
const looked = new Set<string>();

/** Somebody at work on the console; signs in wherever a page asks for it, as it does after business time has moved on. */
export class Colleague {
  private constructor(
    readonly visitor: Visitor,
    readonly house: RunningHouse,
    private readonly signIn: (colleague: Colleague) => Promise<void>,
    /** Of a demonstration account; who comes by phone has none. */
    private readonly login: string | null,
  ) {}

  /** By the name of a demonstration account. */
  static async arrive(
    browser: Browser,
    house: RunningHouse,
    login: string,
    width = 1280,
    how: BrowserContextOptions = {},
  ): Promise<Colleague> {
    const visitor = await Visitor.arrive(browser, login, width, how);
    return new Colleague(visitor, house, (colleague) => colleague.signInByPassword(login), login);
  }

  /** By phone, as applicants do. */
  static async arriveByPhone(browser: Browser, house: RunningHouse, phone: string, width: number): Promise<Colleague> {
    const visitor = await Visitor.arrive(browser, `phone-${phone}`, width);
    return new Colleague(visitor, house, (colleague) => colleague.signInByPhone(phone), null);
  }

  get page(): Page {
    return this.visitor.page;
  }

  /** Opens a page of the console and, the first time at this width, looks at it as somebody who does not see would. */
  async open(path: string, place = path): Promise<void> {
    const page = `${place.replaceAll(/[0-9a-f-]{36}/g, '*')} ${this.page.viewportSize()?.width}`;
    const isNew = !looked.has(page);
    // What comes next waits for what it needs; only a look at the whole needs a page that has come to rest.
    await this.visitor.open(`${this.house.origin}/console${path}`, isNew ? 'networkidle' : 'load');
    const signedOut = this.page.getByRole('heading', { level: 1, name: '登录工作台' });
    const inside = this.page.getByRole('link', { name: /西货工作台|Xihuo Console/ });
    await signedOut.or(inside).first().waitFor();
    if (await signedOut.isVisible()) {
      await this.signIn(this);
      await inside.first().waitFor();
    }
    if (isNew) await this.look(place);
    looked.add(page);
  }

  look(place: string): Promise<void> {
    return this.visitor.checkAccess(place);
  }

  async press(name: string | RegExp, within: Page | Locator = this.page): Promise<void> {
    await within
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click();
  }

  follow(name: string | RegExp): Promise<void> {
    return this.page.getByRole('main').getByRole('link', { name }).first().click();
  }

  read(text: string | RegExp): Promise<void> {
    return this.page.getByText(text).filter({ visible: true }).first().waitFor();
  }

  fill(label: string, value: string, within: Page | Locator = this.page): Promise<void> {
    return within.getByLabel(label).first().fill(value);
  }

  async choose(label: string, choice: string, within: Page | Locator = this.page): Promise<void> {
    await within.getByLabel(label).first().selectOption({ label: choice });
  }

  async tick(label: string | RegExp, within: Page | Locator = this.page): Promise<void> {
    await within.getByRole('checkbox', { name: label }).check();
  }

  /** The county by its three lists, in the fieldset of that name. */
  async county(
    label: string,
    names: readonly [string, string, string],
    within: Page | Locator = this.page,
  ): Promise<void> {
    const field = within.getByRole('group', { name: label });
    for (const [level, name] of [
      ['省（自治区、直辖市）', names[0]],
      ['市（州、盟）', names[1]],
      ['县（区、旗）', names[2]],
    ] as const)
      await field.getByLabel(level).selectOption({ label: name });
  }

  /** A decision in its box: opened by a button, filled in, and sent by the button of the same box. */
  async decide(
    open: string | RegExp,
    fillIn: (box: Locator) => Promise<void>,
    submit: string | RegExp = open,
  ): Promise<void> {
    await this.press(open);
    const box = this.page.getByRole('alertdialog');
    await box.waitFor();
    await fillIn(box);
    await this.look(`box ${String(submit)}`);
    await this.press(submit, box);
    if (await this.isAskedForFactor(box)) {
      await this.showFactor(box, this.login!);
      await this.press(submit, box);
    }
    await box.waitFor({ state: 'detached' });
  }

  /** A grave step wants a factor of the last five minutes: on a slow machine it is older now and then. */
  private async isAskedForFactor(box: Locator): Promise<boolean> {
    if (this.login === null) return false;
    const gone = box.waitFor({ state: 'detached' }).then(
      () => false,
      () => false,
    );
    // With a code in it the field stands there while the step is being done.
    const asked = box
      .getByLabel('动态口令')
      .and(box.locator('[value=""]'))
      .waitFor()
      .then(
        () => true,
        () => false,
      );
    return Promise.race([gone, asked]);
  }

  /** Where a box asks for the second factor anew: the next code, and the same button once more. */
  async showFactor(box: Locator, login: string): Promise<void> {
    const field = box.getByLabel('动态口令');
    await field.waitFor();
    await field.fill(await freshCode(this.house.account(login).totpSecret!));
  }

  private async signInByPassword(login: string): Promise<void> {
    const { password, totpSecret } = this.house.account(login);
    await this.page.getByLabel('账号').fill(login);
    await this.page.getByLabel('密码').fill(password!);
    await this.press('登录');
    if (!totpSecret) return;
    await this.page.getByLabel('六位口令').fill(await freshCode(totpSecret));
    await this.press('验证并进入');
  }

  private async signInByPhone(phone: string): Promise<void> {
    await this.press('用短信验证码登录');
    await this.fill('手机号', phone);
    await this.codeAfter(phone, '获取验证码', '短信验证码');
    await this.press('登录');
  }

  /** Presses a button that sends a code to the phone, and types what the catcher of messages then has more than before. */
  async codeAfter(phone: string, button: string, label: string): Promise<void> {
    const before = (await this.messages(phone)).length;
    await this.press(button);
    await this.page.getByLabel(label).waitFor();
    const caught = async () => (await this.messages(phone)).length > before;
    if (!(await waitUntil(caught, 60_000, 50))) throw new Error(`No message for ${phone} was caught.`);
    const [newest] = await this.messages(phone);
    await this.fill(label, /\b\d{6}\b/.exec(newest!)![0]);
  }

  /** Messages to a phone, the newest first. */
  async messages(phone: string): Promise<string[]> {
    const answer = await fetch(`${this.house.sandbox}/_sandbox/messages?to=${phone}`);
    const { data } = (await answer.json()) as { data: { text: string }[] };
    return data.map(({ text }) => text).filter((text) => text.includes('验证码'));
  }
}
