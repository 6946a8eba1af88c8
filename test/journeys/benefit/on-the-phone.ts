import type { Locator } from 'playwright-core';
import type { RunningHouse } from '../running-house';
import type { Visitor } from '../visitor';

/** The farmer's own pages on a shared phone. */
export class Farmer {
  constructor(
    readonly visitor: Visitor,
    private readonly house: RunningHouse,
  ) {}

  get page() {
    return this.visitor.page;
  }

  async at(hash: '' | 'confirm' | 'agreements', place?: string): Promise<void> {
    await this.visitor.open(`${this.house.origin}/farmer#/${hash}`);
    await this.page.reload({ waitUntil: 'networkidle' });
    if (place !== undefined) await this.visitor.checkAccess(place);
  }

  item(text: string): Locator {
    return this.page.getByRole('listitem').filter({ hasText: text }).first();
  }

  press(name: string, within: Locator = this.page.getByRole('main')): Promise<void> {
    return within.getByRole('button', { name, exact: true }).first().click();
  }

  read(text: string | RegExp): Promise<void> {
    return this.page.getByText(text).filter({ visible: true }).first().waitFor();
  }

  async confirms(text: string, yes: string, said: string): Promise<void> {
    await this.press(yes, this.item(text));
    await this.read(said);
  }

  async contests(text: string, no: string, reason: string, place: string): Promise<void> {
    const item = this.item(text);
    await this.press(no, item);
    await item.getByRole('radio', { name: reason }).check();
    await this.visitor.checkAccess(place);
    await this.press('告诉供应商不对', item);
  }

  /** The code on the wall, typed by whoever stands before it. */
  async worksToday(code: string): Promise<void> {
    await this.at('confirm');
    await this.page.getByLabel('当天的 6 位数字').fill(code);
    await this.press('记今天的工');
    await this.read('今天的工记上了');
  }

  async signs(): Promise<void> {
    await this.page
      .getByRole('link', { name: /看一看，再签/ })
      .first()
      .click();
    await this.page.getByRole('checkbox', { name: '上面写的我看明白了' }).check();
    await this.visitor.checkAccess('signing');
    await this.press('同意，签');
    await this.read('您在手机上签的');
  }
}
