/** Agreements, work, outside payments and objections: asked for once benefit answers them. */
export const servedByBenefit = { enabled: true };
