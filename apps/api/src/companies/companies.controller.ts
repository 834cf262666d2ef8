import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { z } from 'zod';
import { AllowCompany, CurrentCompanyCaller } from '../http/access.ts';
import { ProblemSchema } from '../http/problem.schemas.ts';
import { orProblem } from '../http/refusal-to-problem.ts';
import { ETAG_HEADER, IfMatch, NeedsIfMatch, Versioned } from '../http/versions.ts';
import type { CompanyCaller } from '../ports/caller.ts';
import type { Precondition } from '../ports/precondition.ts';
import { AddDealer } from './commands/add-dealer.ts';
import { ChangeCompany } from './commands/change-company.ts';
import {
  CompanyChangeSchema,
  CompanySchema,
  DealersSchema,
  NewDealerSchema,
  type CompanyChange,
  type CompanyView,
} from './companies.schemas.ts';
import { GetCompany } from './queries/get-company.ts';
import { ListDealers } from './queries/list-dealers.ts';

@ApiTags('Company')
@Controller('api/v1/company')
@Versioned()
export class CompaniesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @AllowCompany('company_settings:read')
  @ApiOperation({ operationId: 'getCompany', summary: 'Settings of the company' })
  @ApiOkResponse({ standardSchema: CompanySchema, headers: ETAG_HEADER })
  get(@CurrentCompanyCaller() caller: CompanyCaller): Promise<CompanyView> {
    return this.queries.execute(new GetCompany(caller));
  }

  @Patch()
  @AllowCompany('company_settings:write')
  @NeedsIfMatch()
  @ApiOperation({ operationId: 'changeCompany', summary: 'Change settings of the company' })
  @ApiOkResponse({ standardSchema: CompanySchema, headers: ETAG_HEADER })
  @ApiUnprocessableEntityResponse({
    description: 'Some fields cannot be accepted.',
    standardSchema: ProblemSchema,
  })
  async change(
    @CurrentCompanyCaller() caller: CompanyCaller,
    @IfMatch() precondition: Precondition,
    @Body({ schema: CompanyChangeSchema }) body: CompanyChange,
  ): Promise<CompanyView> {
    orProblem(await this.commands.execute(new ChangeCompany(caller, precondition, body)));
    return this.get(caller);
  }

  @Get('dealers')
  @AllowCompany('dealers:manage')
  @ApiOperation({ operationId: 'listDealers', summary: 'Dealers of the company' })
  @ApiOkResponse({ standardSchema: DealersSchema })
  async dealers(@CurrentCompanyCaller() caller: CompanyCaller): Promise<z.infer<typeof DealersSchema>> {
    return { items: await this.queries.execute(new ListDealers(caller)) };
  }

  @Post('dealers')
  @AllowCompany('dealers:manage')
  @ApiOperation({ operationId: 'addDealer', summary: 'Add a dealer that uses the company’s brand' })
  @ApiCreatedResponse({ standardSchema: DealersSchema })
  @ApiUnprocessableEntityResponse({
    description: 'The name cannot be accepted.',
    standardSchema: ProblemSchema,
  })
  async addDealer(
    @CurrentCompanyCaller() caller: CompanyCaller,
    @Body({ schema: NewDealerSchema }) body: z.infer<typeof NewDealerSchema>,
  ): Promise<z.infer<typeof DealersSchema>> {
    orProblem(await this.commands.execute(new AddDealer(caller, body.name)));
    return this.dealers(caller);
  }
}
