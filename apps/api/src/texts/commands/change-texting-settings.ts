import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { changesBetween } from '@keyholder/domain/shared/changes';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { checkDealerSettings, type DealerSettings } from '@keyholder/domain/time/dealer-settings';
import { actorOf, type Caller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';

const flat = ({ quietHours, ...rest }: DealerSettings) => ({
  ...rest,
  quietFrom: quietHours.from,
  quietUntil: quietHours.until,
});

/** A dealer decides about reminders, quiet hours and how old a line check may grow. */
export class ChangeTextingSettings extends Command<Result<void, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly settings: DealerSettings,
  ) {
    super();
  }
}

@CommandHandler(ChangeTextingSettings)
export class ChangeTextingSettingsHandler implements ICommandHandler<ChangeTextingSettings> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  execute({ caller, settings }: ChangeTextingSettings): Promise<Result<void, Refusal>> {
    const checked = checkDealerSettings(settings);
    if (!checked.ok) return Promise.resolve(err({ code: 'invalid_fields', errors: checked.error }));
    const { dealerId } = caller.tenant;
    return this.unitOfWork.run(caller.tenant, async (store): Promise<Result<void, Refusal>> => {
      const before = flat(await store.dealerSettings.load(dealerId));
      const after = flat(checked.value);
      const changes = changesBetween(before, after, [
        'reminderAfterDays',
        'quietFrom',
        'quietUntil',
        'recheckAfterDays',
      ]);
      if (changes.length === 0) return ok(undefined);
      await store.dealerSettings.save(dealerId, checked.value);
      store.audit.add({
        actor: actorOf(caller),
        action: 'texting_settings.changed',
        detail: { changes },
        at: this.clock.now(),
      });
      return ok(undefined);
    });
  }
}
