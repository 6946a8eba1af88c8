import { INSTANCE } from '../context/tokens';
import type { Instance } from '../instance/instance';
import { defineJob } from '../jobs/job';
import { catchMessages, countWaiting } from './notices.sql';

export const SEND_MESSAGES = 'platform.sendMessages';

/** Sends what waits. A demonstration sends nothing: its messages are caught and shown on the catcher page. */
export const sendMessages = defineJob({
  name: SEND_MESSAGES,
  every: 30_000,
  async run({ database, log, get }) {
    if (get<Instance>(INSTANCE).demo) {
      await database.read(catchMessages);
      return;
    }
    const [row] = await database.read(countWaiting);
    // They keep waiting and nothing is lost; but somebody must hear that nobody carries them.
    if (row && row.waiting > 0)
      log.error({ waiting: row.waiting }, 'mail and SMS wait: no carrier is set up for this instance');
  },
});
