import { Body, Controller, Get, Put } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import { Allow, CurrentCaller } from '../http/access.ts';
import { ProblemSchema } from '../http/problem.schemas.ts';
import { orProblem } from '../http/refusal-to-problem.ts';
import type { Caller } from '../ports/caller.ts';
import { ChangeTextingSettings } from './commands/change-texting-settings.ts';
import { GetTextingSettings } from './queries/get-texting-settings.ts';
import { GetTexting } from './queries/get-texting.ts';
import {
  TextingSchema,
  TextingSettingsSchema,
  type Texting,
  type TextingSettings,
} from './texting.schemas.ts';

@ApiTags('Welcome')
@Controller('api/v1')
export class TextingController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

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

  @Get('texting/settings')
  @Allow('dealer_settings:read')
  @ApiOperation({ operationId: 'getTextingSettings', summary: 'Reminders, quiet hours, line checks' })
  @ApiOkResponse({ standardSchema: TextingSettingsSchema })
  settings(@CurrentCaller() caller: Caller): Promise<TextingSettings> {
    return this.queries.execute(new GetTextingSettings(caller));
  }

  @Put('texting/settings')
  @Allow('dealer_settings:write')
  @ApiOperation({
    operationId: 'changeTextingSettings',
    summary: 'Decide about reminders, quiet hours and line checks',
    description: 'Holds for what is decided from now on; texts that wait already go out as they were held.',
  })
  @ApiOkResponse({ standardSchema: TextingSettingsSchema })
  @ApiUnprocessableEntityResponse({
    description: 'A value that cannot be chosen.',
    standardSchema: ProblemSchema,
  })
  async changeSettings(
    @CurrentCaller() caller: Caller,
    @Body({ schema: TextingSettingsSchema }) settings: TextingSettings,
  ): Promise<TextingSettings> {
    orProblem(await this.commands.execute(new ChangeTextingSettings(caller, settings)));
    return this.queries.execute(new GetTextingSettings(caller));
  }
}
