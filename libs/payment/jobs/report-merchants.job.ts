import { defineJob, type Kit } from '@xihuo/platform';
import { REPORT_MERCHANTS } from '../actions/apply-merchant-claims';
import { reportMerchants } from '../actions/report-merchants';
import { tillOf } from '../actions/till';

/** Applications take days; a minute more or less is nobody's hurry. */
export const reportMerchantsJob = defineJob({
  name: REPORT_MERCHANTS,
  every: 60_000,
  run: (kit: Kit) => reportMerchants(tillOf(kit), kit.log),
});
