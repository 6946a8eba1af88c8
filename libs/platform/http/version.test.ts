import { routes, type RouteDefinition } from '@xihuo/contract';
import type { FastifyRequest } from 'fastify';
import { mustBeVersion, versionOf } from './version';

const writing: RouteDefinition = { ...routes['GET /me'], versioned: 'write' };
const request = (tag?: string) => ({ headers: { 'if-match': tag } }) as unknown as FastifyRequest;

test('the version read comes back as a strong tag', () => {
  expect(versionOf(writing, request('"7"'))).toBe(7);
});

test.each([undefined, '', '7', 'W/"7"', '"0"', '"-1"', '"7", "8"', '*', '"1e3"', '"99999999999"'])(
  'If-Match %s says nothing about what was read',
  (tag) => {
    expect(() => versionOf(writing, request(tag))).toThrow(expect.objectContaining({ code: 'VERSION_MISSING' }));
  },
);

test('a route that writes over nothing asks for none', () => {
  expect(versionOf(routes['GET /me'], request('"7"'))).toBeNull();
});

test('what moved on is not written over', () => {
  expect(() => mustBeVersion(8, 7)).toThrow(expect.objectContaining({ code: 'STALE_VERSION', extra: { version: 8 } }));
  expect(() => mustBeVersion(7, 7)).not.toThrow();
});
