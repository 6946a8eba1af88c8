import type { Colleague } from '../admission/colleague';
import { photo } from '../admission/invented';
import { filmed, seeFilm } from '../filming';
import type { Visitor } from '../visitor';

/** A photograph and a film join the change; what the film begins with is drawn where it is handed in. */
export async function addFilm(clerk: Colleague): Promise<void> {
  const { page } = clerk;
  const picture = await photo('雪线果园');
  const kept = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { level: 2, name: '图片', exact: true }) });
  await kept.getByLabel('上传照片').setInputFiles({ name: '果园.jpg', mimeType: 'image/jpeg', buffer: picture });
  await kept.getByRole('img', { name: '商品照片' }).waitFor();
  const film = { name: '果园.webm', mimeType: 'video/webm', buffer: await filmed(page, picture) };
  await kept.getByLabel('上传视频').setInputFiles(film);
  await kept.getByRole('img', { name: '商品视频' }).waitFor();
  // One of it: the button to hand in another is gone.
  await kept.getByLabel('上传视频').waitFor({ state: 'detached' });
  await watch(clerk);
  await clerk.press('保存草稿');
  await clerk.read('已保存');
  await clerk.look('listing-with-film');
}

/** Whoever decides sees it whole. */
export async function watch({ page }: Colleague): Promise<void> {
  await page.getByRole('button', { name: '看视频' }).first().click();
  await seeFilm(page.getByRole('dialog').locator('video'));
  await page.keyboard.press('Escape');
}

/** In the gallery it is counted, stands as its first picture, and is asked for and played when somebody says so. */
export async function playFilm(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const films = () => asked.filter((url) => url.endsWith('.webm'));
  const row = page.getByRole('group', { name: '商品照片' });
  await row.evaluate((element) => element.scrollTo({ left: element.clientWidth, behavior: 'instant' }));
  await page.getByText('2 / 2').waitFor();
  const play = page.getByRole('button', { name: '播放视频' });
  await play.waitFor();
  await visitor.checkAccess('film-first-picture');
  expect([films(), await page.locator('video').count()]).toEqual([[], 0]);
  await play.click();
  await row.locator('video').evaluate(async (element: HTMLVideoElement) => {
    if (element.currentTime > 0) return;
    await new Promise((done) => element.addEventListener('timeupdate', done, { once: true }));
  });
  expect(films()).not.toEqual([]);
  await visitor.checkAccess('film-playing');
  // Swiped on, it is a picture again.
  await row.evaluate((element) => element.scrollTo({ left: 0, behavior: 'instant' }));
  await page.locator('video').waitFor({ state: 'detached' });
}
