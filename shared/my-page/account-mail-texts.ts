import type { AccountMailKind } from './protocol.ts';

/** A text with Liquid placeholders; a blank line begins a paragraph, a link alone in its paragraph becomes a button. */
export type AccountMailWords = { readonly subject: string; readonly text: string };
export type AccountMailLanguage = 'en' | 'nb' | 'sv' | 'da' | 'nl' | 'de';

/** What texts of account mails may name. `order` is empty but in a guest's mail. */
export const accountMailPlaceholders = ['name', 'shop', 'link', 'email', 'order'] as const;
export type AccountMailPlaceholder = (typeof accountMailPlaceholders)[number];
export type AccountMailValues = Readonly<Record<AccountMailPlaceholder, string>>;

/** How long a link of a mail can be used, as the built-in texts say. */
export const confirmValidHours = 24;
export const invitationValidDays = 7;
export const resetValidMinutes = 60;

const en: Readonly<Record<AccountMailKind, AccountMailWords>> = {
  'confirm-email': {
    subject: 'Confirm your e-mail - {{ shop }}',
    text: `Hello {{ name }},

Somebody, most likely you, asked for an account with {{ shop }} for {{ email }}. Confirm that this is your e-mail, and choose a password. The link can be used once, and for 24 hours.

{{ link }}

If it was not you, do nothing. No account is made.

Kind regards
{{ shop }}`,
  },
  pending: {
    subject: 'We have your registration - {{ shop }}',
    text: `Hello {{ name }},

Thank you for registering with {{ shop }}. We look at each registration before it can be used. You hear from us as soon as we have looked at yours.

Your user name will be {{ email }}. If you did not register, you need do nothing.

Kind regards
{{ shop }}`,
  },
  approved: {
    subject: 'Your account is ready - {{ shop }}',
    text: `Hello {{ name }},

Your account with {{ shop }} can be used now. Log in with {{ email }} and the password that you chose.

{{ link }}

If you did not register, tell us by replying to this e-mail.

Kind regards
{{ shop }}`,
  },
  declined: {
    subject: 'About your account - {{ shop }}',
    text: `Hello {{ name }},

We could not approve your account with {{ shop }}, so you cannot log in with {{ email }}. If you think that this is a mistake, reply to this e-mail.

Kind regards
{{ shop }}`,
  },
  invitation: {
    subject: 'Choose a password for your account - {{ shop }}',
    text: `Hello {{ name }},

You have an account with {{ shop }}. It shows your orders and where they are. Choose a password to begin with. The link can be used once, and for 7 days.

{{ link }}

Your user name is {{ email }}.

Kind regards
{{ shop }}`,
  },
  reset: {
    subject: 'Choose a new password - {{ shop }}',
    text: `Hello {{ name }},

Somebody, most likely you, asked for a new password for {{ email }} with {{ shop }}. The link can be used once, and for 60 minutes.

{{ link }}

If it was not you, do nothing. Your password stays as it is.

Kind regards
{{ shop }}`,
  },
  'password-changed': {
    subject: 'Your password was changed - {{ shop }}',
    text: `Hello {{ name }},

The password of {{ email }} with {{ shop }} has just been changed. If it was you, you need do nothing.

If it was not you, choose a new password at once, and tell us by replying to this e-mail.

{{ link }}

Kind regards
{{ shop }}`,
  },
  'guest-order': {
    subject: 'Your order {{ order }} - {{ shop }}',
    text: `Hello {{ name }},

You asked to see your order {{ order }} with {{ shop }}. The link can be used once, and for 60 minutes.

{{ link }}

If you did not ask, you need do nothing. Nobody else got this link.

Kind regards
{{ shop }}`,
  },
};

