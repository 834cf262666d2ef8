import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { z } from 'zod';
import { AllowSupport, CurrentSupporter } from '../http/access.ts';
import { ProblemSchema } from '../http/problem.schemas.ts';
import { orProblem } from '../http/refusal-to-problem.ts';
import type { Supporter } from '../ports/caller.ts';
import { MakeCompany } from './commands/make-company.ts';
import { MadeCompanySchema, NewCompanySchema } from './companies.schemas.ts';

/** For the platform's support. */
@ApiTags('Platform')
@Controller('api/v1/platform/companies')
export class PlatformCompaniesController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @AllowSupport('companies:manage')
  @ApiOperation({
    operationId: 'makeCompany',
    summary: 'Make a stand-alone dealer in one step',
    description:
      'A company with one dealer and one brand; its admin is invited by e-mail. No text goes out before the admin has published the brand.',
  })
  @ApiCreatedResponse({ standardSchema: MadeCompanySchema })
  @ApiConflictResponse({
    description: 'The brand key or the sender is taken.',
    standardSchema: ProblemSchema,
  })
  @ApiUnprocessableEntityResponse({
    description: 'Some fields cannot be accepted.',
    standardSchema: ProblemSchema,
  })
  async make(
    @CurrentSupporter() supporter: Supporter,
    @Body({ schema: NewCompanySchema }) body: z.infer<typeof NewCompanySchema>,
  ): Promise<z.infer<typeof MadeCompanySchema>> {
    const input = { ...body, sender: body.sender ?? null };
    return orProblem(await this.commands.execute(new MakeCompany(supporter, input)));
  }
}
