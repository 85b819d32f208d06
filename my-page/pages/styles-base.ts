/** Colours, type, top bar, forms, buttons. 4 px grid; the shop's colour marks the main action and the place one is at. */
export const baseStyles = `
:root{color-scheme:light dark;--page:#f5f6f7;--card:#fff;--line:#dfe2e6;--field:#8a9099;--text:#1d2126;--quiet:#5a626c;--good:#dff3e4;--good-text:#14532d;--bad:#fdeaea;--bad-text:#8c1d18;--waiting:#8a5200;--shadow:0 1px 2px rgb(0 0 0/.05)}
@media (prefers-color-scheme:dark){:root{--page:#121316;--card:#1b1d21;--line:#33373d;--field:#767d87;--text:#e8eaed;--quiet:#a3abb5;--good:#12351f;--good-text:#b5e6c3;--bad:#451a1a;--bad-text:#ffc9c4;--waiting:#f0b357;--shadow:none}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;min-height:100vh;display:flex;flex-direction:column;background:var(--page);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:break-word}
h1,h2,p,ul,ol{margin:0}
h1{font-size:1.5rem;line-height:1.25;font-weight:650;letter-spacing:-.01em}
h2{font-size:1.0625rem;line-height:1.35;font-weight:650}
ul,ol{padding:0;list-style:none}
a{color:var(--accent);text-underline-offset:.18em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:4px}
.quiet,.hint,.as-of{color:var(--quiet)}
.hint,.as-of{font-size:.875rem}
.number{text-align:right;font-variant-numeric:tabular-nums}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-999px;top:8px;padding:8px 12px;background:var(--card);border-radius:6px;z-index:1}
.skip:focus{left:8px}
.top{background:var(--card);border-top:4px solid var(--brand);border-bottom:1px solid var(--line)}
.top-row{max-width:1040px;margin:0 auto;padding:8px 16px 0;display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;column-gap:24px}
.shop-name{display:flex;align-items:center;gap:10px;min-height:44px;min-width:0;color:var(--text);font-weight:650;text-decoration:none}
.shop-name span:last-child{overflow:hidden;text-overflow:ellipsis}
.monogram{flex:none;width:32px;height:32px;border-radius:8px;display:grid;place-items:center;background:var(--accent);color:var(--on-accent);font-weight:700}
nav ul{display:flex;flex-wrap:wrap;gap:0 4px;margin:0 -10px}
nav a,button.plain{display:flex;align-items:center;min-height:44px;padding:0 10px;color:var(--quiet);text-decoration:none;border-bottom:3px solid transparent}
nav a:hover,button.plain:hover{color:var(--text)}
nav a[aria-current]{color:var(--text);font-weight:600;border-bottom-color:var(--accent)}
button.plain{background:none;border-width:0 0 3px;border-color:transparent;font:inherit;color:var(--quiet);cursor:pointer}
@media (max-width:420px){nav ul{gap:0;margin:0 -5px}nav a,button.plain{padding:0 5px;font-size:.9375rem}}
main{flex:1;width:100%;max-width:1040px;margin:0 auto;padding:24px 16px 40px}
main.narrow{max-width:512px}
footer{max-width:1040px;width:100%;margin:0 auto;padding:16px;display:flex;flex-wrap:wrap;gap:4px 24px;justify-content:space-between;font-size:.8125rem;color:var(--quiet)}
footer a{color:inherit}
footer span{margin-left:auto}
.card{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:20px 16px;box-shadow:var(--shadow)}
.card>h2{margin-bottom:12px}
.heading{display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between;gap:0 16px;margin-bottom:16px}
.lead{margin-top:6px;color:var(--quiet)}
.heading+.lead{margin:-8px 0 20px}
.aside{margin-top:20px;text-align:center}
form>.field:first-of-type{margin-top:20px}
.field{margin-bottom:16px}
.field label{display:block;margin-bottom:4px;font-weight:550;font-size:.9375rem}
.field .hint{margin-top:4px}
.field .quiet{font-weight:400}
input,select,textarea{width:100%;min-height:44px;padding:9px 12px;border:1px solid var(--field);border-radius:8px;background:var(--card);color:inherit;font:inherit}
textarea{resize:vertical;display:block}
input::placeholder{color:var(--quiet);opacity:.7}
input:focus,select:focus,textarea:focus{outline:2px solid var(--accent);outline-offset:-1px;border-color:var(--accent)}
.faulty input{border-color:var(--bad-text)}
.fault{margin-top:4px;font-size:.875rem;color:var(--bad-text)}
.choice{display:grid;grid-template-columns:auto 1fr;gap:2px 12px;align-items:start}
.choice label{margin:0}
.choice input{width:20px;min-height:20px;height:20px;margin:2px 0 0;accent-color:var(--accent)}
.choice .hint{grid-column:2;margin:0}
.place-row{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,3fr);gap:0 12px}
.place-row .field{display:grid;grid-row:span 3;grid-template-rows:subgrid}
.place-row label{align-self:end}
.button{display:inline-flex;text-align:center;align-items:center;justify-content:center;min-height:44px;padding:7px 19px;border:1px solid transparent;border-radius:8px;background:var(--accent);color:var(--on-accent);font:inherit;font-weight:600;text-decoration:none;cursor:pointer}
.button:hover{filter:brightness(1.08)}
.button.second{background:none;color:var(--accent);border-color:var(--field)}
.button.wide{width:100%}
.button.danger{background:var(--bad-text);color:var(--card)}
.button.small{min-height:36px;padding:3px 13px;font-size:.9375rem}
form>.button,.details .button{width:100%;margin-top:4px}
.details .button+.hint{margin-top:8px;text-align:center}
.notice{margin:16px 0 0;padding:10px 14px;border-radius:8px}
main>.notice{margin:0 0 16px}
.notice.good{background:var(--good);color:var(--good-text)}
.notice.bad{background:var(--bad);color:var(--bad-text)}
.lead+.notice:has(+form.shop){margin:0 0 16px}
@media (min-width:700px){.card{padding:24px}main{padding-top:32px}h1{font-size:1.75rem}.top-row{padding:0 16px;min-height:60px}nav a,button.plain{min-height:60px}}
@media (forced-colors:active){nav a,button.plain{border-bottom-color:Canvas}nav a[aria-current]{border-bottom-color:Highlight}.status::before{forced-color-adjust:none;background:CanvasText}}
@media (prefers-reduced-motion:no-preference){a,button{transition:filter .1s,color .1s}}
`;