const nb: Readonly<Record<AccountMailKind, AccountMailWords>> = {
  'confirm-email': {
    subject: 'Bekreft e-postadressen din - {{ shop }}',
    text: `Hei, {{ name }}.

Noen, mest sannsynlig du, har bedt om en konto hos {{ shop }} for {{ email }}. Bekreft at dette er e-postadressen din, og velg et passord. Lenken kan brukes én gang, og i 24 timer.

{{ link }}

Hvis det ikke var deg, trenger du ikke å gjøre noe. Da blir det ikke opprettet noen konto.

Vennlig hilsen
{{ shop }}`,
  },
  pending: {
    subject: 'Vi har fått registreringen din - {{ shop }}',
    text: `Hei, {{ name }}.

Takk for at du registrerte deg hos {{ shop }}. Vi ser på hver registrering før den kan brukes. Du hører fra oss så snart vi har sett på din.

Brukernavnet ditt blir {{ email }}. Hvis du ikke har registrert deg, trenger du ikke å gjøre noe.

Vennlig hilsen
{{ shop }}`,
  },
  approved: {
    subject: 'Kontoen din er klar - {{ shop }}',
    text: `Hei, {{ name }}.

Nå kan du bruke kontoen din hos {{ shop }}. Logg inn med {{ email }} og passordet du valgte.

{{ link }}

Hvis du ikke har registrert deg, kan du si fra ved å svare på denne e-posten.

Vennlig hilsen
{{ shop }}`,
  },
  declined: {
    subject: 'Om kontoen din - {{ shop }}',
    text: `Hei, {{ name }}.

Vi kunne ikke godkjenne kontoen din hos {{ shop }}, så du kan ikke logge inn med {{ email }}. Hvis du tror at dette er en feil, kan du svare på denne e-posten.

Vennlig hilsen
{{ shop }}`,
  },
  invitation: {
    subject: 'Velg et passord til kontoen din - {{ shop }}',
    text: `Hei, {{ name }}.

Du har en konto hos {{ shop }}. Den viser ordrene dine og hvor de er. Begynn med å velge et passord. Lenken kan brukes én gang, og i 7 dager.

{{ link }}

Brukernavnet ditt er {{ email }}.

Vennlig hilsen
{{ shop }}`,
  },
  reset: {
    subject: 'Velg et nytt passord - {{ shop }}',
    text: `Hei, {{ name }}.

Noen, mest sannsynlig du, har bedt om et nytt passord for {{ email }} hos {{ shop }}. Lenken kan brukes én gang, og i 60 minutter.

{{ link }}

Hvis det ikke var deg, trenger du ikke å gjøre noe. Passordet ditt er som før.

Vennlig hilsen
{{ shop }}`,
  },
  'password-changed': {
    subject: 'Passordet ditt er endret - {{ shop }}',
    text: `Hei, {{ name }}.

Passordet for {{ email }} hos {{ shop }} er nettopp endret. Hvis det var deg, trenger du ikke å gjøre noe.

Hvis det ikke var deg, bør du velge et nytt passord med en gang og si fra ved å svare på denne e-posten.

{{ link }}

Vennlig hilsen
{{ shop }}`,
  },
  'guest-order': {
    subject: 'Ordren din {{ order }} - {{ shop }}',
    text: `Hei, {{ name }}.

Du har bedt om å se ordren din {{ order }} hos {{ shop }}. Lenken kan brukes én gang, og i 60 minutter.

{{ link }}

Hvis du ikke har bedt om det, trenger du ikke å gjøre noe. Ingen andre har fått denne lenken.

Vennlig hilsen
{{ shop }}`,
  },
};

