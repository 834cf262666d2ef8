import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Patch, Post, Put } from '@nestjs/common';
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
import { AllowCompany, CurrentCompanyCaller } from '../http/access.ts';
import { ProblemSchema } from '../http/problem.schemas.ts';
import { orProblem } from '../http/refusal-to-problem.ts';
import { ETAG_HEADER, IfMatch, NeedsIfMatch, Versioned } from '../http/versions.ts';
import type { CompanyCaller } from '../ports/caller.ts';
import type { Precondition } from '../ports/precondition.ts';
import {
  BrandKeySchema,
  BrandListSchema,
  BrandSchema,
  BrandVersionListSchema,
  DraftAddressSchema,
  DraftEditSchema,
  NewBrandSchema,
  type BrandListView,
  type BrandVersionListView,
  type BrandView,
} from './branding.schemas.ts';
import { ChangeBrandKey } from './commands/change-brand-key.ts';
import { CheckLinkHost } from './commands/check-link-host.ts';
import { CreateBrand } from './commands/create-brand.ts';
import { EditDraft } from './commands/edit-draft.ts';
import { PublishDraft, RollBack } from './commands/publish-draft.ts';
import { ShowDraft } from './commands/show-draft.ts';
import { GetBrand } from './queries/get-brand.ts';
import { ListBrands } from './queries/list-brands.ts';
import { ListVersions } from './queries/list-versions.ts';

const NO_BRAND = { description: 'No such brand of your company.', standardSchema: ProblemSchema };
const REFUSED = { description: 'Some fields cannot be accepted.', standardSchema: ProblemSchema };

