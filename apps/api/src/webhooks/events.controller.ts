import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { EVENTS_KEPT_DAYS } from '@keyholder/domain/events/contact-event';
import type { z } from 'zod';
import { Allow, CurrentCaller } from '../http/access.ts';
import type { Caller } from '../ports/caller.ts';
import { ListEvents } from './queries/list-events.ts';
import { EventPageSchema, EventQuerySchema } from './webhooks.schemas.ts';

@ApiTags('Webhooks')
@Controller('api/v1/events')
export class EventsController {
  constructor(private readonly queries: QueryBus) {}

  @Get('history')
  @Allow('events:read')
  @ApiOperation({
    operationId: 'listEvents',
    summary: 'The events that webhooks send, the oldest first, to catch up after an outage',
    description: `Goes back ${EVENTS_KEPT_DAYS} days. Keep nextCursor and ask again from there: nothing is left out, whatever commits meanwhile. New events appear after about a second.`,
  })
  @ApiOkResponse({ standardSchema: EventPageSchema })
  history(
    @CurrentCaller() caller: Caller,
    @Query({ schema: EventQuerySchema }) page: z.infer<typeof EventQuerySchema>,
  ): Promise<z.infer<typeof EventPageSchema>> {
    return this.queries.execute(new ListEvents(caller, page));
  }
}