const sv: Readonly<Record<AccountMailKind, AccountMailWords>> = {
  'confirm-email': {
    subject: 'Bekräfta din e-postadress - {{ shop }}',
    text: `Hej {{ name }}!

Någon, troligen du, har bett om ett konto hos {{ shop }} för {{ email }}. Bekräfta att det här är din e-postadress och välj ett lösenord. Länken kan användas en gång, och i 24 timmar.

{{ link }}

Om det inte var du behöver du inte göra något. Då skapas inget konto.

Vänliga hälsningar
{{ shop }}`,
  },
  pending: {
    subject: 'Vi har fått din registrering - {{ shop }}',
    text: `Hej {{ name }}!

Tack för att du har registrerat dig hos {{ shop }}. Vi går igenom varje registrering innan den kan användas. Du hör från oss så snart vi har tittat på din.

Ditt användarnamn blir {{ email }}. Om du inte har registrerat dig behöver du inte göra något.

Vänliga hälsningar
{{ shop }}`,
  },
  approved: {
    subject: 'Ditt konto är klart - {{ shop }}',
    text: `Hej {{ name }}!

Nu kan du använda ditt konto hos {{ shop }}. Logga in med {{ email }} och lösenordet som du valde.

{{ link }}

Om du inte har registrerat dig kan du säga till genom att svara på det här mejlet.

Vänliga hälsningar
{{ shop }}`,
  },
  declined: {
    subject: 'Om ditt konto - {{ shop }}',
    text: `Hej {{ name }}!

Vi kunde inte godkänna ditt konto hos {{ shop }}, så du kan inte logga in med {{ email }}. Om du tror att det är ett misstag kan du svara på det här mejlet.

Vänliga hälsningar
{{ shop }}`,
  },
  invitation: {
    subject: 'Välj ett lösenord för ditt konto - {{ shop }}',
    text: `Hej {{ name }}!

Du har ett konto hos {{ shop }}. Där ser du dina ordrar och var de är. Börja med att välja ett lösenord. Länken kan användas en gång, och i 7 dagar.

{{ link }}

Ditt användarnamn är {{ email }}.

Vänliga hälsningar
{{ shop }}`,
  },
  reset: {
    subject: 'Välj ett nytt lösenord - {{ shop }}',
    text: `Hej {{ name }}!

Någon, troligen du, har bett om ett nytt lösenord för {{ email }} hos {{ shop }}. Länken kan användas en gång, och i 60 minuter.

{{ link }}

Om det inte var du behöver du inte göra något. Ditt lösenord är som förut.

Vänliga hälsningar
{{ shop }}`,
  },
  'password-changed': {
    subject: 'Ditt lösenord har ändrats - {{ shop }}',
    text: `Hej {{ name }}!

Lösenordet för {{ email }} hos {{ shop }} har just ändrats. Om det var du behöver du inte göra något.

Om det inte var du bör du välja ett nytt lösenord genast och säga till genom att svara på det här mejlet.

{{ link }}

Vänliga hälsningar
{{ shop }}`,
  },
  'guest-order': {
    subject: 'Din order {{ order }} - {{ shop }}',
    text: `Hej {{ name }}!

Du har bett om att få se din order {{ order }} hos {{ shop }}. Länken kan användas en gång, och i 60 minuter.

{{ link }}

Om du inte har bett om det behöver du inte göra något. Ingen annan har fått den här länken.

Vänliga hälsningar
{{ shop }}`,
  },
};

const da: Readonly<Record<AccountMailKind, AccountMailWords>> = {
  'confirm-email': {
    subject: 'Bekræft din e-mailadresse - {{ shop }}',
    text: `Hej {{ name }}

Nogen, højst sandsynligt dig, har bedt om en konto hos {{ shop }} til {{ email }}. Bekræft, at det er din e-mailadresse, og vælg en adgangskode. Linket kan bruges én gang og i 24 timer.

{{ link }}

Hvis det ikke var dig, skal du ikke gøre noget. Så bliver der ikke oprettet nogen konto.

Venlig hilsen
{{ shop }}`,
  },
  pending: {
    subject: 'Vi har modtaget din registrering - {{ shop }}',
    text: `Hej {{ name }}

Tak, fordi du har registreret dig hos {{ shop }}. Vi ser på hver registrering, før den kan bruges. Du hører fra os, så snart vi har set på din.

Dit brugernavn bliver {{ email }}. Hvis du ikke har registreret dig, skal du ikke gøre noget.

Venlig hilsen
{{ shop }}`,
  },
  approved: {
    subject: 'Din konto er klar - {{ shop }}',
    text: `Hej {{ name }}

Nu kan du bruge din konto hos {{ shop }}. Log ind med {{ email }} og den adgangskode, du har valgt.

{{ link }}

Hvis du ikke har registreret dig, kan du sige til ved at svare på denne mail.

Venlig hilsen
{{ shop }}`,
  },
  declined: {
    subject: 'Om din konto - {{ shop }}',
    text: `Hej {{ name }}

Vi kunne ikke godkende din konto hos {{ shop }}, så du kan ikke logge ind med {{ email }}. Hvis du mener, at det er en fejl, kan du svare på denne mail.

Venlig hilsen
{{ shop }}`,
  },
  invitation: {
    subject: 'Vælg en adgangskode til din konto - {{ shop }}',
    text: `Hej {{ name }}

Du har en konto hos {{ shop }}. Den viser dine ordrer, og hvor de er. Begynd med at vælge en adgangskode. Linket kan bruges én gang og i 7 dage.

{{ link }}

Dit brugernavn er {{ email }}.

Venlig hilsen
{{ shop }}`,
  },
  reset: {
    subject: 'Vælg en ny adgangskode - {{ shop }}',
    text: `Hej {{ name }}

Nogen, højst sandsynligt dig, har bedt om en ny adgangskode til {{ email }} hos {{ shop }}. Linket kan bruges én gang og i 60 minutter.

{{ link }}

Hvis det ikke var dig, skal du ikke gøre noget. Din adgangskode er den samme som før.

Venlig hilsen
{{ shop }}`,
  },
  'password-changed': {
    subject: 'Din adgangskode er ændret - {{ shop }}',
    text: `Hej {{ name }}

Adgangskoden til {{ email }} hos {{ shop }} er lige blevet ændret. Hvis det var dig, skal du ikke gøre noget.

Hvis det ikke var dig, bør du straks vælge en ny adgangskode og sige til ved at svare på denne mail.

{{ link }}

Venlig hilsen
{{ shop }}`,
  },
  'guest-order': {
    subject: 'Din ordre {{ order }} - {{ shop }}',
    text: `Hej {{ name }}

Du har bedt om at se din ordre {{ order }} hos {{ shop }}. Linket kan bruges én gang og i 60 minutter.

{{ link }}

Hvis du ikke har bedt om det, skal du ikke gøre noget. Ingen andre har fået dette link.

Venlig hilsen
{{ shop }}`,
  },
};

