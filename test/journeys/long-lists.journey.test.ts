import { expect } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { Colleague } from './admission/colleague';
import { goingRound } from './going-round';
import { openBrowser } from './visitor';
import { startHouse, type RunningHouse } from './running-house';

/** Lists of thousands, gone through without waiting. */

jest.setTimeout(600_000);

let house: RunningHouse;
let browser: Browser;

beforeAll(async () => {
  house = await startHouse();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

test('thousands of rows are scrolled through with some dozens in the document, and the keyboard stays in the table', async () => {
  const auditor = await Colleague.arrive(browser, house, 'auditor');
  const { page } = auditor;
  await goingRound(house, [auditor.visitor], async () => {
    await auditor.open('/platform/entries');
    const rows = page.locator('tr[data-row]');
    const shown = async () => Number(/\d+/.exec(await page.getByText(/^已显示/).innerText())![0]);
    await rows.first().waitFor();
    const first = await shown();
    for (let turn = 1; turn <= 4; turn += 1) {
      await auditor.press('再显示一些');
      await page.waitForFunction(
        (had) => document.querySelector('section [role=status]')!.textContent!.includes(`${had} `),
        first * (turn + 1),
      );
    }
    const box = page.locator('[data-scroller]');
    // From here on the next ones come by scrolling.
    while ((await shown()) < 2_000) {
      const before = await shown();
      await box.evaluate((element) => element.scrollTo(0, element.scrollHeight));
      await page.waitForFunction(
        (had) => Number(/\d+/.exec(document.querySelector('section [role=status]')!.textContent!)![0]) > had,
        before,
      );
      expect(await rows.count()).toBeLessThan(100);
    }
    const table = page.getByRole('table');
    expect(await table.getAttribute('aria-rowcount')).toBe('-1');
    const place = async () => Number(await rows.first().getAttribute('aria-rowindex'));
    const far = await place();
    expect(far).toBeGreaterThan(1_800);
    await auditor.look('entries-far-down');

    // Whoever stood in a row that is scrolled away goes on from the table.
    await rows
      .last()
      .getByRole('rowheader')
      .evaluate((cell: HTMLElement) => {
        cell.tabIndex = -1;
        cell.focus();
      });
    await box.evaluate((element) => element.scrollTo(0, 0));
    await page.waitForFunction(() => document.querySelector('tr[data-row]')!.getAttribute('aria-rowindex') === '2');
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-scroller'))).toBe(true);
    // And by its keys down again.
    await page.keyboard.press('End');
    await page.waitForFunction(
      (was) => Number(document.querySelector('tr[data-row]')!.getAttribute('aria-rowindex')) >= was,
      far,
    );
    expect(await rows.count()).toBeLessThan(100);
  });
  await auditor.visitor.leave();
});

/** Of as many products as there are, up to so many: each with other words that its supplier put forward. */
async function putForward(many: number): Promise<void> {
  await house.rows(
    `insert into catalogue.listing_change (id, supplier_id, product_id, state, fields, note, authors, saved_at, submitted_by, submitted_at)
     select uuidv7(), supplier_id, product_id, 'submitted', '{"taglineZh": "当季新货"}', '', array[who.id], now(), who.id, now()
       from catalogue.listing_content,
            (select person_id as id from identity.credential where login = 'supplier') who
      where not exists (select from catalogue.listing_change open
                         where (open.supplier_id, open.product_id) = (listing_content.supplier_id, listing_content.product_id)
                           and open.state in ('draft', 'submitted', 'changesRequested'))
      order by supplier_id, product_id limit $1`,
    [many],
  );
}

test('all that match are chosen beyond what is shown, and of each it is said what became of it', async () => {
  const many = 60;
  await putForward(many);
  const reviewer = await Colleague.arrive(browser, house, 'reviewer');
  const { page } = reviewer;
  // The one that somebody else was faster with.
  reviewer.visitor.provokes(/412.*request-changes/);
  await goingRound(house, [reviewer.visitor], async () => {
    await reviewer.open('/catalogue/changes');
    await reviewer.read(/^已显示 24 条/);
    await page.locator('tr[data-row]').first().getByRole('checkbox').check();
    const bar = page.getByRole('region', { name: '对选中的各条' });
    await bar.getByText('已选 1 条').waitFor();
    await reviewer.press('选择符合条件的全部', bar);
    await bar.getByText(`已选 ${many} 条`).waitFor();
    await reviewer.look('changes-all-chosen');
    // Somebody else has one of them in hand meanwhile.
    await house.rows(
      `update catalogue.listing_content set row_version = row_version + 1 where (supplier_id, product_id) = (
         select supplier_id, product_id from catalogue.listing_change where state = 'submitted' order by id limit 1)`,
    );
    await reviewer.press('退回调整', bar);
    const box = page.getByRole('alertdialog');
    await box.getByText(`退回调整：${many} 条`).waitFor();
    await box.getByLabel('需要怎样调整').fill('请写明产地');
    await reviewer.press('退回调整', box);
    await box.getByText(`${many} 条中已处理 ${many} 条，未成 1 条`).waitFor();
    await box.getByText('已被他人改动').waitFor();
    await reviewer.look('changes-results');
    const file = page.waitForEvent('download');
    await reviewer.press('结果存为 CSV', box);
    expect((await file).suggestedFilename()).toBe('退回调整.csv');
    await reviewer.press('完成', box);
    await reviewer.read(/^已显示 1 条/);
    expect(await house.count(`select count(*) from catalogue.listing_change where message = '请写明产地'`)).toBe(
      many - 1,
    );
  });
  await reviewer.visitor.leave();
});

/** The same words under several products, by somebody who buys. */
async function askedEverywhere(many: number): Promise<void> {
  await house.rows(
    `insert into dispute.question (id, product_id, words, asked_by, asked_at)
     select uuidv7(), product.id, '=加群领券，低价出货', who.id, now()
       from (select id from catalogue.product order by id limit $1) product,
            (select person_id as id from identity.credential order by login limit 1) who`,
    [many],
  );
}

/** A list that the server writes no table of is had as one all the same: the columns of the page, all of its pages, and no formula. */
async function takesAway(operator: Colleague): Promise<void> {
  const { page } = operator;
  const coming = page.waitForEvent('download');
  await operator.press('CSV');
  const file = await coming;
  expect(file.suggestedFilename()).toBe('问答管理.csv');
  const text = await readFile(await file.path(), 'utf8');
  const [head, ...lines] = text.trimEnd().split('\r\n');
  expect(head).toBe('\uFEFF商品,问题,提问日期');
  expect(lines).toHaveLength(await house.count('select count(*) from dispute.question'));
  expect(
    await house.count(
      `select count(*) from platform.audit_content where subject_kind = 'list' and subject_id = 'moderate-questions'`,
    ),
  ).toBe(1);
  expect(lines.filter((line) => /,'=加群领券，低价出货,\d{4}-\d{2}-\d{2}$/.test(line))).toHaveLength(3);
}

test('several of a list are taken away together only once their count is typed, and one that is refused keeps no other', async () => {
  await askedEverywhere(3);
  const operator = await Colleague.arrive(browser, house, 'operator');
  const { page } = operator;
  // The one that somebody else was faster with.
  operator.visitor.provokes(/409.*hiding/);
  await operator.open('/moderation/questions');
  const rows = page.locator('tr[data-row]').filter({ hasText: '加群领券' });
  await rows.first().waitFor();
  await takesAway(operator);
  for (const row of await rows.all()) await row.getByRole('checkbox').check();
  await house.rows(
    `update dispute.question set hidden_ground = 'advertising', hidden_reason = '广告', hidden_by = asked_by, hidden_at = now()
      where id = (select id from dispute.question where words like '=加群领券%' order by id limit 1)`,
  );
  const bar = page.getByRole('region', { name: '对选中的各条' });
  await operator.press('隐藏', bar);
  const box = page.getByRole('alertdialog');
  await box.getByText('隐藏：3 条').waitFor();
  await operator.choose('法定理由', '夹带广告', box);
  await box.getByLabel('理由', { exact: true }).fill('招揽到站外交易');
  await operator.press('隐藏', box);
  await box.getByText('与条数不符').waitFor();
  await box.getByLabel('确认无误，请输入条数 3').fill('3');
  await operator.press('隐藏', box);
  await box.getByText('3 条中已处理 3 条，未成 1 条').waitFor();
  await box.getByText('该评价已隐藏').waitFor();
  await operator.look('questions-hidden-together');
  expect(await house.count(`select count(*) from dispute.question where hidden_reason = '招揽到站外交易'`)).toBe(2);
  await operator.visitor.leave();
});

test('e begins to change the row the keyboard stands in, and stands in the list of keys where rows are changed', async () => {
  const operator = await Colleague.arrive(browser, house, 'operator');
  const { page } = operator;
  await operator.open('/catalogue/search');
  const row = page.getByRole('region', { name: '同义词' }).locator('tr[data-row]').first();
  const words = await row.getByRole('rowheader').innerText();
  await page.locator('main').focus();
  for (const key of ['j', 'e']) await page.keyboard.press(key);
  const box = page.getByRole('alertdialog');
  expect((await box.locator('textarea').inputValue()).split('\n')).toEqual(words.split('、'));
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await operator.read('修改所在的一条');
  await operator.visitor.leave();
});
