import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { fail, type RouteDefinition, type RouteKey } from '@xihuo/contract';
import { formatWanted } from '../export/as-table';
import { underVeil } from '../seal/veil';
import type { XihuoRequest } from './request';

/** What whoever looks on as another is refused: all that is not reading, of what is open to everybody too, and files. */
export const isShutToOnlookers = (key: string, { access, whileViewing, download }: RouteDefinition): boolean =>
  !whileViewing && (!key.startsWith('GET') || (download === true && access.kind !== 'public'));

/** @throws ProblemError VIEWING_ONLY */
export function mustOnlyRead(key: RouteKey, route: RouteDefinition, accept: string | undefined): void {
  const asFile = route.tabled === true && formatWanted(accept) !== null;
  if (asFile || isShutToOnlookers(key, route)) throw fail('VIEWING_ONLY');
}

/** Whoever looks on as another reads what is sealed under the veil. */
@Injectable()
export class LookingOn implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): ReturnType<CallHandler['handle']> {
    const { caller } = context.switchToHttp().getRequest<XihuoRequest>().xihuo;
    return caller.viewing ? underVeil(() => next.handle()) : next.handle();
  }
}
