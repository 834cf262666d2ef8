import { useLocation, useNavigate } from 'react-router';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words/words.tsx';
import { LiveStatus } from '../../ui/live-status.tsx';

/** What a window that just closed has done; travels in the history entry. */
export interface SiteNoticeState {
  readonly done: 'sent' | 'created';
  readonly name: string;
}

const isNotice = (state: unknown): state is SiteNoticeState =>
  typeof state === 'object' && state !== null && 'done' in state && 'name' in state;

/** Says on the site's page what was done in the window. */
export function SiteNotice() {
  const words = useWords().site;
  const { state, pathname } = useLocation() as { state: unknown; pathname: string };
  const navigate = useNavigate();
  return (
    <LiveStatus>
      {isNotice(state) && (
        <Notice
          tone={state.done === 'sent' ? 'good' : 'info'}
          onDismiss={() => void navigate(pathname, { replace: true, preventScrollReset: true })}
        >
          <p>{state.done === 'sent' ? words.sentNotice(state.name) : words.createdNotice(state.name)}</p>
        </Notice>
      )}
    </LiveStatus>
  );
}
