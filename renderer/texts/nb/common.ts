import type { common as english } from '../en/common.ts';
import type { Translated } from '../translated.ts';

export const common: Translated<typeof english> = {
  button: {
    cancel: 'Avbryt',
    close: 'Lukk',
    tryAgain: 'Prøv igjen',
    dismiss: 'Lukk',
    back: 'Tilbake',
    openCalendar: 'Åpne kalenderen',
  },
  word: {
    yes: 'Ja',
    no: 'Nei',
  },
  list: {
    show: 'Vis',
    columns: 'Kolonner',
    loading: 'Henter',
    actions: 'Handlinger',
    nothingFoundFor: 'Ingen treff på «{{search}}»',
    firstColumns: 'Kolonner som først',
    moveUp: 'Flytt {{column}} opp',
    moveDown: 'Flytt {{column}} ned',
  },
  selection: {
    bar: '{{list}}, det som er valgt',
    count_one: '{{count}} valgt',
    count_other: '{{count}} valgt',
    clear: 'Opphev valget',
    all: 'Velg alle viste rader',
    row: 'Velg {{row}}',
    open: 'Åpne',
    more: 'Mer for utvalget',
  },
  change: {
    action: 'Endre…',
    field: 'Hva som skal endres',
    value: 'Ny verdi',
    unchanged_one: '{{count}} hadde verdien fra før.',
    unchanged_other: '{{count}} hadde verdien fra før.',
  },
  search: {
    typeToSearch: 'Skriv for å søke',
    nothingFound: 'Ingen treff',
    searching: 'Søker',
    clear: 'Tøm søket',
  },
  date: {
    dayLetters: 'dd',
    monthLetters: 'mm',
    yearLetters: 'åååå',
  },
  wrong: {
    date: 'Skriv en dato som {{long}} eller {{short}}, eller la feltet stå tomt.',
    amount: 'Skriv et beløp som {{example}}.',
    quantity: 'Skriv et antall som 2 eller {{example}}.',
    address: 'Skriv en adresse som kari@butikk.example.',
    wholeNumber: 'Et helt tall fra {{least}} til {{most}}.',
  },
  completion: {
    goToFault: 'Vis stedet',
    offered_one: 'Én plassholder. Enter skriver den, Esc lukker.',
    offered_other: '{{count}} plassholdere. Piltastene velger, Enter skriver, Esc lukker.',
    list: 'Plassholdere for {{label}}',
  },
  saved: {
    changedMeanwhileBy:
      'Ikke lagret: endret i mellomtiden av {{who}}. Det du skrev, står her fortsatt: Enter lagrer det, Esc viser det som er lagret.',
    changedMeanwhile:
      'Ikke lagret: endret et annet sted i mellomtiden. Det du skrev, står her fortsatt: Enter lagrer det, Esc viser det som er lagret.',
    changedMeanwhileTo:
      'Ikke lagret: i mellomtiden ble «{{text}}» lagret her. Det du skrev, står her fortsatt: Enter lagrer det, Esc viser det som er lagret.',
    saveAgain: 'Lagre igjen',
    notSaved: 'Ikke lagret. {{what}} {{next}}',
    notSavedAs: '{{label}} ble ikke lagret ({{text}}). {{what}}',
  },
  file: {
    saveCsv: 'Lagre som CSV …',
    csv: 'CSV',
    saved: '{{file}} er lagret',
    notSaved:
      '{{title}} ble ikke lagret, og det som sto i filen, står der fortsatt. Velg et annet sted, eller lukk filen der den er åpen. ({{reason}})',
  },
  language: {
    en: 'Engelsk',
    no: 'Norsk',
    sv: 'Svensk',
    da: 'Dansk',
    nl: 'Nederlandsk',
    de: 'Tysk',
  },
  northernSami: 'Nordsamisk',
  time: {
    lessThanMinuteLeft: 'under ett minutt igjen',
    minutesLeft: 'omtrent {{minutes}} min igjen',
    hoursLeft: 'omtrent {{hours}} t igjen',
  },
  print: {
    moreChoices: '{{label}}, flere valg',
    saveAsPdf: 'Lagre som PDF',
    printed: '{{title}} er skrevet ut',
    saved: '{{title}} er lagret',
    notPrinted:
      '{{title}} ble ikke skrevet ut, og ingenting ble registrert. Sjekk skriveren, eller lagre som PDF. ({{reason}})',
    notSaved: '{{title}} ble ikke lagret, og ingenting ble registrert. Velg et annet sted. ({{reason}})',
  },
  engine: {
    restarting: 'Starter på nytt',
    restartingText:
      'Den delen av Orderbud som tar vare på firmaet, stoppet og startes på nytt. Det du har lagret, er trygt.',
    stopped: 'Stoppet',
    stoppedText:
      'Den delen av Orderbud som tar vare på firmaet, stoppet flere ganger på rad. Det du har lagret, er trygt.',
    startAgain: 'Start på nytt',
    backAgain: 'I gang igjen',
    backAgainText:
      'Den delen av Orderbud som tar vare på firmaet, stoppet og ble startet på nytt. Det som var lagret, er der; sjekk det siste du gjorde.',
  },
  fault: {
    title: 'Visningen kunne ikke vises',
    text: 'Dette er en feil i Orderbud. Det du har lagret, er trygt; det du har skrevet her, kan være tapt.',
    showAgain: 'Vis på nytt',
  },
  undo: {
    offer: 'Angre: {{label}}',
    done: 'Angret: {{label}}',
    changeOf: 'endringen av {{name}}',
    noLongerFits: 'Ikke angret: {{label}} ble endret et annet sted i mellomtiden. Ingenting ble tatt tilbake.',
    failed: 'Ikke angret: {{label}}. {{what}}',
  },
  openInNewWindow: 'Åpne i nytt vindu',
};
