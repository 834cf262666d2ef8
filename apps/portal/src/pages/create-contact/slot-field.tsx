import { nextFreeSlot } from '@keyholder/domain/site/slot-numbers';
import type { Draft } from '../../forms/use-draft.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { useWords } from '../../words/words.tsx';
import type { ContactDraft } from './contact-draft.ts';

interface SlotFieldProps {
  readonly draft: Draft<ContactDraft>;
  readonly takenSlots: readonly number[];
}

/** The slot number, with the next free one a press away. */
export function SlotField({ draft, takenSlots }: SlotFieldProps) {
  const words = useWords().contact;
  const free = nextFreeSlot(takenSlots);
  return (
    <div className="slot-field">
      <LineField
        label={words.slotNumber}
        {...draft.field('slotNumber')}
        inputMode="numeric"
        autoComplete="off"
        optional
        hint={words.slotNumberHint}
        onBlur={() => {
          draft.leave('slotNumber');
        }}
      />
      {free !== null && draft.values.slotNumber !== String(free) && (
        <ActionButton
          tone="quiet"
          onPress={() => {
            draft.set('slotNumber', String(free));
          }}
        >
          {words.takeSlot(free)}
        </ActionButton>
      )}
    </div>
  );
}
