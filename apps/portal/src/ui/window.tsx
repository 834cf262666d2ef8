import { X } from 'lucide-react';
import { createContext, use, useCallback, useEffect, useMemo, useRef, type ReactNode } from 'react';
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

/** What is inside a window knows of it. */
interface OpenWindow {
  /** Closes it, without a question. */
  readonly leave: () => void;
  /**
   * Whoever closes the window is asked something in its place.
   * @param ask puts the question; null: the window closes
   * @returns takes the question back
   */
  readonly askFirst: (ask: (() => void) | null) => () => void;
}

const OpenWindowContext = createContext<OpenWindow | null>(null);

/** @throws Error outside a window */
export const useWindow = (): OpenWindow => {
  const open = use(OpenWindowContext);
  if (open === null) throw new Error('This is a part of a window.');
  return open;
};

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
  const question = useRef<(() => void) | null>(null);
  const close = (): void => (question.current ?? onClose)();
  const askFirst: OpenWindow['askFirst'] = useCallback((ask) => {
    question.current = ask;
    return () => {
      question.current = null;
    };
  }, []);
  const inside = useMemo(() => ({ leave: onClose, askFirst }), [onClose, askFirst]);
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(open) => {
        if (!open) close();
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
            <IconButton label={words.common.close} onPress={close}>
              <X aria-hidden />
            </IconButton>
          </header>
          <OpenWindowContext value={inside}>{children}</OpenWindowContext>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