const nl: Readonly<Record<AccountMailKind, AccountMailWords>> = {
  'confirm-email': {
    subject: 'Bevestig uw e-mailadres - {{ shop }}',
    text: `Beste {{ name }},

Iemand, waarschijnlijk u zelf, heeft bij {{ shop }} een account aangevraagd voor {{ email }}. Bevestig dat dit uw e-mailadres is en kies een wachtwoord. De link werkt één keer en is 24 uur geldig.

{{ link }}

Was u het niet, dan hoeft u niets te doen. Er wordt dan geen account gemaakt.

Met vriendelijke groet,
{{ shop }}`,
  },
  pending: {
    subject: 'Wij hebben uw registratie ontvangen - {{ shop }}',
    text: `Beste {{ name }},

Bedankt voor uw registratie bij {{ shop }}. Wij bekijken elke registratie voordat die gebruikt kan worden. U hoort van ons zodra wij die van u hebben bekeken.

Uw gebruikersnaam wordt {{ email }}. Hebt u zich niet geregistreerd, dan hoeft u niets te doen.

Met vriendelijke groet,
{{ shop }}`,
  },
  approved: {
    subject: 'Uw account is klaar - {{ shop }}',
    text: `Beste {{ name }},

U kunt uw account bij {{ shop }} nu gebruiken. Log in met {{ email }} en het wachtwoord dat u hebt gekozen.

{{ link }}

Hebt u zich niet geregistreerd, laat het ons dan weten door deze mail te beantwoorden.

Met vriendelijke groet,
{{ shop }}`,
  },
  declined: {
    subject: 'Over uw account - {{ shop }}',
    text: `Beste {{ name }},

Wij konden uw account bij {{ shop }} niet goedkeuren. U kunt daarom niet inloggen met {{ email }}. Denkt u dat dit een vergissing is, beantwoord dan deze mail.

Met vriendelijke groet,
{{ shop }}`,
  },
  invitation: {
    subject: 'Kies een wachtwoord voor uw account - {{ shop }}',
    text: `Beste {{ name }},

U hebt een account bij {{ shop }}. Daar ziet u uw bestellingen en waar ze zijn. Kies eerst een wachtwoord. De link werkt één keer en is 7 dagen geldig.

{{ link }}

Uw gebruikersnaam is {{ email }}.

Met vriendelijke groet,
{{ shop }}`,
  },
  reset: {
    subject: 'Kies een nieuw wachtwoord - {{ shop }}',
    text: `Beste {{ name }},

Iemand, waarschijnlijk u zelf, heeft een nieuw wachtwoord aangevraagd voor {{ email }} bij {{ shop }}. De link werkt één keer en is 60 minuten geldig.

{{ link }}

Was u het niet, dan hoeft u niets te doen. Uw wachtwoord blijft hetzelfde.

Met vriendelijke groet,
{{ shop }}`,
  },
  'password-changed': {
    subject: 'Uw wachtwoord is gewijzigd - {{ shop }}',
    text: `Beste {{ name }},

Het wachtwoord van {{ email }} bij {{ shop }} is zojuist gewijzigd. Hebt u dat zelf gedaan, dan hoeft u niets te doen.

Was u het niet, kies dan meteen een nieuw wachtwoord en laat het ons weten door deze mail te beantwoorden.

{{ link }}

Met vriendelijke groet,
{{ shop }}`,
  },
  'guest-order': {
    subject: 'Uw bestelling {{ order }} - {{ shop }}',
    text: `Beste {{ name }},

U hebt gevraagd om uw bestelling {{ order }} bij {{ shop }} te zien. De link werkt één keer en is 60 minuten geldig.

{{ link }}

Hebt u dit niet gevraagd, dan hoeft u niets te doen. Niemand anders heeft deze link gekregen.

Met vriendelijke groet,
{{ shop }}`,
  },
};

