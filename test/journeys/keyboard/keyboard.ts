import { expect } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import { Visitor } from '../visitor';

type Role = Parameters<Visitor['page']['getByRole']>[0];

/** More stops than any page has between two things one wants. */
const MOST_STOPS = 160;

/** Somebody without a mouse: goes by Tab and arrows, sees where the focus is, and never clicks. */
export class Keyboard {
  /** Where the focus has been on the way to what is looked for. */
  private stops: string[] = [];

  private constructor(readonly visitor: Visitor) {}

  static async arrive(browser: Browser, name: string, width = 1280): Promise<Keyboard> {
    return new Keyboard(await Visitor.arrive(browser, `keyboard-${name}`, width));
  }

  get page() {
    return this.visitor.page;
  }

  /** Opens an address and skips what every page begins with. */
  async open(url: string): Promise<void> {
    await this.visitor.open(url);
    // Drawn by the server it can be looked at before its program has come; keys do nothing until then.
    await this.page.waitForFunction(() =>
      Object.keys(document.querySelector('#root button') ?? {}).some((key) => key.startsWith('__reactFiber')),
    );
    await this.page.keyboard.press('Tab');
    await expect(this.seen()).resolves.toBe('seen');
    await this.page.keyboard.press('Enter');
    expect(await this.page.evaluate(() => document.activeElement?.id)).toBe('content');
  }

  /** Tabs to what is named so; every stop on the way must be seen. */
  async reach(
    role: Role,
    name: string | RegExp,
    { back = false, within = this.page.locator('body') } = {},
  ): Promise<void> {
    const wanted = within.getByRole(role, { name, ...(typeof name === 'string' ? { exact: true } : {}) }).first();
    await wanted.waitFor();
    await this.walkTo(wanted, `${role} ${name}`, back ? 'Shift+Tab' : 'Tab');
  }

  /** Tabs to it and presses it. */
  async press(role: Role, name: string | RegExp, how: Parameters<Keyboard['reach']>[2] = {}): Promise<void> {
    await this.reach(role, name, how);
    await this.key('Enter');
  }

  async key(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Tabs to a field and writes over what is in it. */
  async write(label: string | RegExp, text: string): Promise<void> {
    await this.reach('textbox', label);
    await this.key('ControlOrMeta+a');
    await this.page.keyboard.type(text);
  }

  /** Tabs to a list and goes down it to the choice. */
  async choose(label: string, choice: string | RegExp): Promise<void> {
    await this.reach('combobox', label);
    const chosen = () =>
      this.page.evaluate(() => (document.activeElement as HTMLSelectElement).selectedOptions[0]?.label ?? '');
    const isWanted = (text: string) => (typeof choice === 'string' ? text === choice : choice.test(text));
    for (let steps = 0; !isWanted(await chosen()); steps += 1) {
      if (steps === MOST_STOPS) throw new Error(`${label} has no ${choice}`);
      await this.key('ArrowDown');
    }
  }

  /** Tabs to a group of radio buttons and goes by arrows to one of them. */
  async pick(group: Locator, name: string | RegExp): Promise<void> {
    const inGroup = () => group.evaluate((element) => element.contains(document.activeElement));
    await group.waitFor();
    for (let steps = 0; !(await inGroup()); steps += 1) await this.step('Tab', steps, 'the group');
    const wanted = group.getByRole('radio', { name });
    if (!(await hasFocus(wanted))) await this.key('ArrowDown');
    for (let steps = 0; !(await hasFocus(wanted)); steps += 1) await this.step('ArrowDown', steps, String(name));
    if (!(await wanted.isChecked())) await this.key('Space');
    await expect(this.seen()).resolves.toBe('seen');
  }

  /** A dialog has taken the focus, and keeps it however often one goes on. */
  async isHeldBy(dialog: Locator): Promise<void> {
    await dialog.waitFor();
    const inside = () => dialog.evaluate((element) => element.contains(document.activeElement));
    await this.page.waitForFunction(
      (element) => element?.contains(document.activeElement),
      await dialog.elementHandle(),
    );
    const stops = await dialog.locator('a[href], button, input, select, textarea').count();
    for (let step = 0; step <= stops; step += 1) {
      await this.key('Tab');
      expect([step, await inside()]).toEqual([step, true]);
    }
  }

  /** Where the focus stands now. */
  async isOn(role: Role, name: string | RegExp): Promise<void> {
    const wanted = this.page.getByRole(role, { name, ...(typeof name === 'string' ? { exact: true } : {}) });
    await wanted.and(this.page.locator(':focus')).waitFor();
  }

  /** What had the focus is gone: the focus must have gone somewhere one can go on from, not to the page's beginning. */
  async isSomewhere(): Promise<void> {
    await this.page.waitForFunction(() => document.activeElement !== null && document.activeElement !== document.body);
  }

  private async walkTo(wanted: Locator, name: string, key: string): Promise<void> {
    for (let steps = 0; !(await hasFocus(wanted)); steps += 1) await this.step(key, steps, name);
    await expect(this.seen()).resolves.toBe('seen');
  }

  private async step(key: string, steps: number, wanted: string): Promise<void> {
    if (steps === 0) this.stops = [];
    if (steps === MOST_STOPS)
      throw new Error(
        `${wanted} is not reached by ${key} on ${this.page.url()}, but ${this.stops.slice(-40).join(' > ')}`,
      );
    await this.key(key);
    this.stops.push(await this.page.evaluate(() => document.activeElement?.outerHTML.slice(0, 80) ?? ''));
    const stands = await this.seen();
    if (stands !== 'seen') throw new Error(`On the way to ${wanted} on ${this.page.url()}: ${stands}`);
  }

  /** Whether the element with the focus is marked, and not wholly under something else (WCAG 2.4.7, 2.4.11). */
  private async seen(): Promise<string> {
    // A list that has just been counted anew is scrolled to a few frames later.
    for (let looks = 0; looks < 10; looks += 1) if ((await this.look()) === 'seen') return 'seen';
    return this.look();
  }

  private look(): Promise<string> {
    return this.page.evaluate(async () => {
      const drawn = () => new Promise((done) => requestAnimationFrame(done));
      await drawn();
      await drawn();
      const at = document.activeElement;
      if (!at || at === document.body || at.id === 'content') return 'seen';
      const around = [at, at.closest('label'), at.closest('[role="group"]')].filter((one) => one !== null);
      const marked = around.some((one) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(one);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      });
      const name = `${at.tagName} “${at.getAttribute('aria-label') ?? at.textContent?.trim().slice(0, 40)}”`;
      if (!marked) return `${name} has the focus and no mark of it`;
      const { left, right, top, bottom } = at.getBoundingClientRect();
      const inset = (low: number, high: number) => [low + 2, (low + high) / 2, high - 2];
      const free = inset(left, right).some((x) =>
        inset(top, bottom).some((y) => {
          const there = document.elementFromPoint(x, y);
          return there !== null && (at.contains(there) || there.contains(at));
        }),
      );
      return free ? 'seen' : `${name} has the focus and lies under something else, or outside the window`;
    });
  }
}

/** Asked at once: what is gone is not waited for. */
const hasFocus = (locator: Locator): Promise<boolean> =>
  locator.evaluateAll((found) => found.some((one) => one === document.activeElement));
