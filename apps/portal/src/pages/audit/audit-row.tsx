import type { AuditEntry } from '../../api/settings.ts';
import { exactTime } from '../../format/relative-time.ts';
import { useFormattingLocale } from '../../format/use-locale.ts';
import { useWords } from '../../words/words.tsx';

export function AuditRow({ entry }: { readonly entry: AuditEntry }) {
  const words = useWords().audit;
  const locale = useFormattingLocale();
  const about = [entry.siteName, entry.contactName].filter((name) => name !== null).join(' · ');
  const detail = { action: entry.action, userAgent: entry.userAgent, ...entry.detail };
  return (
    <li className="plain-row">
      <div>
        <strong>{words.actions[entry.action]}</strong>
        {about !== '' && <span> · {about}</span>}
        <p className="muted small">
          {entry.actorName ?? words.somebody} ({words.actors[entry.actorKind]}),{' '}
          <time dateTime={entry.at}>{exactTime(new Date(entry.at), locale)}</time>
          {entry.fromAddress !== null && `, ${words.from(entry.fromAddress)}`}
        </p>
        <details>
          <summary className="small">{words.details}</summary>
          <pre className="audit-detail">{JSON.stringify(detail, null, 2)}</pre>
        </details>
      </div>
    </li>
  );
}
