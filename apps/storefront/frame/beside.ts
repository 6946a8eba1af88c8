import { keepFocus } from './keep-focus';
import { keepForLater } from './keep-for-later';

/**
 * What every page has besides what is seen.
 *
 * @returns how to end it
 */
export function begin(): () => void {
  keepForLater();
  return keepFocus();
}
