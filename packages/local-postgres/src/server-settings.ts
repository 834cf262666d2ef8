/** Settings written before every start, so that a change here reaches clusters that exist already. */
export function serverSettings(port: number, forTests: boolean): string {
  const settings: Record<string, string> = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    // Only TCP: a socket in a shared folder would be one more door, and its path has a length limit.
    unix_socket_directories: '',
    // A failing statement and the detail of a duplicate key carry names and phone numbers: neither is logged.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    max_connections: forTests ? '300' : '100',
    ...(forTests ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name} = '${value}'\n`)
    .join('');
}

/** The name of the file with those settings, included from postgresql.conf. */
export const SETTINGS_FILE = 'keyholder.conf';
