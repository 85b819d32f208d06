import { accentOn } from '../pages/colour.ts';
import { type Html, html } from '../pages/html.ts';

export type MailLook = {
  readonly language: string;
  readonly subject: string;
  readonly shop: string;
  /** Empty for none. */
  readonly shopUrl: string;
  readonly colour: string;
  /** What the button says that the link becomes. */
  readonly button: string;
};

const font = "-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const textStyle = `margin:0 0 16px;font-family:${font};font-size:16px;line-height:24px;color:#1f2328;overflow-wrap:anywhere`;
const smallStyle = `font-family:${font};font-size:13px;line-height:20px;color:#5b6470`;
const table = html`role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"`;
const lightCard = '#ffffff';
const darkCard = '#202124';

/**
 * The HTML part, made from the text part, so that the two cannot differ: paragraphs, and the link as a button where it
 * stands alone. No picture, nothing loaded from anywhere. Inline styles carry the light look.
 */
export function mailHtml(text: string, link: string, look: MailLook): string {
  const light = accentOn(look.colour, lightCard);
  const dark = accentOn(look.colour, darkCard);
  return html`<!doctype html>
<html lang="${look.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${look.subject}</title>
<style>
@media (max-width:480px){.edge{padding:0!important}.pad{padding-left:20px!important;padding-right:20px!important}.card{border-radius:0!important}}
@media (prefers-color-scheme:dark){.paper{background:#17181a!important}.card{background:${darkCard}!important}.ink{color:#e8eaed!important}.quiet{color:#a9b1ba!important}a.link{color:${dark.accent}!important}.button{background:${dark.accent}!important}.button a{color:${dark.onAccent}!important}}
</style>
</head>
<body class="paper" style="margin:0;padding:0;background:#f3f4f6">
<table ${table} class="paper" style="background:#f3f4f6"><tr><td align="center" class="edge" style="padding:24px 12px">
<table ${table} class="card" style="max-width:560px;background:${lightCard};border-radius:8px;border-top:4px solid ${look.colour}">
<tr><td class="pad ink" style="padding:24px 32px 8px;font-family:${font};font-size:18px;line-height:24px;font-weight:600;color:#1f2328;overflow-wrap:anywhere">${look.shop}</td></tr>
<tr><td class="pad" style="padding:8px 32px 16px">${paragraphs(text, { link, words: look.button }, light)}</td></tr>
</table>
${look.shopUrl && html`<table ${table} style="max-width:560px"><tr><td class="pad quiet" style="${smallStyle};padding:16px 32px"><a class="quiet" href="${look.shopUrl}" style="${smallStyle}">${hostOf(look.shopUrl)}</a></td></tr></table>`}
</td></tr></table>
</body>
</html>
`.markup;
}

type Colours = { readonly accent: string; readonly onAccent: string };

type Button = { readonly link: string; readonly words: string };

function paragraphs(text: string, { link, words }: Button, colours: Colours): readonly Html[] {
  return text.split(/\n{2,}/).map((paragraph) => {
    if (link !== '' && paragraph.trim() === link) return button({ link, words }, colours);
    const lines = paragraph
      .split('\n')
      .map((line, index) => html`${index > 0 && html`<br>`}${withLink(line, link, colours)}`);
    return html`<p class="ink" style="${textStyle}">${lines}</p>
`;
  });
}

/** The whole address stands below: buttons lead somewhere that one cannot see. */
function button({ link, words }: Button, { accent, onAccent }: Colours): Html {
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 8px"><tr><td class="button" style="background:${accent};border-radius:6px"><a href="${link}" style="display:inline-block;padding:12px 20px;font-family:${font};font-size:16px;line-height:20px;font-weight:600;color:${onAccent};text-decoration:none">${words}</a></td></tr></table>
<p class="quiet" style="${smallStyle};margin:0 0 16px;word-break:break-all"><a class="link" href="${link}" style="color:${accent}">${link}</a></p>
`;
}

function withLink(line: string, link: string, { accent }: Colours): readonly (Html | string)[] {
  if (link === '' || !line.includes(link)) return [line];
  return line
    .split(link)
    .flatMap((part, index) =>
      index === 0 ? [part] : [html`<a class="link" href="${link}" style="color:${accent}">${link}</a>`, part],
    );
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}
