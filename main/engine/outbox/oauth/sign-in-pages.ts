import type { ProgramLanguage } from '../../../../shared/program-language.ts';

const words = {
  en: {
    done: { title: 'You are signed in', text: 'You can close this page and go back to Orderbud.' },
    refused: { title: 'You were not signed in', text: 'Close this page; Orderbud says what to do next.' },
  },
  nb: {
    done: { title: 'Du er logget på', text: 'Du kan lukke denne siden og gå tilbake til Orderbud.' },
    refused: { title: 'Du ble ikke logget på', text: 'Lukk denne siden; Orderbud sier hva du gjør nå.' },
  },
} as const satisfies Record<ProgramLanguage, unknown>;

/** The page that the browser shows once the provider has sent it back to this machine. */
export function signInPage(language: ProgramLanguage, outcome: 'done' | 'refused'): string {
  const { title, text } = words[language][outcome];
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} – Orderbud</title>
<style>:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:20vh auto 0;padding:0 1rem}</style></head>
<body><main><h1>${title}</h1><p>${text}</p></main></body>
</html>
`;
}
