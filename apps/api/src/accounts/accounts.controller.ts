import { Body, Controller, Get, Headers, HttpCode, Patch } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { AllowSelf, CurrentIdentity } from '../http/access.ts';
import { DEALER_HEADER } from '../http/acting.ts';
import type { Identity } from '../ports/caller.ts';
import { AccountChangeSchema, MeSchema, type Me } from './accounts.schemas.ts';
import { ChangeAccount } from './commands/change-account.ts';
import { GetMe } from './queries/get-me.ts';

@ApiTags('Account')
@Controller('api/v1')
export class AccountsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly commands: CommandBus,
  ) {}

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

  @Patch('me')
  @HttpCode(204)
  @AllowSelf('account:write')
  @ApiOperation({
    operationId: 'changeMe',
    summary: 'Say in which language one gets mails',
    description: 'Without it mails follow what the browser asked for when the person first signed in.',
  })
  @ApiNoContentResponse({ description: 'Kept.' })
  async change(
    @CurrentIdentity() identity: Identity,
    @Body({ schema: AccountChangeSchema }) { language }: z.infer<typeof AccountChangeSchema>,
  ): Promise<void> {
    await this.commands.execute(new ChangeAccount(identity.id, language));
  }
}