const de: Readonly<Record<AccountMailKind, AccountMailWords>> = {
  'confirm-email': {
    subject: 'Bestätigen Sie Ihre E-Mail-Adresse - {{ shop }}',
    text: `Guten Tag {{ name }},

jemand, vermutlich Sie selbst, hat bei {{ shop }} ein Konto für {{ email }} angefordert. Bestätigen Sie, dass dies Ihre E-Mail-Adresse ist, und wählen Sie ein Passwort. Der Link gilt einmal und 24 Stunden lang.

{{ link }}

Falls Sie das nicht waren, müssen Sie nichts tun. Es wird dann kein Konto angelegt.

Freundliche Grüße
{{ shop }}`,
  },
  pending: {
    subject: 'Wir haben Ihre Registrierung erhalten - {{ shop }}',
    text: `Guten Tag {{ name }},

vielen Dank für Ihre Registrierung bei {{ shop }}. Wir sehen uns jede Registrierung an, bevor sie genutzt werden kann. Sie hören von uns, sobald wir Ihre geprüft haben.

Ihr Benutzername wird {{ email }} sein. Falls Sie sich nicht registriert haben, müssen Sie nichts tun.

Freundliche Grüße
{{ shop }}`,
  },
  approved: {
    subject: 'Ihr Konto ist bereit - {{ shop }}',
    text: `Guten Tag {{ name }},

Sie können Ihr Konto bei {{ shop }} jetzt nutzen. Melden Sie sich mit {{ email }} und dem Passwort an, das Sie gewählt haben.

{{ link }}

Falls Sie sich nicht registriert haben, antworten Sie auf diese E-Mail.

Freundliche Grüße
{{ shop }}`,
  },
  declined: {
    subject: 'Zu Ihrem Konto - {{ shop }}',
    text: `Guten Tag {{ name }},

wir konnten Ihr Konto bei {{ shop }} nicht freigeben. Sie können sich daher nicht mit {{ email }} anmelden. Falls Sie das für ein Versehen halten, antworten Sie auf diese E-Mail.

Freundliche Grüße
{{ shop }}`,
  },
  invitation: {
    subject: 'Wählen Sie ein Passwort für Ihr Konto - {{ shop }}',
    text: `Guten Tag {{ name }},

Sie haben ein Konto bei {{ shop }}. Dort sehen Sie Ihre Bestellungen und wo sie sind. Wählen Sie zuerst ein Passwort. Der Link gilt einmal und 7 Tage lang.

{{ link }}

Ihr Benutzername ist {{ email }}.

Freundliche Grüße
{{ shop }}`,
  },
  reset: {
    subject: 'Wählen Sie ein neues Passwort - {{ shop }}',
    text: `Guten Tag {{ name }},

jemand, vermutlich Sie selbst, hat ein neues Passwort für {{ email }} bei {{ shop }} angefordert. Der Link gilt einmal und 60 Minuten lang.

{{ link }}

Falls Sie das nicht waren, müssen Sie nichts tun. Ihr Passwort bleibt unverändert.

Freundliche Grüße
{{ shop }}`,
  },
  'password-changed': {
    subject: 'Ihr Passwort wurde geändert - {{ shop }}',
    text: `Guten Tag {{ name }},

das Passwort von {{ email }} bei {{ shop }} wurde gerade geändert. Falls Sie das selbst waren, müssen Sie nichts tun.

Falls nicht, wählen Sie sofort ein neues Passwort und sagen Sie uns Bescheid, indem Sie auf diese E-Mail antworten.

{{ link }}

Freundliche Grüße
{{ shop }}`,
  },
  'guest-order': {
    subject: 'Ihre Bestellung {{ order }} - {{ shop }}',
    text: `Guten Tag {{ name }},

Sie möchten Ihre Bestellung {{ order }} bei {{ shop }} ansehen. Der Link gilt einmal und 60 Minuten lang.

{{ link }}

Falls Sie nicht danach gefragt haben, müssen Sie nichts tun. Niemand sonst hat diesen Link bekommen.

Freundliche Grüße
{{ shop }}`,
  },
};

/** The texts that are sent until staff write their own; My page sends them, the desktop shows them. */
export const accountMailTexts: Readonly<
  Record<AccountMailLanguage, Readonly<Record<AccountMailKind, AccountMailWords>>>
> = { en, nb, sv, da, nl, de };
