import { command, defineJob, type Kit } from '@xihuo/platform';
import { applyClaims } from '../actions/apply-claims';
import { staleOnes } from '../store/payment.sql';
import { tillOf } from '../actions/till';

/** Payments asked about in one go; the provider is asked for each, so the number bounds the time. */
const BATCH = 20;
const by = { actor: { kind: 'system', name: 'payment.askProvider' }, requestId: 'payment.askProvider' } as const;

/** The third way to learn the truth, when neither the answer nor the webhook came (F3, F4). */
export const askProvider = defineJob({
  name: 'payment.askProvider',
  every: 5_000,
  async run(kit: Kit) {
    const till = tillOf(kit);
    const { view: payments } = await command(till.database, { name: 'payment.takeStale', ...by }, (tx) =>
      tx.sql(staleOnes, [tx.now, BATCH, till.providerName]),
    );
    const answers = await Promise.allSettled(
      payments.map((payment) =>
        till.provider.query(
          payment.provider_payment ? { paymentRef: payment.provider_payment } : { paymentId: payment.id },
        ),
      ),
    );
    const claims = answers.flatMap((answer) => (answer.status === 'fulfilled' && answer.value ? [answer.value] : []));
    for (const answer of answers) {
      if (answer.status === 'rejected')
        kit.log.warn({ err: answer.reason as Error }, 'the provider did not answer a question');
    }
    if (claims.length > 0)
      await command(till.database, { name: 'payment.applyAnswers', ...by }, (tx) => applyClaims(tx, claims));
  },
});
