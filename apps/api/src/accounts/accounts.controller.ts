import { Controller, Get, Headers } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AllowSelf, CurrentIdentity } from '../http/access.ts';
import { DEALER_HEADER } from '../http/acting.ts';
import type { Identity } from '../ports/caller.ts';
import { MeSchema, type Me } from './accounts.schemas.ts';
import { GetMe } from './queries/get-me.ts';

@ApiTags('Account')
@Controller('api/v1')
export class AccountsController {
  constructor(private readonly queries: QueryBus) {}

  @Get('me')
  @AllowSelf('account:read')
  @ApiOperation({
    operationId: 'getMe',
    summary: 'Who is asking, and for whom they may act',
    description:
      'Refuses no dealer: where "Keyholder-Dealer" names none that can be acted for, `dealer` is null and `dealers` lists those that can.',
  })
  @ApiOkResponse({ standardSchema: MeSchema })
  me(
    @CurrentIdentity() identity: Identity,
    @Headers(DEALER_HEADER) dealerId: string | undefined,
  ): Promise<Me> {
    return this.queries.execute(new GetMe(identity, dealerId?.toLowerCase() ?? null));
  }
}
