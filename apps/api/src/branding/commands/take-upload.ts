import type { AssetKind } from '@keyholder/domain/branding/brand-asset';
import { UPLOAD_ACCEPTED } from '@keyholder/domain/branding/upload-limits';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CompanyCaller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';
import { Uploads } from '../../ports/uploads.ts';

/** A company sends a file for its brands. */
export class TakeUpload extends Command<Result<{ readonly id: string }, Refusal>> {
  constructor(
    readonly caller: CompanyCaller,
    readonly kind: AssetKind,
    /** As the file is called where it comes from. */
    readonly name: string,
    readonly body: AsyncIterable<Uint8Array>,
    readonly declaredBytes: number | null,
  ) {
    super();
  }
}

@CommandHandler(TakeUpload)
export class TakeUploadHandler implements ICommandHandler<TakeUpload> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly uploads: Uploads,
    private readonly clock: Clock,
  ) {}

  async execute(upload: TakeUpload): Promise<Result<{ readonly id: string }, Refusal>> {
    const { caller, kind, name, body, declaredBytes } = upload;
    const { companyId } = caller.tenant;
    const taken = await this.uploads.take({ companyId, kind, body, declaredBytes });
    if (!taken.ok)
      return err({ code: 'upload_refused', upload: taken.error, accepted: UPLOAD_ACCEPTED[kind] });
    const added = { at: this.clock.now(), by: caller.name };
    await this.unitOfWork.run(caller.tenant, (store) =>
      store.brandDrafts.addAsset({ ...taken.value, name }, added),
    );
    return ok({ id: taken.value.id });
  }
}
