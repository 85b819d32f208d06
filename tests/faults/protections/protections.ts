/** What guards against a class of faults, how it is taken out of the source, and the tests that must fail without it. */
export type Protection = {
  readonly against: string;
  readonly what: string;
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly source: string;
  readonly without: string;
  readonly project: 'faults' | 'unit' | 'integration';
  readonly test: string;
  /** Part of the names of those tests; all of the file where it is not given. */
  readonly named?: string | undefined;
};

const killed = { project: 'faults', test: 'tests/faults/kill-at-every-point.test.ts' } as const;
const mailServer = { project: 'faults', test: 'tests/faults/mail-server-faults.test.ts' } as const;
const website = { project: 'faults', test: 'tests/faults/website-faults.test.ts' } as const;
const companyFile = { project: 'integration', test: 'tests/integration/engine/db/company-file.test.ts' } as const;
const restored = {
  project: 'integration',
  test: 'tests/integration/engine/website-data/restored-backup.test.ts',
} as const;
const smtpClient = { project: 'integration', test: 'tests/integration/engine/outbox/smtp-client.test.ts' } as const;

export const protections: readonly Protection[] = [
  {
    against: 'kill -9',
    what: 'a run begins by settling what a killed one left in the middle of sending',
    file: 'main/engine/website-data/run-service.ts',
    source: '      recoverAfterCrash(tx, context);\n',
    without: '',
    ...killed,
  },
  {
    against: 'kill -9',
    what: 'that a body may leave is on the disk before its first byte leaves',
    file: 'main/engine/outbox/deliver-service.ts',
    source: 'beforeBody: () => parts.journal.write((tx) => markBodyMayLeave(tx, mail.id)),',
    without: 'beforeBody: async () => {},',
    ...killed,
  },
  {
    against: 'kill -9',
    what: 'a mail whose body may have left is not sent again after a crash',
    file: 'main/engine/outbox/outbox-store.ts',
    source: ' AND journal < 2`',
    without: '`',
    ...killed,
  },
  {
    against: 'kill -9',
    what: 'what the customer now knows moves in the commit of the acceptance',
    file: 'main/engine/outbox/deliver-service.ts',
    source: "    if (mail.kind === 'order-status') applyAcceptedMail(tx, context, mail.id);\n",
    without: '',
    ...mailServer,
  },
  {
    against: 'kill -9',
    what: 'a page of enquiries and its cursor are one commit',
    file: 'main/engine/website/fetch-enquiries-service.ts',
    source: '    report = company.command((tx, context) => storePage(',
    without:
      '    company.command((tx) => storeCursor(tx, options.websiteId, answer.cursor));\n    report = company.command((tx, context) => storePage(',
    ...killed,
  },
  {
    against: 'kill -9',
    what: 'mails that a killed run queued wait until they are made anew',
    file: 'main/engine/website-data/queue-mails-service.ts',
    source: '  company.command((tx) => leaveOlderMailsWaiting(tx, queueRun));\n',
    without: '',
    project: 'integration',
    test: 'tests/integration/engine/website-data',
  },
  {
    against: 'kill -9 while a backup is put back',
    what: 'the backup takes the place of the company by one rename',
    file: 'main/engine/db/restore-service.ts',
    source: "    onStep?.('kept-aside');\n",
    without: "    copyFileSync(backupPath, companyPath);\n    onStep?.('kept-aside');\n",
    project: 'faults',
    test: 'tests/faults/kill-restore.test.ts',
  },
  {
    against: 'mail server',
    what: 'a mail whose line was lost in its body is put before staff, not sent again',
    file: 'main/engine/outbox/next-step.ts',
    source: "      return 'mark-uncertain';",
    without: "      return 'wait';",
    ...mailServer,
    named: 'the line',
  },
  {
    against: 'mail server',
    what: 'an acceptance that comes before the whole body left counts for nothing',
    file: 'main/engine/outbox/smtp-client.ts',
    source: "error ?? (body.hasEnded ? null : { code: 'EPROTOCOL' })",
    without: 'error',
    ...smtpClient,
  },
  {
    against: 'mail server',
    what: 'what a server puts off is tried again',
    file: 'main/engine/outbox/next-step.ts',
    source: "      return failure.isTemporary ? 'wait' : 'refuse';\n    case 'line-lost-after-body-began':",
    without: "      return 'refuse';\n    case 'line-lost-after-body-began':",
    project: 'unit',
    test: 'tests/unit/engine/outbox',
  },
  {
    against: 'mail server',
    what: 'a sender or relay refused for good stops the sending, and condemns no customer',
    file: 'main/engine/outbox/next-step.ts',
    source: "    case 'sender':\n      return failure.isTemporary ? 'wait' : 'stop-sending';",
    without: "    case 'sender':\n      return 'refuse';",
    project: 'integration',
    test: 'tests/integration/engine/outbox/send-service.test.ts',
  },
  {
    against: 'mail server',
    what: 'off this machine a certificate must be vouched for',
    file: 'main/engine/outbox/smtp-settings.ts',
    source: 'rejectUnauthorized: !isLocal',
    without: 'rejectUnauthorized: false',
    project: 'unit',
    test: 'tests/unit/engine/outbox',
  },
  {
    against: 'website',
    what: 'only what the site has answered counts as published',
    file: 'main/engine/my-page/publish-service.ts',
    source: '      batch.map((sent) => sent.document),\n    );\n',
    without:
      "      batch.map((sent) => sent.document),\n    ).catch((): PublishHistoriesAnswer => ({ results: batch.map(({ document }) => ({ orderId: document.orderId, outcome: 'stored', version: document.version })) }));\n",
    ...website,
  },
  {
    against: 'website',
    what: 'an enquiry that came twice is taken once',
    file: 'main/engine/website/enquiry-store.ts',
    source: 'ON CONFLICT DO NOTHING',
    without: '',
    ...website,
  },
  {
    against: 'website',
    what: 'a cursor that the site does not know means reading from the start',
    file: 'main/engine/website/fetch-enquiries-service.ts',
    source: "      cursor = '';\n",
    without: "      throw new AppError('website-bad-answer', { reason: 'unknown-cursor' });\n",
    ...website,
  },
  {
    against: 'website',
    what: 'a failure of one step stops no other',
    file: 'main/engine/website-data/run-service.ts',
    source: '      if (error instanceof AppError) return { value: null, problem: error.code };\n',
    without: '      throw error;\n',
    ...website,
  },
  {
    against: 'power cut',
    what: 'a commit waits until the disk has it',
    file: 'main/engine/db/open-database.ts',
    source: "'synchronous = FULL'",
    without: "'synchronous = NORMAL'",
    project: 'faults',
    test: 'tests/faults/power-cut.test.ts',
    named: 'every commit',
  },
  {
    against: 'power cut',
    what: 'a lock that says nothing can be taken over',
    file: 'main/engine/db/file-lock.ts',
    source: '  } catch {\n    return unknownHolder;\n',
    without: '  } catch (error) {\n    throw error;\n',
    ...companyFile,
  },
  {
    against: 'full disk',
    what: 'want of room has a code of its own',
    file: 'main/engine/db/disk-full.ts',
    source: 'const isFull = error instanceof Error',
    without: 'const isFull = false && error instanceof Error',
    project: 'faults',
    test: 'tests/faults/disk-full.test.ts',
  },
  {
    against: 'full disk',
    what: 'a heartbeat that cannot be written ends nothing',
    file: 'main/engine/session.ts',
    source: "      this.log.unexpected('lock', error);",
    without: '      throw error;',
    ...companyFile,
  },
  {
    against: 'read-only file',
    what: 'a file or folder that cannot be written is refused before anything begins',
    file: 'main/engine/db/company-file.ts',
    source: 'accessSync(place, constants.W_OK)',
    without: 'accessSync(place, constants.R_OK)',
    project: 'faults',
    test: 'tests/faults/read-only.test.ts',
  },
  {
    against: 'two programs',
    what: 'a lock is made only where there is none',
    file: 'main/engine/db/file-lock.ts',
    source: "    write(path, 'wx', now());",
    without: "    write(path, 'w', now());",
    project: 'faults',
    test: 'tests/faults/two-programs.test.ts',
    named: 'nobody had it open',
  },
  {
    against: 'two programs',
    what: 'of several that find a dead lock one removes it, after a second look',
    file: 'main/engine/db/file-lock.ts',
    source: '    if (isSame) rmSync(path, { force: true });',
    without: '    rmSync(path, { force: true });',
    project: 'faults',
    test: 'tests/faults/two-programs.test.ts',
    named: 'a program that died',
  },
  {
    against: 'stale lock',
    what: "another machine's lock is taken over only when asked for",
    file: 'main/engine/db/file-lock.ts',
    source: "(judgement === 'stale' && !takeOver)",
    without: "(judgement === 'stale' && false)",
    ...companyFile,
  },
  {
    against: 'flipped bytes',
    what: 'a file is looked through before it is worked on',
    file: 'main/engine/db/file-check.ts',
    source: "return db.pragma('quick_check(1)', { simple: true }) === 'ok';",
    without: 'return db.open;',
    ...companyFile,
  },
  {
    against: 'flipped bytes',
    what: 'where the file is checked beside the open window, whatever tells or publishes waits for it',
    file: 'main/engine/website-data/run-service.ts',
    source: '    await whenSound(company.db);\n',
    without: '',
    project: 'integration',
    test: 'tests/integration/engine/db/file-check.test.ts',
  },
  {
    against: 'older file put back',
    what: 'a file older than the last run tells nobody until staff decide',
    file: 'main/engine/website-data/run-service.ts',
    source: "  if (guard.kind === 'older') return 'company-older-than-last-run';\n",
    without: '',
    ...restored,
  },
  {
    against: 'hostile window',
    what: 'a path counts only when a person chose it',
    file: 'main/engine/chosen-paths.ts',
    source: "  throw new AppError('path-not-chosen');",
    without: '  return path;',
    project: 'integration',
    test: 'tests/integration/engine/chosen-paths.test.ts',
  },
  {
    against: 'secrets in logs',
    what: 'the log keeps no address and nothing that an error quotes',
    file: 'main/engine/logging/engine-log.ts',
    source: '  const message = withoutQuotes(error.message);',
    without: '  const message = error.message;',
    project: 'unit',
    test: 'tests/unit/engine/logging',
  },
];
