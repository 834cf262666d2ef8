import { IMPORT_FIELDS, TEMPLATE_COLUMNS } from '@keyholder/domain/bulk/import-fields';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Download, FileUp } from 'lucide-react';
import { useState } from 'react';
import { Button, FileTrigger } from 'react-aria-components';
import { useNavigate } from 'react-router';
import { bulkKeys, uploadImport } from '../../api/bulk.ts';
import { paths } from '../../app/paths.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { download } from '../../ui/download.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useWords } from '../../words/words.tsx';
import { readCsv } from './read-csv.ts';
import { RunProgress } from './run-progress.tsx';

const MOST_ROWS = 20_000;
const EXAMPLE = [
  'RA-4471',
  'Ortiz Market',
  'Dana Ortiz',
  '218 Canal Street',
  'US',
  'America/Chicago',
  'Ana Pérez',
  '(212) 555-0100',
  'Manager',
  '1',
  '',
  'yes',
  'es',
];

/** Begins an import: the file is read here and given to the API row by row; nothing is written by that. */
export function ImportCard() {
  const words = useWords();
  const own = words.bulk.import;
  const navigate = useNavigate();
  const client = useQueryClient();
  const [unreadable, setUnreadable] = useState<'empty' | 'long' | null>(null);
  const [progress, setProgress] = useState({ given: 0, of: 0 });
  const uploading = useMutation({
    mutationFn: async (file: File) => {
      setUnreadable(null);
      const csv = readCsv(await file.arrayBuffer());
      if (csv === null || csv.rows.length > MOST_ROWS) {
        setUnreadable(csv === null ? 'empty' : 'long');
        return null;
      }
      setProgress({ given: 0, of: csv.rows.length });
      return uploadImport(file.name.slice(0, 200), csv.columns, csv.rows, (given) => {
        setProgress({ given, of: csv.rows.length });
      });
    },
    onSuccess: async (run) => {
      if (run === null) return;
      await client.invalidateQueries({ queryKey: bulkKeys.all });
      await navigate(paths.bulkRun(run.id));
    },
  });
  return (
    <section className="card bulk-card" aria-labelledby="import-heading">
      <h2 id="import-heading">{own.heading}</h2>
      <p>{own.intro}</p>
      <div className="contact-actions">
        <FileTrigger
          acceptedFileTypes={['.csv', '.tsv', '.txt', 'text/csv']}
          onSelect={(files) => {
            const file = files?.[0];
            if (file !== undefined && !uploading.isPending) uploading.mutate(file);
          }}
        >
          <Button className="button button-primary" aria-disabled={uploading.isPending}>
            <FileUp aria-hidden />
            <span>{uploading.isPending ? own.reading : own.choose}</span>
          </Button>
        </FileTrigger>
        <ActionButton
          tone="quiet"
          icon={<Download aria-hidden />}
          onPress={() => {
            const header = IMPORT_FIELDS.map((field) => TEMPLATE_COLUMNS[field]).join(',');
            download('keyholder-template.csv', `\uFEFF${header}\n${EXAMPLE.join(',')}\n`);
          }}
        >
          {own.template}
        </ActionButton>
      </div>
      {uploading.isPending && progress.of > 0 && (
        <RunProgress label={own.uploading} done={progress.given} of={progress.of} />
      )}
      {unreadable !== null && (
        <Notice tone="error" role="alert">
          <p>{unreadable === 'empty' ? own.empty : own.tooLong(MOST_ROWS)}</p>
        </Notice>
      )}
      {uploading.isError && <ProblemNotice error={uploading.error} title={own.interrupted} />}
    </section>
  );
}
