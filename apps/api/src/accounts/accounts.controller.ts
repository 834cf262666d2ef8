import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentCaller } from '../http/access.ts';
import type { Caller } from '../ports/caller.ts';
import { MeSchema, type Me } from './accounts.schemas.ts';
import { GetMe } from './queries/get-me.ts';

@ApiTags('Account')
@Controller('api/v1')
export class AccountsController {
  constructor(private readonly queries: QueryBus) {}

  @Get('me')
  @Allow('account:read')
  @ApiOperation({ operationId: 'getMe', summary: 'Who is asking' })
  @ApiOkResponse({ standardSchema: MeSchema })
  me(@CurrentCaller() caller: Caller): Promise<Me> {
    return this.queries.execute(new GetMe(caller));
  }
}
