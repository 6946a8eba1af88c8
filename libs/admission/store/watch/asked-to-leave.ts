/** Who opened a case for the supplier itself, which only a wish to leave does: `person:<id>` of its `opened_by`. */
export const ASKED_TO_LEAVE = `select substr(opened_by, length('person:') + 1)::uuid from admission.watch_case`;

/** The source of a case that the supplier itself opened. */
export const EXIT_REQUEST = 'exitRequest';
