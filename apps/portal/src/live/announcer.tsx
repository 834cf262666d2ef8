import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useCallback, useEffect, useState, type ReactNode } from 'react';

const AnnounceContext = createContext<(message: string) => void>(() => undefined);

/** Tells screen readers something at their next pause. */
export const useAnnounce = (): ((message: string) => void) => use(AnnounceContext);

const KEPT = 5;

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: {
      /** Told once it is done, where nothing that is read out appears by itself. */
      readonly says?: string;
    };
  }
}

/** Holds the live region. Its mark keeps it audible while a window hides the rest of the page. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [messages, setMessages] = useState<readonly { id: number; text: string }[]>([]);
  const announce = useCallback((text: string) => {
    setMessages((before) => [...before.slice(1 - KEPT), { id: (before.at(-1)?.id ?? 0) + 1, text }]);
  }, []);
  const done = useQueryClient().getMutationCache();
  useEffect(
    () =>
      done.subscribe((event) => {
        const isDone = event.type === 'updated' && event.action.type === 'success';
        if (isDone && event.mutation.meta?.says !== undefined) announce(event.mutation.meta.says);
      }),
    [done, announce],
  );
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className="visually-hidden" data-live-announcer="true" role="log" aria-live="polite">
        {messages.map(({ id, text }) => (
          <p key={id}>{text}</p>
        ))}
      </div>
    </AnnounceContext>
  );
}
