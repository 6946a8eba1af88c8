import type { Browser } from 'playwright-core';
import type { RunningHouse } from '../running-house';
import { signInToConsole } from '../steps';
import { Visitor } from '../visitor';

/** Somebody at the console who proposes and decides in boxes that ask. */
export class AtTheBooks {
  private constructor(
    readonly visitor: Visitor,
    private readonly house: RunningHouse,
  ) {}

  static async arrive(browser: Browser, house: RunningHouse, login: string, width: number): Promise<AtTheBooks> {
    const visitor = await Visitor.arrive(browser, login, width);
    await signInToConsole(visitor, house, login);
    return new AtTheBooks(visitor, house);
  }

  get page() {
    return this.visitor.page;
  }

  async open(path: string, place?: string): Promise<void> {
    await this.visitor.open(`${this.house.origin}/console${path}`);
    if (place !== undefined) await this.visitor.checkAccess(place);
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).first().click();
  }

  get asked() {
    return this.page.getByRole('alertdialog');
  }

  async fill(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, text] of Object.entries(fields)) await this.asked.getByLabel(label).fill(text);
  }

  async submit(name: string): Promise<void> {
    await this.asked.getByRole('button', { name, exact: true }).click();
    await this.asked.waitFor({ state: 'detached' });
  }

  /** The second person opens what waits, reads it and approves it. */
  async approveNext(supplier: string): Promise<void> {
    await this.open('/settlement/adjustments?state=proposed', 'adjustments-waiting');
    await this.page.getByRole('link', { name: supplier }).first().click();
    await this.page.waitForURL(/settlement\/adjustments\/[0-9a-f-]{36}$/);
    await this.page.getByRole('button', { name: '复核通过' }).waitFor();
    await this.visitor.checkAccess('adjustment-to-decide');
    // On a busy machine the five minutes of the sign-in's factor are over by now; that an old one is refused is tested where it is asked for.
    await this.house.rows(
      'update identity.session set second_factor_at = platform.business_now() where second_factor_at is not null',
    );
    await this.press('复核通过');
    await this.fill({ 意见: '与凭证一致' });
    await this.submit('复核通过');
    await this.page.getByText('待列入结算单').waitFor();
  }
}
