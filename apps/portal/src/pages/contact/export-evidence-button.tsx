import { useMutation } from '@tanstack/react-query';
import { FileCheck } from 'lucide-react';
import { exportEvidence, type Contact } from '../../api/contacts.ts';
import { useMay } from '../../app/use-may.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { download } from '../../ui/download.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useWords } from '../../words/words.tsx';

/** Takes the file that proves how the contact came to be texted. Who took it is written down. */
export function ExportEvidenceButton({ contact }: { readonly contact: Contact }) {
  const words = useWords().contact;
  const exporting = useMutation({
    mutationFn: () => exportEvidence(contact.id),
    onSuccess: (page) => {
      download(`evidence-${contact.id}.html`, page, 'text/html;charset=utf-8');
    },
  });
  if (!useMay('evidence:read')) return null;
  return (
    <>
      <ActionButton
        tone="quiet"
        icon={<FileCheck aria-hidden />}
        pendingWords={exporting.isPending ? words.exportingEvidence : null}
        onPress={() => {
          exporting.mutate();
        }}
      >
        {words.exportEvidence}
      </ActionButton>
      {exporting.isError && <ProblemNotice error={exporting.error} />}
    </>
  );
}
