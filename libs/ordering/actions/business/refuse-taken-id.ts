import { fail } from '@xihuo/contract';

/**
 * What becomes of the error of a statement that writes an id the caller chose: where the id is taken they are told so, anything else
 * is thrown as it is.
 *
 * @throws ProblemError INVALID_INPUT (ID_TAKEN)
 */
export const refuseTakenId =
  (primaryKey: string, what: string) =>
  (error: { constraint?: string }): never => {
    if (error.constraint !== primaryKey) throw error;
    throw fail('INVALID_INPUT', {
      errors: [{ pointer: '/id', code: 'ID_TAKEN', message: `another ${what} has this id` }],
    });
  };
