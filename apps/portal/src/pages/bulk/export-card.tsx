import { useMutation } from '@tanstack/react-query';
import { FileDown } from 'lucide-react';
import { makeExport } from '../../api/bulk.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { download } from '../../ui/download.ts';
import { LiveStatus } from '../../ui/live-status.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useWords } from '../../words/words.tsx';

/** Exports contacts for the monitoring centre: everybody, or what has changed since the last export. */
export function ExportCard({ siteId }: { readonly siteId: string | null }) {
  const words = useWords().bulk.export;
  const exporting = useMutation({
    mutationFn: (onlyChanged: boolean) => makeExport(siteId, onlyChanged),
    onSuccess: ({ contacts, csv }) => {
      if (contacts > 0) download(`contacts-${new Date().toISOString().slice(0, 10)}.csv`, csv);
    },
  });
  return (
    <section className="card bulk-card" aria-labelledby="export-heading">
      <h2 id="export-heading">{words.heading}</h2>
      <p>{words.intro}</p>
      <div className="contact-actions">
        {([false, true] as const).map((onlyChanged) => (
          <ActionButton
            key={String(onlyChanged)}
            icon={<FileDown aria-hidden />}
            pendingWords={exporting.isPending && exporting.variables === onlyChanged ? words.making : null}
            onPress={() => {
              if (!exporting.isPending) exporting.mutate(onlyChanged);
            }}
          >
            {onlyChanged ? words.changed : words.everybody}
          </ActionButton>
        ))}
      </div>
      <LiveStatus>
        {exporting.data !== undefined && <p className="muted">{words.made(exporting.data.contacts)}</p>}
      </LiveStatus>
      {exporting.isError && <ProblemNotice error={exporting.error} />}
    </section>
  );
}
