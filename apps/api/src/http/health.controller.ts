import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AllowEverybody } from './access.ts';
import { Readiness } from '../ports/readiness.ts';

@ApiExcludeController()
@Controller('health')
@AllowEverybody()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** The process runs. */
  @Get('live')
  live(): { readonly status: 'live' } {
    return { status: 'live' };
  }

  /** The process can serve: the database answers. */
  @Get('ready')
  async ready(): Promise<{ readonly status: 'ready' }> {
    if (!(await this.readiness.check())) throw new ServiceUnavailableException();
    return { status: 'ready' };
  }
}
