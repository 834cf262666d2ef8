import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../words/words.tsx';
import { IconButton } from './icon-button.tsx';

const ICONS = { info: Info, good: CircleCheck, warning: TriangleAlert, error: CircleAlert } as const;

interface NoticeProps {
  readonly tone: keyof typeof ICONS;
  readonly title?: string;
  readonly children?: ReactNode;
  /** `alert` interrupts, `status` waits; without, it is read where it stands. */
  readonly role?: 'alert' | 'status';
  readonly onDismiss?: () => void;
}

/** A framed remark with an icon. */
export function Notice({ tone, title, children, role, onDismiss }: NoticeProps) {
  const words = useWords();
  const Icon = ICONS[tone];
  return (
    <div className={`notice notice-${tone}`} role={role}>
      <Icon aria-hidden />
      <div className="notice-text">
        {title !== undefined && <strong>{title}</strong>}
        {children}
      </div>
      {onDismiss !== undefined && (
        <IconButton label={words.common.dismiss} onPress={onDismiss}>
          <X aria-hidden />
        </IconButton>
      )}
    </div>
  );
}
