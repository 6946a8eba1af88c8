/** Under this name Nest hands out what identity's actions work with. */
export const IDENTITY = Symbol('Identity');
