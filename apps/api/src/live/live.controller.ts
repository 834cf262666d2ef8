import { Controller, Sse, type MessageEvent } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { filter, ignoreElements, interval, map, merge, endWith, takeUntil, type Observable } from 'rxjs';
import { Allow, CurrentCaller } from '../http/access.ts';
import type { Caller } from '../ports/caller.ts';
import { LiveChanges } from '../ports/live-changes.ts';

/** Keeps proxies from closing a quiet stream. */
const HEARTBEAT_MS = 20_000;

@ApiTags('Live changes')
@Controller('api/v1/events')
export class LiveController {
  constructor(private readonly changes: LiveChanges) {}

  @Sse()
  @Allow('events:read', { dealerInQuery: true })
  @ApiOperation({
    operationId: 'streamEvents',
    summary: 'Changes as they happen (server-sent events)',
    description:
      'An event of type "change" carries {"siteId", "contactId"}: fetch what you show of them. Nothing is replayed: fetch again after each reconnect. An event of type "heartbeat" comes every 20 seconds.',
  })
  @ApiProduces('text/event-stream')
  stream(@CurrentCaller() caller: Caller): Observable<MessageEvent> {
    const changes = this.changes.stream.pipe(
      filter((change) => change.dealerId === caller.tenant.dealerId),
      map(({ siteId, contactId }): MessageEvent => ({ type: 'change', data: { siteId, contactId } })),
    );
    const heartbeat = interval(HEARTBEAT_MS).pipe(
      map((): MessageEvent => ({ type: 'heartbeat', data: {} })),
      takeUntil(this.changes.stream.pipe(ignoreElements(), endWith(null))),
    );
    return merge(changes, heartbeat);
  }
}
