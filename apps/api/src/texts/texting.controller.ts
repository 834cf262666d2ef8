import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentCaller } from '../http/access.ts';
import type { Caller } from '../ports/caller.ts';
import { GetTexting } from './queries/get-texting.ts';
import { TextingSchema, type Texting } from './texting.schemas.ts';

@ApiTags('Welcome')
@Controller('api/v1')
export class TextingController {
  constructor(private readonly queries: QueryBus) {}

  @Get('texting')
  @Allow('dealer_settings:read')
  @ApiOperation({
    operationId: 'getTexting',
    summary: 'Whether your texts go out',
    description:
      'Texts of a brand are kept back while its set-up is wrong (credentials refused, sender not registered).',
  })
  @ApiOkResponse({ standardSchema: TextingSchema })
  texting(@CurrentCaller() caller: Caller): Promise<Texting> {
    return this.queries.execute(new GetTexting(caller));
  }
}
