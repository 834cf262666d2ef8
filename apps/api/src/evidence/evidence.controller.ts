import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Allow, CurrentCaller } from '../http/access.ts';
import { ProblemSchema } from '../http/problem.schemas.ts';
import { orProblem } from '../http/refusal-to-problem.ts';
import type { Caller } from '../ports/caller.ts';
import { ExportEvidence } from './commands/export-evidence.ts';
import { evidencePage } from './evidence-file.ts';
import { EvidenceExportSchema, NewEvidenceExportSchema, type EvidenceExport } from './evidence.schemas.ts';

/** The page holds its style itself and runs nothing. */
const PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

@ApiTags('Evidence')
@Controller('api/v1/contacts/:contactId/evidence-exports')
export class EvidenceController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @HttpCode(200)
  @Allow('evidence:read')
  @ApiOperation({
    operationId: 'exportEvidence',
    summary: 'Everything that proves how a contact came to be texted',
    description:
      'Also of a contact that was removed. A POST, because who took it is written down. With `html` the answer is a page (text/html), with `json` a file that a program can check offline.',
  })
  @ApiOkResponse({ standardSchema: EvidenceExportSchema })
  @ApiNotFoundResponse({ description: 'No such contact of yours.', standardSchema: ProblemSchema })
  async export(
    @CurrentCaller() caller: Caller,
    @Param('contactId', { schema: z.uuid() }) contactId: string,
    @Body({ schema: NewEvidenceExportSchema }) { format }: z.infer<typeof NewEvidenceExportSchema>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EvidenceExport | string> {
    const evidence = orProblem(await this.commands.execute(new ExportEvidence(caller, contactId, format)));
    void reply.header('content-disposition', `attachment; filename="evidence-${contactId}.${format}"`);
    if (format === 'json') return evidence;
    void reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', PAGE_POLICY);
    return evidencePage(evidence);
  }
}
