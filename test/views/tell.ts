import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startHouse } from '../journeys/running-house';
import { openBrowser } from '../journeys/visitor';
import { Looker } from './looker';
import { everyView, nameOf, type View } from './views';

/** What `run.mjs` is asked for. */
async function main([what, ...rest]: string[]): Promise<void> {
  const [folder, pattern] = what === 'pictures' ? [rest[0], rest[1]] : [undefined, rest[0]];
  if (what !== 'every' && !folder) throw new Error('npm run views -- every [PATTERN] | pictures FOLDER [PATTERN]');
  const house = await startHouse();
  const browser = await openBrowser();
  try {
    const looker = await Looker.arrive(browser, house);
    const views = (folder ? pictured() : everyView()).filter((view) => nameOf(view).includes(pattern ?? ''));
    console.log(`${views.length} views`);
    if (folder) await takePictures(looker, views, resolve(folder));
    else await judgeAll(looker, views);
    await looker.leave();
  } finally {
    await browser.close();
    await house.stop();
  }
}

async function judgeAll(looker: Looker, views: readonly View[]): Promise<void> {
  let wrong = 0;
  for (const view of views) {
    const lines = await looker.look(view);
    wrong += lines.length;
    for (const line of lines) console.log(line);
  }
  console.log(`${wrong} things are wrong in ${views.length} views`);
  process.exitCode = wrong > 0 ? 1 : 0;
}

/** Every page as it is when all is well, and as it is when there is nothing, on a phone and on a desk. */
function pictured(): View[] {
  return everyView().filter(
    ({ state, width, mode, size }) =>
      mode === 'light' &&
      size === 'usual' &&
      ['390', '1280'].includes(width) &&
      !['offline', 'loading'].includes(state),
  );
}

async function takePictures(looker: Looker, views: readonly View[], folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const view of views) {
    const place = view.place.replace(/[^\w]+/g, '-').replace(/^-|-$/g, '') || 'home';
    try {
      const { page } = await looker.show(view);
      await page.screenshot({
        path: join(folder, `${place}-${view.state}-${view.width}-${view.language}.png`),
        fullPage: true,
      });
    } catch (error) {
      console.log(`${nameOf(view)}: ${String(error).slice(0, 200)}`);
    }
  }
}

void main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
