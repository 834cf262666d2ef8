import { Readable } from 'node:stream';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  ApiBody,
  ApiConflictResponse,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiResponse,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AllowCompany, CurrentCompanyCaller } from '../http/access.ts';
import { notFound } from '../http/problem.ts';
import { ProblemSchema } from '../http/problem.schemas.ts';
import { orProblem } from '../http/refusal-to-problem.ts';
import type { CompanyCaller } from '../ports/caller.ts';
import { UnitOfWork } from '../ports/unit-of-work.ts';
import { Uploads } from '../ports/uploads.ts';
import { AssetSchema, DealerBrandSchema, UploadQuerySchema, type AssetView } from './branding.schemas.ts';
import { AssignBrand } from './commands/assign-brand.ts';
import { TakeUpload } from './commands/take-upload.ts';

const TYPES: Readonly<Record<string, string>> = {
  webp: 'image/webp',
  jpg: 'image/jpeg',
  mp4: 'video/mp4',
  vtt: 'text/vtt; charset=utf-8',
};

@ApiTags('Brands')
@Controller('api/v1')
export class BrandFilesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly unitOfWork: UnitOfWork,
    private readonly uploads: Uploads,
  ) {}

  @Post('brand-files')
  @AllowCompany('brands:write')
  @ApiConsumes('application/octet-stream')
  @ApiBody({
    description: 'The file itself: logo and poster at most 5 MB, video 60 MB, captions 200 kB.',
    schema: { type: 'string', format: 'binary' },
  })
  @ApiOperation({
    operationId: 'uploadBrandFile',
    summary: 'Send a logo, a video, captions or a poster',
    description:
      'Read with limits and written anew: pictures become WebP, drawings pixels, films lose everything but picture and sound. What is kept is never the file that was sent.',
  })
  @ApiCreatedResponse({ standardSchema: AssetSchema })
  @ApiResponse({ status: 413, description: 'It is too large.', standardSchema: ProblemSchema })
  @ApiUnprocessableEntityResponse({ description: 'It cannot be used.', standardSchema: ProblemSchema })
  @ApiResponse({ status: 503, description: 'Many files are being read.', standardSchema: ProblemSchema })
  async upload(
    @CurrentCompanyCaller() caller: CompanyCaller,
    @Query({ schema: UploadQuerySchema }) query: z.infer<typeof UploadQuerySchema>,
    @Req() request: FastifyRequest,
  ): Promise<AssetView> {
    const length = Number(request.headers['content-length']);
    const body = request.body instanceof Readable ? request.body : Readable.from([]);
    const declared = Number.isSafeInteger(length) ? length : null;
    const { id } = orProblem(
      await this.commands.execute(new TakeUpload(caller, query.kind, query.name, body, declared)),
    );
    const assets = await this.unitOfWork.run(caller.tenant, (store) => store.brandDrafts.assets([id]));
    const asset = assets.get(id);
    if (asset === undefined) throw notFound('file');
    const { kind, file, bytes, width, height, seconds } = asset;
    return { id, kind, file, bytes, width, height, seconds };
  }

  @Get('brand-files/:file')
  @AllowCompany('brands:read')
  @Header('cache-control', 'private, max-age=31536000, immutable')
  @ApiOperation({ operationId: 'getBrandFile', summary: 'The content of one of the company’s files' })
  @ApiProduces('image/webp', 'image/jpeg', 'video/mp4', 'text/vtt')
  @ApiOkResponse({ description: 'The file.', schema: { type: 'string', format: 'binary' } })
  @ApiNotFoundResponse({ description: 'No such file of your company.', standardSchema: ProblemSchema })
  async file(
    @CurrentCompanyCaller() caller: CompanyCaller,
    @Param('file') file: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const content = await this.uploads.read(caller.tenant.companyId, file);
    if (content === null) throw notFound('file');
    const type = TYPES[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    await reply.header('content-type', type).header('x-content-type-options', 'nosniff').send(content);
  }

  @Put('dealers/:dealerId/brand')
  @HttpCode(204)
  @AllowCompany('brands:write')
  @ApiOperation({
    operationId: 'assignBrand',
    summary: 'Let a dealer’s texts and pages carry another brand',
    description: 'Who stopped the texts of the dealer’s earlier brand gets none of the new one either.',
  })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({
    description: 'No such dealer or brand of your company.',
    standardSchema: ProblemSchema,
  })
  @ApiConflictResponse({ description: 'The brand was never published.', standardSchema: ProblemSchema })
  async assign(
    @CurrentCompanyCaller() caller: CompanyCaller,
    @Param('dealerId', { schema: z.uuid() }) dealerId: string,
    @Body({ schema: DealerBrandSchema }) body: z.infer<typeof DealerBrandSchema>,
  ): Promise<void> {
    orProblem(await this.commands.execute(new AssignBrand(caller, dealerId, body.brandId)));
  }
}
