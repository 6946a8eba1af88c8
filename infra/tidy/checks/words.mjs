/** Names that say nothing, and notes that promise something for later. */
import { isTest } from './files.mjs';

/** @typedef {import('./files.mjs').File} File */

const drawers = /(^|\/)(utils?|helpers?|common|misc)(\/|\.[a-z]+$)/;
const later = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'].join('|')})\\b`);

/**
 * @param {File[]} files
 * @returns {string[]} problems
 */
export function words(files) {
  return files.flatMap(({ path, text }) => {
    const problems = [];
    if (drawers.test(path)) problems.push(`${path}: a drawer is not a name; say what is in it`);
    text.split('\n').forEach((line, index) => {
      const at = `${path}:${index + 1}`;
      if (later.test(line)) problems.push(`${at}: do it, or file an issue`);
      if (/eslint-disable/.test(line) && !/ -- \S/.test(line))
        problems.push(`${at}: eslint-disable needs a reason after " -- "`);
      if (isTest(path) && /expect\(true\)/.test(line)) problems.push(`${at}: this test cannot fail`);
    });
    return problems;
  });
}
