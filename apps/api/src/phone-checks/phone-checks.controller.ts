import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allow, CurrentCaller } from '../http/access.ts';
import { ProblemSchema } from '../http/problem.schemas.ts';
import { orProblem } from '../http/refusal-to-problem.ts';
import { doerOf, type Caller } from '../ports/caller.ts';
import { CheckPhone } from './commands/check-phone.ts';
import { NewPhoneCheckSchema, PhoneCheckSchema, type PhoneCheckView } from './phone-checks.schemas.ts';

@ApiTags('Phone checks')
@Controller('api/v1/phone-checks')
export class PhoneChecksController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @HttpCode(200)
  @Allow('phones:check')
  @ApiOperation({
    operationId: 'checkPhone',
    summary: 'Check a number before a contact is made',
    description:
      'A contact made with the number afterwards has the verdict. A verdict younger than 30 days is reused.',
  })
  @ApiOkResponse({ standardSchema: PhoneCheckSchema })
  @ApiUnprocessableEntityResponse({ description: 'This is no phone number.', standardSchema: ProblemSchema })
  async check(
    @CurrentCaller() caller: Caller,
    @Body({ schema: NewPhoneCheckSchema }) body: z.infer<typeof NewPhoneCheckSchema>,
  ): Promise<PhoneCheckView> {
    return orProblem(await this.commands.execute(new CheckPhone(doerOf(caller), body.phone, body.country)));
  }
}
