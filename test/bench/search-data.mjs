// The grown catalogue lies with the catalogue, whose own test of pages touched grows it too. It is loaded by its address: the
// benches are no part of any build and import nothing of the libs.
/** @type {typeof import('../../libs/catalogue/fixtures/grown-catalogue.mjs')} */
const grown = await import(new URL('../../libs/catalogue/fixtures/grown-catalogue.mjs', import.meta.url).href);
export const { growCatalogue, questions, searchPaths, typing } = grown;
