/**
 * `npm run go-live [-- --lang zh]`: what is missing before real people buy for real money, a line a check, in English, Chinese (`zh`) or
 * both (`en,zh`). Reads the settings and the database of the environment, or of the house that runs on the data folder. Ends with 0 where
 * nothing is missing, with 1 where something is, with 2 where it could not look.
 */
import { withHouse } from './open-house.mjs';

const MARKS = { en: ['ready  ', 'missing'], zh: ['已就绪', '未就绪'] };
/** @param {number} missing */
const sumEn = (missing) => (missing === 0 ? 'Nothing is missing.' : `${missing} missing: not ready for real use.`);
/** @param {number} missing */
const sumZh = (missing) => (missing === 0 ? '全部就绪。' : `${missing} 项未就绪，不能用于真实交易。`);

/** @param {string[]} languages */
const main = (languages) =>
  withHouse('go-live', async ({ services, contexts, require }) => {
    /** @type {typeof import('../../libs/platform/operations/go-live-list')} */
    const { goLiveList } = require('../../libs/platform/operations/go-live-list.ts');
    const lines = await goLiveList(services, contexts);
    for (const { ok, ...line } of lines)
      for (const language of languages)
        console.log(`${MARKS[language === 'zh' ? 'zh' : 'en'][ok ? 0 : 1]}  ${language === 'zh' ? line.zh : line.en}`);
    const missing = lines.filter(({ ok }) => !ok).length;
    for (const language of languages) console.log(language === 'zh' ? sumZh(missing) : sumEn(missing));
    return missing === 0 ? 0 : 1;
  });

const words = process.argv.slice(2).filter((word) => word !== '--');
const at = words.indexOf('--lang');
const languages = (at < 0 ? 'en' : (words[at + 1] ?? '')).split(',');
if (languages.some((language) => language !== 'en' && language !== 'zh')) {
  console.error('npm run go-live [-- --lang en|zh|en,zh]');
  process.exitCode = 2;
} else {
  process.exitCode = await main(languages).catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    return 2;
  });
}
