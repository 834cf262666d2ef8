import { X } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useWords } from '../words/words.tsx';
import { IconButton } from './icon-button.tsx';
import { useFocusReturn } from './use-focus-return.ts';

interface WindowProps {
  readonly title: string;
  /** `window` in the middle, `drawer` at the side; both fill a phone's screen. */
  readonly kind?: 'window' | 'drawer';
  /** Asked by the close button and Escape, never by a press beside a window: that would lose what was typed. */
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog over the page; keeps focus inside, and gives it back when it goes. */
export function Window({ title, kind = 'window', onClose, children }: WindowProps) {
  const words = useWords();
  useFocusReturn();
  const heading = useRef<HTMLHeadingElement>(null);
  const titled = useRef(title);
  useEffect(() => {
    // What had focus may have gone with the window's last content; go on reading from the new title.
    if (titled.current !== title) heading.current?.focus();
    titled.current = title;
  }, [title]);
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable={kind === 'drawer'}
      className={`backdrop backdrop-${kind}`}
    >
      <Modal className={kind}>
        <Dialog className="dialog">
          <header className="dialog-header">
            <Heading slot="title" level={2} ref={heading} tabIndex={-1}>
              {title}
            </Heading>
            <IconButton label={words.common.close} onPress={onClose}>
              <X aria-hidden />
            </IconButton>
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
