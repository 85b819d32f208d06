import type { errors as english } from '../en/errors.ts';
import type { Translated } from '../translated.ts';

const nothingChanged = 'Ingenting ble endret.';
const nothingImported = 'Ingenting ble importert.';
const typedIsKept = 'Det du skrev, står fortsatt i feltet; ingenting annet ble endret.';
const mailsKept = 'Ingen e-post gikk tapt: de som ikke ble overlevert, venter på neste Hent nettsteddata.';
const returnsKept = 'Ordrer, Min side og e-post går sin gang; det som kom i retur, noteres av neste Hent nettsteddata.';
const nothingFetchedTwice =
  'Ingenting er tapt: det som ikke ble hentet eller publisert nå, tas med i neste Hent nettsteddata.';

export const errors: Translated<typeof english> = {
  unexpected: {
    what: 'Noe gikk galt i programmet.',
    kept: 'Firmafilen tok ikke skade: hver endring lagres helt eller ikke i det hele tatt.',
    next: 'Prøv igjen. Skjer det på nytt, lukk programmet og åpne det igjen; loggfilen sier mer.',
  },
  'bad-input': {
    what: 'En verdi kan ikke lagres slik den står{{field}}.',
    kept: typedIsKept,
    next: 'Rett verdien og gå ut av feltet på nytt.',
  },
  'path-not-chosen': {
    what: 'Den filen eller mappen er ikke valgt siden programmet ble startet.',
    kept: 'Den er verken lest eller skrevet til.',
    next: 'Velg den på nytt i vinduet der den brukes.',
  },
  'company-from-newer-program': {
    what: 'Denne firmafilen ble sist brukt av en nyere versjon av Orderbud.',
    kept: 'Filen ble ikke åpnet og ikke endret.',
    next: 'Installer den nyeste versjonen av Orderbud og åpne filen igjen.',
  },
  'company-damaged': {
    what: 'Firmafilen er skadet.',
    kept: 'Filen ble ikke endret. Tidligere sikkerhetskopier er urørt.',
    next: 'Åpne en sikkerhetskopi fra mappen der firmafilen ligger.',
  },
  'company-found-damaged': {
    what: 'Firmafilen er skadet. Det ble oppdaget mens den var åpen, så den ble lukket.',
    kept: 'Filen ble ikke endret, og ingenting ble sendt eller publisert ut fra den. Det som ble registrert etter at den ble åpnet, ligger ved siden av den. Tidligere sikkerhetskopier er urørt.',
    next: 'Gjenopprett en sikkerhetskopi, og registrer på nytt det som kom etter den.',
  },
  'company-in-use': {
    what: 'Firmaet er åpent i et annet program{{user}}{{host}}.',
    kept: nothingChanged,
    next: 'Lukk det der, og åpne det deretter her.',
  },
  'company-not-found': {
    what: 'Det finnes ingen firmafil på dette stedet.',
    kept: nothingChanged,
    next: 'Sjekk at disken eller nettverksmappen er tilkoblet, eller velg filen der den ligger nå.',
  },
  'company-read-only': {
    what: 'Firmafilen, eller mappen den ligger i, kan bare leses.',
    kept: nothingChanged,
    next: 'Gi deg selv skrivetilgang der, eller kopier firmafilen til en egen mappe og åpne den der.',
  },
  'disk-full': {
    what: 'Disken der firmafilen ligger, er full.',
    kept: 'Det som ikke kunne lagres, ble ikke gjort, heller ikke delvis. Alt som var lagret fra før, er bevart.',
    next: 'Frigjør plass på disken, og prøv igjen. Om e-poster som var underveis, blir du spurt etter neste Hent nettsteddata.',
  },
  'company-older-than-last-run': {
    what: 'Denne firmafilen er eldre enn den siste kjøringen: den er en gjenopprettet sikkerhetskopi.',
    kept: 'Ingen e-post gikk ut, Min side ble ikke rørt, og det kundene vet, ble ikke endret.',
    next: 'Bestem øverst i vinduet hva neste kjøring skal fortelle.',
  },
  'company-age-unknown': {
    what: 'Denne datamaskinen har ikke kjørt Hent nettsteddata for dette firmaet før, og nettstedet kunne ikke svare på om kundene har fått vite mer enn denne filen vet.',
    kept: 'Ingen e-post gikk ut, Min side er som den var, og det kundene vet, er ikke endret.',
    next: 'Sørg for at nettstedet kan nås og at nøkkelen er lagt inn, og start igjen.',
  },
  'paper-not-built': {
    what: 'Pakkseddelen som skulle følge med e-posten, kunne ikke tegnes.',
    kept: 'E-posten holdes tilbake; ingenting av den er fortalt.',
    next: 'Skriv ut pakkseddelen fra ordren: Går det heller ikke, rett det som nevnes. Neste Hent nettsteddata prøver igjen.',
  },
  'backup-damaged': {
    what: 'Sikkerhetskopien er skadet eller er ingen firmafil.',
    kept: 'Firmaet er som det var.',
    next: 'Velg en annen sikkerhetskopi.',
  },
  'backup-of-other-company': {
    what: 'Sikkerhetskopien er av et annet firma.',
    kept: 'Firmaet er som det var.',
    next: 'Velg en sikkerhetskopi av dette firmaet, eller åpne filen med Fil – Åpne firma.',
  },
  'backup-is-open-company': {
    what: 'Dette er selve filen til firmaet som er åpent.',
    kept: nothingChanged,
    next: 'Velg et annet navn eller en annen mappe.',
  },
  'no-company-open': {
    what: 'Ikke noe firma er åpent.',
    kept: nothingChanged,
    next: 'Åpne et firma med Fil – Åpne firma.',
  },
  'engine-stopped': {
    what: 'Den delen av programmet som gjør arbeidet, har stoppet.',
    kept: 'Alt som var lagret, er trygt. En e-post som var på vei, listes som usikker og sendes aldri to ganger.',
    next: 'Den startes på nytt av seg selv. Prøv igjen om litt; hjelper det ikke, lukk programmet og åpne det igjen.',
  },
  'keychain-unavailable': {
    what: 'Nøkkelringen på denne maskinen kan ikke nås, så passord kan verken leses eller lagres.',
    kept: 'Ingenting er tapt, og ikke noe passord ble lagret noe annet sted.',
    next: 'Lås opp nøkkelringen (på Linux: start en Secret Service som GNOME Keyring), og prøv igjen.',
  },
  'logo-is-svg': {
    what: 'Logoen er en SVG-tegning, og den kan ikke stå på papirer.',
    kept: 'Logoen som var der, blir stående.',
    next: 'Lagre den som PNG eller JPEG i programmet den ble tegnet i, og velg den filen.',
  },
  'logo-not-png-or-jpeg': {
    what: 'Filen er ikke et PNG- eller JPEG-bilde, eller den er skadet.',
    kept: 'Logoen som var der, blir stående.',
    next: 'Velg en annen fil.',
  },
  'logo-too-large': {
    what: 'Logoen er større enn 1 MB eller 4000 piksler.',
    kept: 'Logoen som var der, blir stående.',
    next: 'Gjør bildet mindre, 800 piksler bredt er mer enn nok, og velg det igjen.',
  },
  'logo-too-large-for-mail': {
    what: 'Logoen er større enn 16 kB, og den ville følge med i hver e-post.',
    kept: 'Logoen som var der, blir stående.',
    next: 'Gjør bildet mindre, 400 piksler bredt er mer enn nok, og velg det igjen. PNG er lite for tegninger, JPEG for fotografier.',
  },
  'folder-not-usable': {
    what: 'Filer kan ikke lagres i den mappen.',
    kept: 'Mappen som var valgt før, blir stående.',
    next: 'Velg en mappe som finnes, og som du kan skrive til.',
  },
  'secret-missing': {
    what: 'Et passord eller en nøkkel er ikke lagt inn på denne maskinen.',
    kept: nothingChanged,
    next: 'Legg det inn under Vis – Netthandel – Nettstedinnstillinger, på fanen E-post (SMTP) eller Nettsted.',
  },
  'not-found': {
    what: 'Det du ba om, finnes ikke lenger.',
    kept: nothingChanged,
    next: 'Gå tilbake til listen og velg på nytt.',
  },
  'order-changed-meanwhile': {
    what: 'Ordren ble endret et annet sted etter at du åpnet den{{who}}.',
    kept: typedIsKept,
    next: 'Ordren er hentet på nytt. Se over den, og gjør endringen din om igjen.',
  },
  'order-finished': {
    what: 'Ordren er avsluttet, så dette kan ikke lenger gjøres med den.',
    kept: nothingChanged,
    next: 'Bruk Krediter for å ta tilbake en fakturert ordre.',
  },
  'order-not-ready-for-invoicing': {
    what: 'Firmainnstillingene tillater bare fakturering av ordrer som er merket Klar for fakturering.',
    kept: 'Ingen faktura ble laget.',
    next: 'Merk Klar for fakturering på fanen Diverse, og fakturer igjen.',
  },
  'order-not-process-complete': {
    what: 'Firmainnstillingene tillater bare utskrift av ordrer som er merket Ferdigbehandlet.',
    kept: 'Ingenting ble skrevet ut, og ingenting ble endret.',
    next: 'Merk Ferdigbehandlet på fanen Diverse, og skriv ut igjen.',
  },
  'order-not-fully-delivered': {
    what: 'Firmainnstillingene tillater bare fakturering når alle produktene på ordren er levert.',
    kept: 'Ingen faktura ble laget.',
    next: 'Lever resten først, eller endre innstillingen under Vis – Innstillinger – Firma.',
  },
  'nothing-to-deliver': {
    what: 'Det er ingenting å levere: ingen linje har et antall i Leveres.',
    kept: nothingChanged,
    next: 'Fyll ut Leveres på fanen Produktlinjer, og prøv igjen.',
  },
  'nothing-to-invoice': {
    what: 'Det er ingenting å fakturere: ingen linje har et antall i Leveres.',
    kept: 'Ingen faktura ble laget.',
    next: 'Fyll ut Leveres på fanen Produktlinjer, og fakturer igjen.',
  },
  'nothing-to-credit': {
    what: 'Det er ingenting å kreditere: ingenting er fakturert, eller alt er kreditert allerede.',
    kept: 'Ingen kreditnota ble laget.',
    next: 'Se på fanen Historikk hva som er fakturert og kreditert.',
  },
  'order-partly-delivered': {
    what: 'En del av ordren er allerede levert, så den kan ikke kanselleres som helhet.',
    kept: nothingChanged,
    next: 'Fakturer det som er levert, eller ta det tilbake med Krediter.',
  },
  'not-enough-stock': {
    what: 'Det er ikke nok på lager{{productNo}}.',
    kept: nothingChanged,
    next: 'Lever mindre, ta imot innkjøpet først, eller rett beholdningen under Vis – Lager – Varetelling.',
  },
  'quantity-out-of-range': {
    what: 'Antallet er større enn det som gjenstår, eller mindre enn null.',
    kept: typedIsKept,
    next: 'Skriv et antall mellom 0 og det som gjenstår.',
  },
  'purchase-not-transferred': {
    what: 'Innkjøpsordren er ikke overført til bestilt ennå.',
    kept: nothingChanged,
    next: 'Velg Overfør til bestilt først.',
  },
  'purchase-finished': {
    what: 'Innkjøpsordren er avsluttet, så dette kan ikke lenger gjøres med den.',
    kept: nothingChanged,
    next: 'Lag en ny innkjøpsordre for det som mangler.',
  },
  'run-in-progress': {
    what: 'Hent nettsteddata kjører allerede.',
    kept: 'Kjøringen fortsetter uforstyrret.',
    next: 'Vent til den er ferdig; rapporten kommer i det samme vinduet.',
  },
  'run-lock-held': {
    what: 'Hent nettsteddata kjører på en annen maskin{{user}}{{host}}.',
    kept: 'Ingen kunde får beskjed to ganger: bare én kjøring slippes til om gangen.',
    next: 'Vent til den er ferdig der, og start på nytt.',
  },
  'mail-server-unreachable': {
    what: 'E-postserveren kan ikke nås{{host}}.',
    kept: mailsKept,
    next: 'Sjekk internettforbindelsen, deretter server og port under Nettstedinnstillinger – E-post (SMTP).',
  },
  'mail-server-login-refused': {
    what: 'E-postserveren godtok ikke brukernavnet eller passordet.',
    kept: mailsKept,
    next: 'Legg inn begge på nytt under Nettstedinnstillinger – E-post (SMTP), og velg Test forbindelsen.',
  },
  'mail-server-tls-failed': {
    what: 'Det ble ingen beskyttet forbindelse med e-postserveren, så den fikk ikke vite noe.',
    kept: mailsKept,
    next: 'Sjekk Sikkerhet og Port under Nettstedinnstillinger – E-post (SMTP): vanligvis STARTTLS med 587 eller TLS med 465.',
  },
  'mail-server-refused-sender': {
    what: 'E-postserveren godtar ikke avsenderadressen.',
    kept: mailsKept,
    next: 'Bruk en adresse som hører til e-postkontoen din, under Nettstedinnstillinger – E-post (SMTP).',
  },
  'mail-server-refuses-recipients': {
    what: 'E-postserveren avviste tre kunder på rad, så sendingen ble stoppet.',
    kept: mailsKept,
    next: 'Spør e-postleverandøren om denne kontoen får sende til andre domener; svarene står ved e-postene.',
  },
  'mail-settings-incomplete': {
    what: 'E-postinnstillingene for nettstedet er ikke fullstendige.',
    kept: 'Ordrer kan hentes og Min side oppdateres; bare e-postene venter.',
    next: 'Fyll ut server, port og avsenderadresse under Nettstedinnstillinger – E-post (SMTP).',
  },
  'daily-limit': {
    what: 'E-postserveren tar ikke imot flere e-poster i dag: døgngrensen for nettstedet er nådd.',
    kept: mailsKept,
    next: 'Kjør Hent nettsteddata igjen i morgen; da fortsetter den med resten. Grensen står under Nettstedinnstillinger – E-post (SMTP).',
  },
  'mail-server-token-refused': {
    what: 'E-postserveren godtok ikke påloggingen.',
    kept: mailsKept,
    next: 'Kontroller under Nettstedinnstillinger – E-post (SMTP) at brukernavnet er postkassen som logget på, og la administratoren hos leverandøren tillate autentisert SMTP for den; logg så på igjen.',
  },
  'oauth-settings-incomplete': {
    what: 'Det som trengs for å logge på hos e-postleverandøren, er ikke fullstendig.',
    kept: mailsKept,
    next: 'Fyll ut brukernavn og klient-ID under Nettstedinnstillinger – E-post (SMTP); adressene til en annen leverandør begynner med https://.',
  },
  'oauth-not-signed-in': {
    what: 'Ingen har logget på hos e-postleverandøren på denne datamaskinen.',
    kept: mailsKept,
    next: 'Klikk Logg på under Nettstedinnstillinger – E-post (SMTP).',
  },
  'oauth-sign-in-expired': {
    what: 'Påloggingen hos e-postleverandøren er ikke gyldig lenger{{error}}.',
    kept: mailsKept,
    next: 'Klikk Logg på igjen under Nettstedinnstillinger – E-post (SMTP).',
  },
  'oauth-sign-in-refused': {
    what: 'E-postleverandøren logget deg ikke på{{error}}.',
    kept: nothingChanged,
    next: 'Prøv igjen og tillat at Orderbud sender e-post for postkassen. Avviser leverandøren det, spør administratoren der.',
  },
  'oauth-sign-in-not-finished': {
    what: 'Påloggingen ble ikke fullført i nettleseren.',
    kept: nothingChanged,
    next: 'Klikk Logg på og fullfør på siden som nettleseren åpner.',
  },
  'oauth-client-refused': {
    what: 'E-postleverandøren godtar ikke klienten som er lagt inn{{error}}.',
    kept: mailsKept,
    next: 'Kontroller klient-ID, klienthemmelighet og katalog under Nettstedinnstillinger – E-post (SMTP) mot det leverandøren viser.',
  },
  'oauth-server-unreachable': {
    what: 'Påloggingen hos e-postleverandøren kan ikke nås{{host}}.',
    kept: mailsKept,
    next: 'Kontroller internettforbindelsen og prøv igjen.',
  },
  'test-mail-to-customer': {
    what: 'Adressen tilhører en kunde. En test-e-post går bare til en adresse du selv har.',
    kept: 'Ingenting ble sendt.',
    next: 'Skriv en adresse du selv har, for eksempel avsenderadressen.',
  },
  'return-box-incomplete': {
    what: 'Postkassen for e-poster i retur mangler server eller brukernavn.',
    kept: returnsKept,
    next: 'Fyll ut begge under Nettstedinnstillinger – E-post (SMTP), E-poster som kommer i retur.',
  },
  'return-box-unreachable': {
    what: 'Postkassen for e-poster i retur svarer ikke{{host}}.',
    kept: returnsKept,
    next: 'Sjekk internettforbindelsen, deretter server og port under Nettstedinnstillinger – E-post (SMTP), E-poster som kommer i retur.',
  },
  'return-box-login-refused': {
    what: 'Postkassen for e-poster i retur godtok ikke brukernavnet eller passordet.',
    kept: returnsKept,
    next: 'Legg inn begge på nytt under Nettstedinnstillinger – E-post (SMTP), og velg Test postkassen.',
  },
  'return-box-tls-failed': {
    what: 'Det ble ingen beskyttet forbindelse med postkassen for e-poster i retur, så den fikk ikke vite noe.',
    kept: returnsKept,
    next: 'Sjekk sikkerhet og port under Nettstedinnstillinger – E-post (SMTP), E-poster som kommer i retur: vanligvis TLS med 993.',
  },
  'return-box-folder-missing': {
    what: 'Postkassen for e-poster i retur har ingen slik mappe.',
    kept: returnsKept,
    next: 'Skriv mappen slik e-postserveren kaller den, under Nettstedinnstillinger – E-post (SMTP); vanligvis INBOX.',
  },
  'website-address-missing': {
    what: 'Det er ikke lagt inn noen adresse for nettstedet.',
    kept: nothingFetchedTwice,
    next: 'Legg inn adressen til Min side under Nettstedinnstillinger – Nettsted.',
  },
  'website-unreachable': {
    what: 'Nettstedet kan ikke nås.',
    kept: nothingFetchedTwice,
    next: 'Sjekk internettforbindelsen og adressen under Nettstedinnstillinger – Nettsted.',
  },
  'website-key-refused': {
    what: 'Nettstedet godtok ikke nøkkelen til dette firmaet.',
    kept: nothingFetchedTwice,
    next: 'Legg inn nøkkelen på nytt under Nettstedinnstillinger – Nettsted, og velg Test forbindelsen.',
  },
  'website-bad-answer': {
    what: 'Nettstedet ga et svar som ikke kan leses.',
    kept: nothingFetchedTwice,
    next: 'Sjekk at adressen under Nettstedinnstillinger – Nettsted er adressen til Min side, eller spør den som drifter den.',
  },
  'enquiry-not-waiting': {
    what: 'Henvendelsen er allerede avgjort.',
    kept: nothingChanged,
    next: 'Listen er hentet på nytt.',
  },
  'web-order-no-taken': {
    what: 'Registeret har allerede en ordre fra nettbutikken med dette nummeret.',
    kept: nothingChanged,
    next: 'Sammenlign de to ordrene. Avvis denne hvis den kom to ganger.',
  },
  'merge-changed-meanwhile': {
    what: 'Noe er endret i mellomtiden: e-poster ville gått til andre adresser enn de som ble vist.',
    kept: nothingChanged,
    next: 'Se på adressene igjen, og slå sammen etterpå.',
  },
  'customer-has-open-orders': {
    what: 'Kunden har fortsatt ordrer som ikke er ferdige.',
    kept: nothingChanged,
    next: 'Fullfør eller kanseller dem, og slett kunden etterpå.',
  },
  'contact-has-account': {
    what: 'Denne kontakten har allerede en annen konto på nettstedet.',
    kept: nothingChanged,
    next: 'Knytt registreringen til en annen kontakt, eller lag en ny.',
  },
  'account-not-approved': {
    what: 'Kontoen er ikke godkjent på nettstedet, så ingen lenke ble sendt.',
    kept: nothingChanged,
    next: 'Sett kontostatusen til Godkjent og kjør Oppdater nettsted, og send deretter lenken igjen.',
  },
  'account-not-published': {
    what: 'Nettstedet har ikke kontoen slik den står her, så ingen lenke ble sendt.',
    kept: nothingChanged,
    next: 'Kjør Vis – Netthandel – Oppdater nettsted, og send deretter lenken igjen.',
  },
  'my-page-no-mail-server': {
    what: 'Min side har ingen e-postserver eller ingen avsenderadresse og kunne ikke sende lenken.',
    kept: 'Kunden fikk ingenting, og lenker som er sendt før, virker fortsatt.',
    next: 'Skriv inn en avsenderadresse under Nettstedinnstillinger – Passordinnstillinger, eller be den som tar seg av Min side, om å skrive inn e-postserveren der. Send deretter lenken igjen.',
  },
  'website-mails-no-links': {
    what: 'Dette nettstedet sender ikke lenker for å velge passord når det blir spurt herfra.',
    kept: nothingChanged,
    next: 'Kunden kan be om en lenke på selve nettstedet.',
  },
  'mail-not-uncertain': {
    what: 'E-posten er allerede avgjort.',
    kept: nothingChanged,
    next: 'Listen er hentet på nytt.',
  },
  'text-faulty': {
    what: 'En tekst i e-postene kan ikke brukes: den har en plassholder som ikke finnes.',
    kept: 'E-posten holdes tilbake; ingenting ble sendt med en tekst med feil.',
    next: 'Rett teksten under Nettstedinnstillinger – Innstillinger nettbutikk – Kundekommunikasjon.',
  },
  'import-in-progress': {
    what: 'En import lagres, så ingenting annet kan lagres akkurat nå.',
    kept: 'Det du skrev, står fortsatt i feltet.',
    next: 'Prøv igjen når importen er ferdig, eller avbryt importen.',
  },
  'import-over': {
    what: 'Det som ble lest fra filen, er ikke lenger der.',
    kept: nothingImported,
    next: 'Velg filen på nytt.',
  },
  'import-has-faults': {
    what: 'Det er rader i filen som ikke kan importeres slik de står.',
    kept: nothingImported,
    next: 'Gå ett trinn tilbake og se på forhåndsvisningen igjen; registrene er endret siden.',
  },
  'import-file-unreadable': {
    what: 'Filen kan ikke leses.',
    kept: nothingImported,
    next: 'Lukk den i andre programmer, se etter at disken er tilkoblet, og velg den på nytt.',
  },
  'import-file-no-text': {
    what: 'Filen er ingen CSV-fil: den inneholder ikke ren tekst.',
    kept: nothingImported,
    next: 'Åpne den i Excel eller programmet den kommer fra, lagre den der som CSV, og velg den filen.',
  },
  'import-file-too-large': {
    what: 'Filen er større enn 100 MB eller har mer enn 1 000 000 rader.',
    kept: nothingImported,
    next: 'Del den i flere filer, hver med raden med kolonnenavn, og importer dem én etter én.',
  },
  'import-quote-not-closed': {
    what: 'Et anførselstegn åpnes på en linje i filen og lukkes aldri{{line}}.',
    kept: nothingImported,
    next: 'Rett linjen i filen, eller velg et annet skilletegn, og les filen på nytt.',
  },
};
