import type { Vault } from '../seal/vault';
import type { Kit } from '../context/kit';
import { VAULT } from '../context/tokens';
import { defineJob } from '../jobs/job';
import { contentCell, recipientCell, type MessageContent } from './notices';
import { countWaiting, markSent, takeMessages, type MessageRow } from './notices.sql';
import { SEND_MESSAGES } from './send-messages';

/** Messages of one round; each is a call to the carrier, so the number bounds the time. */
const BATCH = 50;
const PATIENCE_MS = 10_000;

/**
 * Hands waiting mail and SMS to the carrier. A message is noted as sent after the carrier took it, so a crash between the
 * two sends it twice rather than never; what the carrier refuses waits for its next attempt.
 */
export const sendMessages = defineJob({
  name: SEND_MESSAGES,
  every: 5_000,
  async run({ config, database, log, get }: Kit) {
    const carrier = config.MESSAGE_CARRIER_URL;
    if (carrier === undefined) {
      const [row] = await database.read(countWaiting);
      // They keep waiting and nothing is lost; but somebody must hear that nobody carries them.
      if (row && row.waiting > 0)
        log.warn({ waiting: row.waiting }, 'mail and SMS wait: no MESSAGE_CARRIER_URL is set');
      return;
    }
    const vault = get<Vault>(VAULT);
    for (let taken = BATCH; taken === BATCH;) {
      const rows = await database.read(takeMessages, [BATCH]);
      const handed = await Promise.allSettled(rows.map((row) => hand(carrier, row, vault)));
      const sent = rows.filter((_, index) => handed[index]!.status === 'fulfilled').map((row) => row.id);
      await database.read(markSent, [sent]);
      if (sent.length < rows.length)
        log.warn({ refused: rows.length - sent.length }, 'the carrier did not take all messages');
      taken = sent.length;
    }
  },
});

async function hand(carrier: string, row: MessageRow, vault: Vault): Promise<void> {
  const { subject, text } = JSON.parse(vault.open(contentCell(row.id), row.content_sealed)) as MessageContent;
  const answer = await fetch(carrier, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': row.id },
    body: JSON.stringify({
      channel: row.channel,
      to: vault.open(recipientCell(row.id), row.recipient_sealed),
      ...(subject === null ? {} : { subject }),
      text,
    }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (!answer.ok) throw new Error(`the carrier answered ${answer.status}`);
}
