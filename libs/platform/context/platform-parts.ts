import { AuditController } from '../audit/audit.controller';
import { sealAuditJob } from '../audit/seal-audit.job';
import { ImportController } from '../import/import.controller';
import { runImportsJob } from '../import/run-imports.job';
import { InstanceController } from '../instance/instance.controller';
import { sweep } from '../jobs/sweep.job';
import { EventsController } from '../live/events.controller';
import { NoticesController } from '../notices/notices.controller';
import { sendMessages } from '../notices/send-messages.job';
import { houseChecks } from '../operations/house-checks';
import { OperationsController } from '../operations/operations.controller';
import { DeadLetterController } from '../outbox/dead-letter.controller';
import { personalNotices } from '../notices/personal-notices';
import type { ContextParts } from './parts';

/** What the platform itself brings. */
export const platformParts: ContextParts = {
  name: 'platform',
  controllers: [
    ...[InstanceController, AuditController, NoticesController, ImportController, DeadLetterController],
    ...[EventsController, OperationsController],
  ],
  goLive: houseChecks,
  personal: personalNotices,
  jobs: [sealAuditJob, sendMessages, runImportsJob, sweep],
};
