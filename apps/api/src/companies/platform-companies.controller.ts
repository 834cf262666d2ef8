import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { z } from 'zod';
import { AllowSupport, CurrentSupporter } from '../http/access.ts';
import { ProblemSchema } from '../http/problem.schemas.ts';
import { orProblem } from '../http/refusal-to-problem.ts';
import type { Supporter } from '../ports/caller.ts';
import { MakeCompany } from './commands/make-company.ts';
import { SetUpSender } from './commands/set-up-sender.ts';
import {
  MadeCompanySchema,
  NewCompanySchema,
  NewSenderSchema,
  PlatformCompanyPageSchema,
  PlatformCompanyQuerySchema,
  PlatformCompanySchema,
  type PlatformCompany,
} from './companies.schemas.ts';
import { GetPlatformCompany } from './queries/get-platform-company.ts';
import { ListPlatformCompanies } from './queries/list-platform-companies.ts';

/** For the platform's support. */
@ApiTags('Platform')
@Controller('api/v1/platform/companies')
export class PlatformCompaniesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @AllowSupport('companies:manage')
  @ApiOperation({
    operationId: 'listPlatformCompanies',
    summary: 'Every company, the newest first, with what it still needs before it can text',
  })
  @ApiOkResponse({ standardSchema: PlatformCompanyPageSchema })
  list(
    @Query({ schema: PlatformCompanyQuerySchema })
    { query, ...page }: z.infer<typeof PlatformCompanyQuerySchema>,
  ): Promise<z.infer<typeof PlatformCompanyPageSchema>> {
    return this.queries.execute(new ListPlatformCompanies(query ?? '', page));
  }

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
    const input = { ...body, sender: body.sender ?? null, language: body.language ?? 'en' };
    return orProblem(await this.commands.execute(new MakeCompany(supporter, input)));
  }

  @Post(':companyId/senders')
  @AllowSupport('companies:manage')
  @ApiOperation({
    operationId: 'setUpSender',
    summary: 'Set a number or a messaging service of the provider up for a company',
    description: 'The company’s admins choose among its senders when they publish a brand.',
  })
  @ApiCreatedResponse({ standardSchema: PlatformCompanySchema })
  @ApiNotFoundResponse({ description: 'No such company.', standardSchema: ProblemSchema })
  @ApiConflictResponse({
    description: 'It is set up already, for this company or for another.',
    standardSchema: ProblemSchema,
  })
  @ApiUnprocessableEntityResponse({
    description: 'Nothing can be sent from this, or a number of it is none.',
    standardSchema: ProblemSchema,
  })
  async setUp(
    @CurrentSupporter() supporter: Supporter,
    @Param('companyId', { schema: z.uuid() }) companyId: string,
    @Body({ schema: NewSenderSchema }) body: z.infer<typeof NewSenderSchema>,
  ): Promise<PlatformCompany> {
    orProblem(
      await this.commands.execute(new SetUpSender(supporter, companyId, body.sender, body.numbers ?? [])),
    );
    return orProblem(await this.queries.execute(new GetPlatformCompany(companyId)));
  }
}
