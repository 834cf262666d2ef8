import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { isLocale } from '@keyholder/domain/branding/locale';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AllowEverybody } from '../http/access.ts';
import { notFound } from '../http/problem.ts';
import type { DraftView } from '../ports/drafts-on-show.ts';
import { LinkHosts } from '../ports/link-hosts.ts';
import { Settings } from '../settings.ts';
import { GetDraftPage } from './queries/get-draft-page.ts';

/** The page of a draft, behind its token. */
const PAGE = /^\/preview\/[^/]+\/([a-z]{2})(\/privacy)?\/(?:\?.*)?$/u;

/** What is asked for without a session: drafts by their signed address, and whether a host leads here. */
@ApiExcludeController()
@Controller()
export class DraftsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly hosts: LinkHosts,
    @Inject(Settings) private readonly settings: Settings,
  ) {}

  /** `<language>/` or `<language>/privacy/`, as below a brand's folder. */
  @Get('preview/:token/*')
  @AllowEverybody()
  async draft(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Query('scheme') scheme: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [, language = '', privacy] = PAGE.exec(request.url) ?? [];
    if (!isLocale(language)) throw notFound('draft');
    const view: DraftView = {
      language,
      page: privacy === undefined ? 'welcome' : 'privacy',
      scheme: scheme === 'light' || scheme === 'dark' ? scheme : null,
    };
    const html = await this.queries.execute(new GetDraftPage(token, view));
    if (html === null) throw notFound('draft');
    await reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('x-robots-tag', 'noindex')
      .header('content-security-policy', `frame-ancestors ${this.settings.publicUrl.origin}`)
      .removeHeader('x-frame-options')
      .send(html);
  }

  /** Answers the question that is put to the host of a brand's links. */
  @Get('api/welcome/host-check')
  @AllowEverybody()
  hostCheck(@Query('challenge') challenge: string | undefined): { readonly answer: string } {
    if (challenge === undefined || !/^[0-9a-f]{32}$/u.test(challenge)) throw notFound('question');
    return { answer: this.hosts.answer(challenge) };
  }
}