@ApiTags('Brands')
@Controller('api/v1/brands')
@Versioned()
export class BrandsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @AllowCompany('brands:read')
  @ApiOperation({ operationId: 'listBrands', summary: 'Brands of the company, and which dealers carry them' })
  @ApiOkResponse({ standardSchema: BrandListSchema })
  list(@CurrentCompanyCaller() caller: CompanyCaller): Promise<BrandListView> {
    return this.queries.execute(new ListBrands(caller));
  }

  @Post()
  @AllowCompany('brands:write')
  @ApiOperation({
    operationId: 'createBrand',
    summary: 'Begin a brand; nobody sees it before it is published',
  })
  @ApiCreatedResponse({ standardSchema: BrandSchema, headers: ETAG_HEADER })
  @ApiConflictResponse({ description: 'The address is taken.', standardSchema: ProblemSchema })
  @ApiUnprocessableEntityResponse(REFUSED)
  async create(
    @CurrentCompanyCaller() caller: CompanyCaller,
    @Body({ schema: NewBrandSchema }) body: z.infer<typeof NewBrandSchema>,
  ): Promise<BrandView> {
    const made = await this.commands.execute(new CreateBrand(caller, body.name, body.brandKey ?? null));
    return this.view(caller, orProblem(made).id);
  }

  @Get(':brandId')
  @AllowCompany('brands:read')
  @ApiOperation({ operationId: 'getBrand', summary: 'One brand: its draft, and what was found about it' })
  @ApiOkResponse({ standardSchema: BrandSchema, headers: ETAG_HEADER })
  @ApiNotFoundResponse(NO_BRAND)
  get(
    @CurrentCompanyCaller() caller: CompanyCaller,
    @Param('brandId', { schema: z.uuid() }) brandId: string,
  ): Promise<BrandView> {
    return this.view(caller, brandId);
  }

  @Patch(':brandId/draft')
  @AllowCompany('brands:write')
  @NeedsIfMatch()
  @ApiOperation({
    operationId: 'editDraft',
    summary: 'Change the draft',
    description:
      'What is incomplete is kept and named in `findings`; what could never be published is refused. Nobody else sees a draft.',
  })
  @ApiOkResponse({ standardSchema: BrandSchema, headers: ETAG_HEADER })
  @ApiNotFoundResponse(NO_BRAND)
  @ApiUnprocessableEntityResponse(REFUSED)
  async edit(
    @CurrentCompanyCaller() caller: CompanyCaller,
    @Param('brandId', { schema: z.uuid() }) brandId: string,
    @IfMatch() precondition: Precondition,
    @Body({ schema: DraftEditSchema }) body: z.infer<typeof DraftEditSchema>,
  ): Promise<BrandView> {
    orProblem(await this.commands.execute(new EditDraft(caller, brandId, precondition, body)));
    return this.view(caller, brandId);
  }

  @Post(':brandId/publish')
  @HttpCode(200)
  @AllowCompany('brands:publish')
  @NeedsIfMatch()
  @ApiOperation({
    operationId: 'publishBrand',
    summary: 'Publish the draft',
    description:
      'Refused while a finding is red. The pages follow within a moment (`liveVersion`). Publishing what is published already changes nothing.',
  })
  @ApiOkResponse({ standardSchema: BrandSchema, headers: ETAG_HEADER })
  @ApiNotFoundResponse(NO_BRAND)
  @ApiConflictResponse({ description: 'A red finding stops publishing.', standardSchema: ProblemSchema })
  async publish(
    @CurrentCompanyCaller() caller: CompanyCaller,
    @Param('brandId', { schema: z.uuid() }) brandId: string,
    @IfMatch() precondition: Precondition,
  ): Promise<BrandView> {
    orProblem(await this.commands.execute(new PublishDraft(caller, brandId, precondition)));
    return this.view(caller, brandId);
  }

  @Get(':brandId/versions')
  @AllowCompany('brands:read')
  @ApiOperation({ operationId: 'listBrandVersions', summary: 'What was published, when and by whom' })
  @ApiOkResponse({ standardSchema: BrandVersionListSchema })
  @ApiNotFoundResponse(NO_BRAND)
  async versions(
    @CurrentCompanyCaller() caller: CompanyCaller,
    @Param('brandId', { schema: z.uuid() }) brandId: string,
  ): Promise<BrandVersionListView> {
    await this.view(caller, brandId);
    return this.queries.execute(new ListVersions(caller, brandId));
  }

  @Post(':brandId/versions/:version/publish')
  @HttpCode(200)
  @AllowCompany('brands:publish')
  @ApiOperation({
    operationId: 'rollBackBrand',
    summary: 'Publish an earlier version again, under a new number; the draft stays as it is',
  })
  @ApiOkResponse({ standardSchema: BrandSchema, headers: ETAG_HEADER })
  @ApiNotFoundResponse({ description: 'No such version.', standardSchema: ProblemSchema })
  @ApiConflictResponse({ description: 'A red finding stops publishing.', standardSchema: ProblemSchema })
  async rollBack(
    @CurrentCompanyCaller() caller: CompanyCaller,
    @Param('brandId', { schema: z.uuid() }) brandId: string,
    @Param('version', ParseIntPipe) version: number,
  ): Promise<BrandView> {
    orProblem(await this.commands.execute(new RollBack(caller, brandId, version)));
    return this.view(caller, brandId);
  }

  @Put(':brandId/key')
  @AllowCompany('brands:write')
  @ApiOperation({
    operationId: 'changeBrandKey',
    summary: 'Give the pages another address; links with the earlier one go on working',
  })
  @ApiOkResponse({ standardSchema: BrandSchema, headers: ETAG_HEADER })
  @ApiNotFoundResponse(NO_BRAND)
  @ApiConflictResponse({ description: 'The address is taken.', standardSchema: ProblemSchema })
  @ApiUnprocessableEntityResponse(REFUSED)
  async changeKey(
    @CurrentCompanyCaller() caller: CompanyCaller,
    @Param('brandId', { schema: z.uuid() }) brandId: string,
    @Body({ schema: BrandKeySchema }) body: z.infer<typeof BrandKeySchema>,
  ): Promise<BrandView> {
    orProblem(await this.commands.execute(new ChangeBrandKey(caller, brandId, body.brandKey)));
    return this.view(caller, brandId);
  }

  @Post(':brandId/link-host-check')
  @HttpCode(200)
  @AllowCompany('brands:write')
  @ApiOperation({
    operationId: 'checkLinkHost',
    summary: 'Ask whether the host of the links leads to this installation',
  })
  @ApiOkResponse({ standardSchema: BrandSchema, headers: ETAG_HEADER })
  @ApiNotFoundResponse(NO_BRAND)
  async checkLinkHost(
    @CurrentCompanyCaller() caller: CompanyCaller,
    @Param('brandId', { schema: z.uuid() }) brandId: string,
  ): Promise<BrandView> {
    orProblem(await this.commands.execute(new CheckLinkHost(caller, brandId)));
    return this.view(caller, brandId);
  }

  @Post(':brandId/preview')
  @HttpCode(200)
  @AllowCompany('brands:read')
  @ApiOperation({
    operationId: 'showDraft',
    summary: 'An address at which the draft can be looked at for half an hour',
    description: 'Of another origin than the portal’s. Whoever has the address sees the draft as it then is.',
  })
  @ApiOkResponse({ standardSchema: DraftAddressSchema })
  @ApiNotFoundResponse(NO_BRAND)
  @ApiConflictResponse({ description: 'Drafts are not shown here.', standardSchema: ProblemSchema })
  async preview(
    @CurrentCompanyCaller() caller: CompanyCaller,
    @Param('brandId', { schema: z.uuid() }) brandId: string,
  ): Promise<z.infer<typeof DraftAddressSchema>> {
    const shown = orProblem(await this.commands.execute(new ShowDraft(caller, brandId)));
    return { address: shown.address, expiresAt: shown.expiresAt.toISOString() };
  }

  private async view(caller: CompanyCaller, brandId: string): Promise<BrandView> {
    return orProblem(await this.queries.execute(new GetBrand(caller, brandId)));
  }
}
