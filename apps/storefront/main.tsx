import { begin } from './serving/begin';

// What draws and what is drawn begin in a task each: in one they held up a phone's finger for an eighth of a second.
void import('./shop').then(({ shop }) => begin(shop));
