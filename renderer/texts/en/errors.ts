import type { FailureCode } from '../../../shared/bridge.ts';

const nothingChanged = 'Nothing was changed.';
const nothingImported = 'Nothing was imported.';
const typedIsKept = 'What you typed is still in the field; nothing else was changed.';
const mailsKept = 'No mail was lost: those not handed over wait for the next Get Website Data.';
const returnsKept = 'Orders, My page and mails go on; what came back is noted by the next Get Website Data.';
const nothingFetchedTwice =
  'Nothing is lost: what was not fetched or published now is taken by the next Get Website Data.';

/** Every failure in words: what happened, what was kept, what to do next. A named detail comes as ` (detail)`, or as nothing. */
export const errors = {
  unexpected: {
    what: 'Something went wrong in the program.',
    kept: 'The company file was not harmed: every change is stored as a whole or not at all.',
    next: 'Try again. If it happens again, close and open the program; the log file says more.',
  },
  'bad-input': {
    what: 'A value cannot be stored as it stands{{field}}.',
    kept: typedIsKept,
    next: 'Correct the value and leave the field again.',
  },
  'path-not-chosen': {
    what: 'That file or folder was not chosen since the program was started.',
    kept: 'It was neither read nor written.',
    next: 'Choose it again in the window where it is used.',
  },
  'company-from-newer-program': {
    what: 'This company file was last used by a newer version of Orderbud.',
    kept: 'The file was not opened and not changed.',
    next: 'Install the newest version of Orderbud and open the file again.',
  },
  'company-damaged': {
    what: 'The company file is damaged.',
    kept: 'The file was not changed. Earlier backups are untouched.',
    next: 'Open a backup from the folder of the company file.',
  },
  'company-found-damaged': {
    what: 'The company file is damaged. That was found while it was open, so it was closed.',
    kept: 'The file was not changed, and nothing was sent or published out of it. What was entered since it was opened lies beside it. Earlier backups are untouched.',
    next: 'Restore a backup, then enter anew what came after it.',
  },
  'company-in-use': {
    what: 'The company is open in another program{{user}}{{host}}.',
    kept: nothingChanged,
    next: 'Close it there, then open it here.',
  },
  'company-not-found': {
    what: 'There is no company file at this place.',
    kept: nothingChanged,
    next: 'Check that the disk or network folder is connected, or choose the file where it is now.',
  },
  'company-read-only': {
    what: 'The company file, or the folder that it lies in, may only be read.',
    kept: nothingChanged,
    next: 'Give yourself the right to write there, or copy the company file to a folder of your own and open it there.',
  },
  'disk-full': {
    what: 'The disk on which the company file lies is full.',
    kept: 'What could not be stored was not done, not even in part. All that was stored before is kept.',
    next: 'Make room on the disk, then try again. Mails that were under way are asked about after the next Get Website Data.',
  },
  'company-older-than-last-run': {
    what: 'This company file is older than the last run: it is a restored backup.',
    kept: 'No mail went, My page was left as it is, and what customers know was not changed.',
    next: 'Decide at the top of the window what the next run tells.',
  },
  'company-age-unknown': {
    what: 'This computer has not run Get Website Data for this company before, and the website could not be asked whether customers were told more than this file knows.',
    kept: 'No mail went, My page was left as it is, and what customers know was not changed.',
    next: 'See to it that the website can be reached and its key is entered, then start again.',
  },
  'paper-not-built': {
    what: 'The delivery note that was to go with the mail could not be drawn.',
    kept: 'The mail is held; nothing of it was told.',
    next: 'Print the delivery note from the order: if that fails too, put right what it names. The next Get Website Data tries again.',
  },
  'backup-damaged': {
    what: 'The backup is damaged or is no company file.',
    kept: 'The company is as it was.',
    next: 'Choose another backup.',
  },
  'backup-of-other-company': {
    what: 'The backup is of another company.',
    kept: 'The company is as it was.',
    next: 'Choose a backup of this company, or open the file with File – Open company.',
  },
  'backup-is-open-company': {
    what: 'This is the file of the open company itself.',
    kept: nothingChanged,
    next: 'Choose another name or another folder.',
  },
  'no-company-open': {
    what: 'No company is open.',
    kept: nothingChanged,
    next: 'Open a company with File – Open company.',
  },
  'engine-stopped': {
    what: 'The part of the program that does the work has stopped.',
    kept: 'Everything stored before is safe. A mail that was on its way is listed as uncertain and is never sent twice.',
    next: 'It is started again by itself. Try again in a moment; if it stays so, close and open the program.',
  },
  'keychain-unavailable': {
    what: 'The keychain of this computer cannot be reached, so passwords cannot be read or stored.',
    kept: 'Nothing is lost, and no password was stored anywhere else.',
    next: 'Unlock the keychain (on Linux: start a Secret Service such as GNOME Keyring), then try again.',
  },
  'logo-is-svg': {
    what: 'The logo is an SVG drawing, which cannot stand on papers.',
    kept: 'The logo that was there stays.',
    next: 'Save it as PNG or JPEG in the program it was drawn with, and choose that file.',
  },
  'logo-not-png-or-jpeg': {
    what: 'The file is no PNG or JPEG picture, or it is damaged.',
    kept: 'The logo that was there stays.',
    next: 'Choose another file.',
  },
  'logo-too-large': {
    what: 'The logo is larger than 1 MB or 4000 pixels.',
    kept: 'The logo that was there stays.',
    next: 'Make the picture smaller, 800 pixels wide is plenty, and choose it again.',
  },
  'logo-too-large-for-mail': {
    what: 'The logo is larger than 16 kB, and it would travel in every mail.',
    kept: 'The logo that was there stays.',
    next: 'Make the picture smaller, 400 pixels wide is plenty, and choose it again. PNG is small for drawings, JPEG for photographs.',
  },
  'folder-not-usable': {
    what: 'Files cannot be stored in that folder.',
    kept: 'The folder that was chosen before stays.',
    next: 'Choose a folder that is there and that you may write to.',
  },
  'secret-missing': {
    what: 'A password or key has not been entered on this computer.',
    kept: nothingChanged,
    next: 'Enter it under View – E-Commerce – Website Settings, on the tab E-mail (SMTP) or Website.',
  },
  'not-found': {
    what: 'What you asked for is no longer there.',
    kept: nothingChanged,
    next: 'Go back to the list and choose again.',
  },
  'order-changed-meanwhile': {
    what: 'The order was changed elsewhere since you opened it{{who}}.',
    kept: typedIsKept,
    next: 'The order has been read again. Check it, then repeat your change.',
  },
  'order-finished': {
    what: 'The order is finished, so this can no longer be done to it.',
    kept: nothingChanged,
    next: 'To take back an invoiced order, use Credit.',
  },
  'order-not-ready-for-invoicing': {
    what: 'The company settings allow invoicing only for orders marked Ready for invoicing.',
    kept: 'No invoice was made.',
    next: 'Mark Ready for invoicing on the tab Miscellaneous, then invoice again.',
  },
  'order-not-process-complete': {
    what: 'The company settings allow printing only for orders marked Process complete.',
    kept: 'Nothing was printed and nothing was changed.',
    next: 'Mark Process complete on the tab Miscellaneous, then print again.',
  },
  'order-not-fully-delivered': {
    what: 'The company settings allow invoicing only when all products of the order have been delivered.',
    kept: 'No invoice was made.',
    next: 'Deliver the rest first, or change the setting under View – Settings – Company.',
  },
  'nothing-to-deliver': {
    what: 'There is nothing to deliver: no line has a quantity in To be delivered.',
    kept: nothingChanged,
    next: 'Enter To be delivered on the tab Product lines, then try again.',
  },
  'nothing-to-invoice': {
    what: 'There is nothing to invoice: no line has a quantity in To be delivered.',
    kept: 'No invoice was made.',
    next: 'Enter To be delivered on the tab Product lines, then invoice again.',
  },
  'nothing-to-credit': {
    what: 'There is nothing to credit: nothing was invoiced, or all of it is credited already.',
    kept: 'No credit note was made.',
    next: 'Look at the tab History to see what was invoiced and credited.',
  },
  'order-partly-delivered': {
    what: 'Part of the order has been delivered already, so it cannot be cancelled as a whole.',
    kept: nothingChanged,
    next: 'Invoice what was delivered, or take it back with Credit.',
  },
  'not-enough-stock': {
    what: 'There is not enough in stock{{productNo}}.',
    kept: nothingChanged,
    next: 'Deliver less, receive the purchase first, or correct the stock under View – Warehouse – Stock taking.',
  },
  'quantity-out-of-range': {
    what: 'The quantity is larger than what is left, or below zero.',
    kept: typedIsKept,
    next: 'Enter a quantity between 0 and what remains.',
  },
  'purchase-not-transferred': {
    what: 'The purchase order has not been transferred to purchased yet.',
    kept: nothingChanged,
    next: 'Choose Transfer to purchased first.',
  },
  'purchase-finished': {
    what: 'The purchase order is finished, so this can no longer be done to it.',
    kept: nothingChanged,
    next: 'Make a new purchase order for what is missing.',
  },
  'run-in-progress': {
    what: 'Get Website Data is running already.',
    kept: 'The run goes on undisturbed.',
    next: 'Wait until it is done; its report appears in the same window.',
  },
  'run-lock-held': {
    what: 'Get Website Data is running on another computer{{user}}{{host}}.',
    kept: 'No customer is told twice: only one run at a time is let in.',
    next: 'Wait until it is done there, then start again.',
  },
  'mail-server-unreachable': {
    what: 'The mail server cannot be reached{{host}}.',
    kept: mailsKept,
    next: 'Check the internet connection, then server and port under Website Settings – E-mail (SMTP).',
  },
  'mail-server-login-refused': {
    what: 'The mail server did not accept the user name or the password.',
    kept: mailsKept,
    next: 'Enter both again under Website Settings – E-mail (SMTP), then Test connection.',
  },
  'mail-server-tls-failed': {
    what: 'No protected connection to the mail server could be made, so nothing was said to it.',
    kept: mailsKept,
    next: 'Check Security and Port under Website Settings – E-mail (SMTP): usually STARTTLS with 587 or TLS with 465.',
  },
  'mail-server-refused-sender': {
    what: 'The mail server does not accept the sender address.',
    kept: mailsKept,
    next: 'Use an address that belongs to your mail account under Website Settings – E-mail (SMTP).',
  },
  'mail-server-refuses-recipients': {
    what: 'The mail server refused three customers in a row, so sending was stopped.',
    kept: mailsKept,
    next: 'Ask your mail provider whether this account may send to other domains; the replies stand with the mails.',
  },
  'mail-settings-incomplete': {
    what: 'The mail settings of the website are not complete.',
    kept: 'Orders can be fetched and My page is updated; only mails wait.',
    next: 'Fill in server, port and sender address under Website Settings – E-mail (SMTP).',
  },
  'daily-limit': {
    what: 'The mail server takes no more mails today: the daily limit of the website is reached.',
    kept: mailsKept,
    next: 'Run Get Website Data again tomorrow; it goes on with the rest. The limit stands under Website Settings – E-mail (SMTP).',
  },
  'mail-server-token-refused': {
    what: 'The mail server did not accept the sign-in.',
    kept: mailsKept,
    next: 'Check under Website Settings – E-mail (SMTP) that the user name is the mailbox that signed in, and let your provider’s administrator allow authenticated SMTP for it; then sign in again.',
  },
  'oauth-settings-incomplete': {
    what: 'What is needed to sign in at the mail provider is not complete.',
    kept: mailsKept,
    next: 'Fill in user name and client id under Website Settings – E-mail (SMTP); addresses of another provider begin with https://.',
  },
  'oauth-not-signed-in': {
    what: 'Nobody has signed in at the mail provider on this computer.',
    kept: mailsKept,
    next: 'Click Sign in under Website Settings – E-mail (SMTP).',
  },
  'oauth-sign-in-expired': {
    what: 'The sign-in at the mail provider is no longer valid{{error}}.',
    kept: mailsKept,
    next: 'Click Sign in again under Website Settings – E-mail (SMTP).',
  },
  'oauth-sign-in-refused': {
    what: 'The mail provider did not sign you in{{error}}.',
    kept: nothingChanged,
    next: 'Try again and allow that Orderbud sends mails for the mailbox. If the provider refuses it, ask its administrator.',
  },
  'oauth-sign-in-not-finished': {
    what: 'Signing in was not finished in the browser.',
    kept: nothingChanged,
    next: 'Click Sign in and finish in the page that the browser opens.',
  },
  'oauth-client-refused': {
    what: 'The mail provider does not accept the client that was entered{{error}}.',
    kept: mailsKept,
    next: 'Check client id, client secret and directory under Website Settings – E-mail (SMTP) against what the provider shows.',
  },
  'oauth-server-unreachable': {
    what: 'The mail provider’s sign-in cannot be reached{{host}}.',
    kept: mailsKept,
    next: 'Check the internet connection and try again.',
  },
  'test-mail-to-customer': {
    what: 'The address is a customer’s. A test mail goes to an address of your own only.',
    kept: 'Nothing was sent.',
    next: 'Type an address of your own, such as the sender address.',
  },
  'return-box-incomplete': {
    what: 'The mailbox for mails that come back has no server or no user name.',
    kept: returnsKept,
    next: 'Fill in both under Website Settings – E-mail (SMTP), Mails that come back.',
  },
  'return-box-unreachable': {
    what: 'The mailbox for mails that come back does not answer{{host}}.',
    kept: returnsKept,
    next: 'Check the internet connection, then server and port under Website Settings – E-mail (SMTP), Mails that come back.',
  },
  'return-box-login-refused': {
    what: 'The mailbox for mails that come back did not accept the user name or the password.',
    kept: returnsKept,
    next: 'Enter both again under Website Settings – E-mail (SMTP), then Test the mailbox.',
  },
  'return-box-tls-failed': {
    what: 'No protected connection to the mailbox for mails that come back could be made, so nothing was said to it.',
    kept: returnsKept,
    next: 'Check security and port under Website Settings – E-mail (SMTP), Mails that come back: usually TLS with 993.',
  },
  'return-box-folder-missing': {
    what: 'The mailbox for mails that come back has no such folder.',
    kept: returnsKept,
    next: 'Enter the folder as the mail server names it under Website Settings – E-mail (SMTP); usually it is INBOX.',
  },
  'website-address-missing': {
    what: 'No address is entered for the website.',
    kept: nothingFetchedTwice,
    next: 'Enter the address of My page under Website Settings – Website.',
  },
  'website-unreachable': {
    what: 'The website cannot be reached.',
    kept: nothingFetchedTwice,
    next: 'Check the internet connection and the address under Website Settings – Website.',
  },
  'website-key-refused': {
    what: 'The website did not accept the key of this company.',
    kept: nothingFetchedTwice,
    next: 'Enter the key again under Website Settings – Website, then Test connection.',
  },
  'website-bad-answer': {
    what: 'The website gave an answer that cannot be read.',
    kept: nothingFetchedTwice,
    next: 'Check that the address under Website Settings – Website is that of My page, or ask whoever looks after it.',
  },
  'enquiry-not-waiting': {
    what: 'The enquiry has been decided already.',
    kept: nothingChanged,
    next: 'The list has been read again.',
  },
  'web-order-no-taken': {
    what: 'The register already has a webshop order with this number.',
    kept: nothingChanged,
    next: 'Compare the two orders. Reject this one if it came twice.',
  },
  'merge-changed-meanwhile': {
    what: 'Something changed meanwhile: mails would go to other addresses than shown.',
    kept: nothingChanged,
    next: 'Look at the addresses again, then merge.',
  },
  'customer-has-open-orders': {
    what: 'The customer still has orders that are not finished.',
    kept: nothingChanged,
    next: 'Finish or cancel them, then erase the customer.',
  },
  'contact-has-account': {
    what: 'This contact already has another account on the website.',
    kept: nothingChanged,
    next: 'Link the registration to another contact or make a new one.',
  },
  'account-not-approved': {
    what: 'The account is not approved on the website, so no link was mailed.',
    kept: nothingChanged,
    next: 'Set the account status to Approved and run Update Website, then send the link again.',
  },
  'account-not-published': {
    what: 'The website does not have the account as it stands here, so no link was mailed.',
    kept: nothingChanged,
    next: 'Run View – E-Commerce – Update Website, then send the link again.',
  },
  'my-page-no-mail-server': {
    what: 'My page has no mail server or no sender address, so it could not mail the link.',
    kept: 'The customer was sent nothing, and links sent before still work.',
    next: 'Enter a sender address under Website Settings – Password settings, or ask whoever looks after My page to enter its mail server there. Then send the link again.',
  },
  'website-mails-no-links': {
    what: 'This website does not mail links to choose a password when it is asked from here.',
    kept: nothingChanged,
    next: 'The customer can ask for a link on the website itself.',
  },
  'mail-not-uncertain': {
    what: 'The mail has been decided already.',
    kept: nothingChanged,
    next: 'The list has been read again.',
  },
  'text-faulty': {
    what: 'A text of the mails cannot be used: it has a placeholder that does not exist.',
    kept: 'The mail is held; nothing was mailed with a faulty text.',
    next: 'Correct the text under Website Settings – Settings Webshop – Customer communication.',
  },
  'import-in-progress': {
    what: 'An import is being stored, so nothing else can be stored just now.',
    kept: 'What you typed is still in the field.',
    next: 'Try again when the import is done, or cancel the import.',
  },
  'import-over': {
    what: 'What was read of the file is no longer there.',
    kept: nothingImported,
    next: 'Choose the file again.',
  },
  'import-has-faults': {
    what: 'Rows of the file cannot be imported as they stand.',
    kept: nothingImported,
    next: 'Go back one step and look at the preview again; the registers have changed since.',
  },
  'import-file-unreadable': {
    what: 'The file cannot be read.',
    kept: nothingImported,
    next: 'Close it in other programs, check that its disk is connected, and choose it again.',
  },
  'import-file-no-text': {
    what: 'The file is not a CSV file: it holds no plain text.',
    kept: nothingImported,
    next: 'Open it in Excel or the program it comes from, save it there as CSV, and choose that file.',
  },
  'import-file-too-large': {
    what: 'The file is larger than 100 MB or has more than 1,000,000 rows.',
    kept: nothingImported,
    next: 'Split it into several files, each with the row of column names, and import them one after the other.',
  },
  'import-quote-not-closed': {
    what: 'A quotation mark is opened on a line of the file and never closed{{line}}.',
    kept: nothingImported,
    next: 'Correct the line in the file, or choose another separator, then read it again.',
  },
} as const satisfies Record<FailureCode, { what: string; kept: string; next: string }>;
