import type { Schemas } from '@keyholder/api-client';
import { Facts } from '../../ui/facts.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { useWords } from '../../words/words.tsx';

/** Every text to the contact with what the provider knows it by. */
export function CaseTexts({ texts }: { readonly texts: readonly Schemas['SupportCaseText'][] }) {
  const words = useWords().desk;
  if (texts.length === 0) return <p className="muted">{words.noTexts}</p>;
  return (
    <ol className="plain-rows">
      {texts.map((text) => (
        <li key={text.textId} className="plain-row">
          <div>
            <strong>
              {text.kind.replaceAll('_', ' ')}: {text.state}
            </strong>
            {text.reason !== null && ` (${text.reason.replaceAll('_', ' ')})`}
            <p className="muted small">
              <RelativeTime moment={text.queuedAt} />
            </p>
            <Facts
              facts={[
                [words.code, text.providerCode],
                [words.messageId, text.messageId],
                [words.fromNumber, text.from],
                [words.toNumber, text.to],
              ]}
            />
          </div>
        </li>
      ))}
    </ol>
  );
}
