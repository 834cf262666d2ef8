import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allow, AllowCompany, CurrentCaller, CurrentCompanyCaller } from '../http/access.ts';
import type { Caller, CompanyCaller } from '../ports/caller.ts';
import {
  AuditExportQuerySchema,
  AuditPageSchema,
  AuditQuerySchema,
  CompanyAuditExportQuerySchema,
} from './audit.schemas.ts';
import { exportAudit } from './export-audit.ts';
import { ListAudit } from './queries/list-audit.ts';

type AuditPage = z.infer<typeof AuditPageSchema>;

@ApiTags('Audit')
@Controller('api/v1')
export class AuditController {
  constructor(private readonly queries: QueryBus) {}

  @Get('audit')
  @Allow('audit:read')
  @ApiOperation({ operationId: 'listAudit', summary: 'Who did what at the dealer, the newest first' })
  @ApiOkResponse({ standardSchema: AuditPageSchema })
  list(
    @CurrentCaller() caller: Caller,
    @Query({ schema: AuditQuerySchema })
    { limit, cursor, ...search }: z.infer<typeof AuditQuerySchema>,
  ): Promise<AuditPage> {
    return this.queries.execute(new ListAudit(caller, search, { limit, cursor }));
  }

  @Get('audit.csv')
  @Allow('audit:read', { dealerInQuery: true })
  @ApiOperation({ operationId: 'exportAudit', summary: 'The same as a CSV file, all of it' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ description: 'CSV in UTF-8 with a line that names the columns.' })
  export(
    @CurrentCaller() caller: Caller,
    @Query({ schema: AuditExportQuerySchema })
    { dealer: _, ...search }: z.infer<typeof AuditExportQuerySchema>,
  ): StreamableFile {
    return exportAudit(this.queries, caller, search);
  }

  @Get('company/audit')
  @AllowCompany('company_audit:read')
  @ApiOperation({
    operationId: 'listCompanyAudit',
    summary: 'Who did what at the company and its dealers, the newest first',
  })
  @ApiOkResponse({ standardSchema: AuditPageSchema })
  listOfCompany(
    @CurrentCompanyCaller() caller: CompanyCaller,
    @Query({ schema: AuditQuerySchema })
    { limit, cursor, ...search }: z.infer<typeof AuditQuerySchema>,
  ): Promise<AuditPage> {
    return this.queries.execute(new ListAudit(caller, search, { limit, cursor }));
  }

  @Get('company/audit.csv')
  @AllowCompany('company_audit:read')
  @ApiOperation({ operationId: 'exportCompanyAudit', summary: 'The same as a CSV file, all of it' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ description: 'CSV in UTF-8 with a line that names the columns.' })
  exportOfCompany(
    @CurrentCompanyCaller() caller: CompanyCaller,
    @Query({ schema: CompanyAuditExportQuerySchema })
    search: z.infer<typeof CompanyAuditExportQuerySchema>,
  ): StreamableFile {
    return exportAudit(this.queries, caller, search);
  }
}
