import type { ReactNode } from 'react';
import { useWords } from '../words/words.tsx';

/** Names and values. @param facts null values read "None" */
export function Facts({ facts }: { readonly facts: readonly (readonly [string, ReactNode])[] }) {
  const words = useWords();
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value ?? <span className="muted">{words.common.none}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
