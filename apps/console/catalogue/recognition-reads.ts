import type { Output } from '@xihuo/ui';

export type Recognition = Output<'GET /admission/recognitions/{id}'>;

/** What shows something else after a step of the supplier. */
export const RECOGNITION_READS = [
  'GET /admission/recognitions/{id}',
  'GET /suppliers/{supplierId}/products',
  'GET /suppliers/{supplierId}/products/{productId}',
  'GET /suppliers/{supplierId}/products/{productId}/to-sell',
] as const;
