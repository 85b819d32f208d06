/** Words that every window shares. A text with a number in it has a form for one and a form for more (`_one`, `_other`). */
export const common = {
  button: {
    cancel: 'Cancel',
    close: 'Close',
    tryAgain: 'Try again',
    dismiss: 'Dismiss',
    back: 'Back',
    openCalendar: 'Open calendar',
  },
  word: {
    yes: 'Yes',
    no: 'No',
  },
  list: {
    show: 'Show',
    columns: 'Columns',
    loading: 'Loading',
    actions: 'Actions',
    nothingFoundFor: 'Nothing found for “{{search}}”',
    firstColumns: 'Columns as at first',
    moveUp: 'Move {{column}} up',
    moveDown: 'Move {{column}} down',
  },
  selection: {
    bar: '{{list}}, what is selected',
    count_one: '{{count}} selected',
    count_other: '{{count}} selected',
    clear: 'Clear selection',
    all: 'Select all rows shown',
    row: 'Select {{row}}',
    open: 'Open',
    more: 'More for the selection',
  },
  change: {
    action: 'Change…',
    field: 'What to change',
    value: 'New value',
    unchanged_one: '{{count}} had that value already.',
    unchanged_other: '{{count}} had that value already.',
  },
  search: {
    typeToSearch: 'Type to search',
    nothingFound: 'Nothing found',
    searching: 'Searching',
    clear: 'Clear search',
  },
  date: {
    dayLetters: 'dd',
    monthLetters: 'mm',
    yearLetters: 'yyyy',
  },
  wrong: {
    date: 'Type a date such as {{long}} or {{short}}, or leave the field empty.',
    amount: 'Enter an amount such as {{example}}.',
    quantity: 'Enter a quantity such as 2 or {{example}}.',
    address: 'Enter an address such as kari@shop.example.',
    wholeNumber: 'A whole number from {{least}} to {{most}}.',
  },
  completion: {
    goToFault: 'Show the place',
    offered_one: 'One placeholder. Enter writes it, Esc closes.',
    offered_other: '{{count}} placeholders. Arrow keys choose, Enter writes, Esc closes.',
    list: 'Placeholders for {{label}}',
  },
  saved: {
    changedMeanwhileBy:
      'Not saved: changed meanwhile by {{who}}. What you typed is still here: Enter saves it, Esc shows what is stored.',
    changedMeanwhile:
      'Not saved: changed elsewhere meanwhile. What you typed is still here: Enter saves it, Esc shows what is stored.',
    changedMeanwhileTo:
      'Not saved: meanwhile “{{text}}” was stored here. What you typed is still there: Enter saves it, Esc shows what is stored.',
    saveAgain: 'Save again',
    notSaved: 'Not saved. {{what}} {{next}}',
    notSavedAs: '{{label}} was not saved ({{text}}). {{what}}',
  },
  file: {
    saveCsv: 'Save as CSV…',
    csv: 'CSV',
    saved: '{{file}} saved',
    notSaved:
      '{{title}} was not saved, and what stood in the file is still there. Choose another place, or close the file where it is open. ({{reason}})',
  },
  language: {
    en: 'English',
    no: 'Norwegian',
    sv: 'Swedish',
    da: 'Danish',
    nl: 'Dutch',
    de: 'German',
  },
  northernSami: 'Northern Sami',
  time: {
    lessThanMinuteLeft: 'less than a minute left',
    minutesLeft: 'about {{minutes}} min left',
    hoursLeft: 'about {{hours}} h left',
  },
  print: {
    moreChoices: '{{label}}, more choices',
    saveAsPdf: 'Save as PDF',
    printed: '{{title}} printed',
    saved: '{{title}} saved',
    notPrinted: '{{title}} was not printed; nothing was recorded. Check the printer, or save it as PDF. ({{reason}})',
    notSaved: '{{title}} was not saved; nothing was recorded. Choose another place. ({{reason}})',
  },
  engine: {
    restarting: 'Restarting',
    restartingText:
      'The part of Orderbud that keeps your company stopped and is being started again. Saved work is safe.',
    stopped: 'Stopped',
    stoppedText: 'The part of Orderbud that keeps your company stopped several times in a row. Saved work is safe.',
    startAgain: 'Start again',
    backAgain: 'Back again',
    backAgainText:
      'The part of Orderbud that keeps your company stopped and was started again. What was saved is there; check the last thing you did.',
  },
  fault: {
    title: 'This view could not be shown',
    text: 'It is a fault in Orderbud. What you saved is safe; what you typed here may be lost.',
    showAgain: 'Show it again',
  },
  undo: {
    offer: 'Undo: {{label}}',
    done: 'Undone: {{label}}',
    changeOf: 'change of {{name}}',
    noLongerFits: 'Not undone: {{label}} was changed elsewhere meanwhile. Nothing was taken back.',
    failed: 'Not undone: {{label}}. {{what}}',
  },
  openInNewWindow: 'Open in new window',
} as const;
