/** Lists, the order page and the shop. Phone first; wide screens get columns. */
export const pageStyles = `
.stack{display:grid;gap:16px;grid-template-columns:minmax(0,1fr)}
.stack .notice:has(+form){margin-bottom:20px}
.stack h2+form>.field:first-of-type{margin-top:0}
.hint.after{margin-top:8px}
.details-list{margin:0 0 16px;display:grid;gap:8px}
.details-list dt{font-size:.875rem;color:var(--quiet)}
.details-list dd{margin:0}
.details-list+.notice{margin:0 0 16px}
.actions{margin-top:16px}
.bullets{margin-top:16px;padding-left:20px;list-style:disc;display:grid;gap:8px}
.facts{margin-bottom:16px}
.facts li{display:flex;flex-wrap:wrap;justify-content:space-between;gap:2px 16px;padding:8px 0;border-top:1px solid var(--line)}
.facts li:first-child{border-top:0;padding-top:0}
.facts strong{color:var(--text);font-weight:600}
.sessions li{align-items:center}
.sessions form{margin-left:auto}
.sessions .button{width:auto;margin:0}
.qr-code{width:200px;margin:16px auto;padding:12px;background:#fff;border-radius:8px;line-height:0}
.qr-code svg{width:100%;height:auto}
.code-key{margin:4px 0 0;font:600 1.0625rem/1.6 ui-monospace,SFMono-Regular,Consolas,monospace}
.code-key span{white-space:nowrap}
.recovery-codes .after{margin-top:16px}
.recovery-codes ul{display:grid;grid-template-columns:repeat(auto-fill,minmax(9.5rem,1fr));gap:8px 16px;margin:16px 0 20px;font:600 1.0625rem/1.5 ui-monospace,SFMono-Regular,Consolas,monospace}
@media print{.top nav,.skip,footer,.unprinted,.recovery-codes .notice{display:none}body{background:#fff;color:#000}.card{border:0;box-shadow:none;background:none}}
.message{text-align:center;padding-top:40px;padding-bottom:40px}
.message .button{margin-top:20px}
.status{display:inline-flex;align-items:baseline;gap:8px;font-weight:600}
.status::before{content:"";flex:none;width:9px;height:9px;border-radius:50%;background:var(--accent)}
.status.finished::before{background:var(--quiet)}
.status.received::before{background:none;border:2px solid var(--quiet)}
.orders.card{padding:0;overflow:hidden}
.orders li+li{border-top:1px solid var(--line)}
.orders a{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:2px 16px;padding:14px 16px;color:inherit;text-decoration:none}
.orders a:hover{background:color-mix(in srgb,var(--accent) 6%,transparent)}
.orders a:focus-visible{outline-offset:-3px;border-radius:12px}
.order-no{font-weight:650;color:var(--accent);font-variant-numeric:tabular-nums}
.order-date{grid-column:2;grid-row:1;color:var(--quiet);text-align:right}
.order-expected{grid-column:1/-1;padding-left:17px;font-size:.9375rem}
.order-status .status{font-weight:500}
.order-total{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.orders ul li{border-top:1px solid var(--line)}
.orders ul a{padding-left:40px}
.orders ul .order-no::before{content:"\\21b3";display:inline-block;width:24px;margin-left:-24px;color:var(--quiet);font-weight:400}
.search{display:flex;flex-wrap:wrap;gap:8px;align-items:center;margin-bottom:16px}
.search input{flex:1 1 160px;width:auto;min-width:0;max-width:400px}
.search .button{width:auto;margin:0}
.search a{padding:8px 0}
.nothing{text-align:center;color:var(--quiet)}
.pager{display:grid;grid-template-columns:1fr auto 1fr;gap:12px;align-items:center;margin-top:8px;white-space:nowrap}
.pager a{padding:0;border:0;color:var(--accent)}
.pager a:hover{color:var(--accent);text-decoration:underline}
.pager a[rel=next]{justify-content:end}
.back{margin-bottom:8px}
.back a{display:inline-flex;align-items:center;min-height:32px;text-decoration:none}
.back a::before{content:"\\2190";margin-right:8px}
.back a:hover{text-decoration:underline}
.order{display:grid;gap:16px;grid-template-columns:minmax(0,1fr)}
.summary .status{font-size:1.125rem}
.summary p{margin-top:6px}
.beside{display:grid;gap:16px;grid-template-columns:minmax(0,1fr)}
.beside li{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:8px 16px}
.beside li+li{margin-top:12px;padding-top:12px;border-top:1px solid var(--line)}
.beside strong{font-weight:600}
.beside .parcels li{flex-direction:column;align-items:flex-start}
.beside .papers li+li{margin-top:0;padding-top:0}
.papers a{position:relative;flex:1;padding:8px 32px 8px 0;color:inherit;text-decoration:none}
.papers a::after{content:"\\2193";position:absolute;right:4px;top:50%;translate:0 -50%;font-size:1.25rem;color:var(--accent)}
.papers strong{color:var(--accent)}
.papers a:hover strong{text-decoration:underline}
.papers .quiet{display:block;font-size:.875rem}
.papers ul{margin:-8px 0}
.related .status{font-weight:500}
.related .quiet{flex-basis:100%;font-size:.9375rem}
.earlier{margin-top:16px;padding-top:4px;border-top:1px solid var(--line)}
.earlier summary{min-height:44px;display:flex;align-items:center;gap:8px;color:var(--accent);cursor:pointer}
.earlier summary::before{content:"+";width:9px;text-align:center;font-weight:600}
.earlier[open] summary::before{content:"\\2212"}
.earlier .timeline li:first-child::before{background:var(--card);border-color:var(--quiet)}
.parcel-no{font-variant-numeric:tabular-nums;color:var(--quiet);overflow-wrap:anywhere}
.timeline li{position:relative;padding:0 0 20px 24px}
.timeline li:last-child{padding-bottom:0}
.timeline li::before{content:"";position:absolute;left:0;top:7px;width:9px;height:9px;border-radius:50%;background:var(--card);border:2px solid var(--quiet)}
.timeline li:first-child::before{background:var(--accent);border-color:var(--accent)}
.timeline li:not(:last-child)::after{content:"";position:absolute;left:5.5px;top:22px;bottom:-5px;width:2px;background:var(--line)}
.timeline p+p{margin-top:4px}
.timeline time{font-size:.875rem;color:var(--quiet)}
table,tbody{display:block;width:100%}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:6px 12px;padding:14px 0;border-top:1px solid var(--line)}
tbody tr:first-child{border-top:0;padding-top:0}
tbody th{grid-column:1/-1;text-align:left;font-weight:600}
.product-no{display:block;font-size:.875rem;font-weight:400}
td{font-variant-numeric:tabular-nums}
td.number{text-align:left}
td.price,td.amount{grid-column:1/-1;display:flex;align-items:baseline;justify-content:space-between;gap:12px}
td.amount{margin-top:-4px;font-weight:600}
td.expected{grid-column:1/-1}
.cell-label{display:block;font-size:.8125rem;font-weight:400;color:var(--quiet)}
td.empty{display:none}
.sum{display:flex;justify-content:space-between;gap:16px;padding-top:14px;border-top:1px solid var(--line);font-size:1.0625rem;font-variant-numeric:tabular-nums}
.placed-lines{margin-bottom:14px}
.placed-lines li{display:flex;justify-content:space-between;gap:16px;padding:4px 0}
.placed-lines .number{white-space:nowrap}
.quantity{font-variant-numeric:tabular-nums}
.products li{display:grid;grid-template-columns:minmax(0,1fr) 76px;gap:2px 16px;align-items:center;padding:12px 0;border-top:1px solid var(--line)}
.products li:first-child{border-top:0;padding-top:0}
.products li:last-child{padding-bottom:0}
.product-name{display:flex;flex-direction:column}
.product-name .quiet,.product-price .quiet{font-size:.875rem}
.product-price{grid-row:2;display:flex;gap:6px;align-items:baseline;font-variant-numeric:tabular-nums}
.products input{grid-column:2;grid-row:1/3;text-align:right}
.products input:not(:placeholder-shown){border-color:var(--accent);font-weight:600}
.no-stock{color:var(--waiting)}
.shop{display:grid;gap:16px;grid-template-columns:minmax(0,1fr)}
.thanks{text-align:center}
.thanks .placed-lines,.thanks .sum{text-align:left}
.thanks .placed-lines{margin-top:20px;padding-top:14px;border-top:1px solid var(--line)}
.thanks-no{margin-top:16px;font-size:.9375rem}
.thanks-no strong{display:block;font-size:2rem;line-height:1.2;letter-spacing:-.01em;font-variant-numeric:tabular-nums}
.thanks-next{margin-top:20px}
@media (min-width:700px){
.orders a{grid-template-columns:minmax(0,5fr) minmax(0,4fr) minmax(0,8fr) minmax(0,4fr);padding:14px 24px;align-items:baseline}
.orders ul a{padding-left:24px}
.orders ul .order-no{padding-left:24px}
.order-date{grid-column:auto;grid-row:auto;text-align:left}
.order-expected{grid-column:3;grid-row:2}
.products li{grid-template-columns:minmax(0,1fr) 120px 84px}
.product-price{grid-row:auto;flex-direction:column;gap:0;align-items:flex-end;line-height:1.35}
.products input{grid-column:3;grid-row:auto}
.order{grid-template-columns:minmax(0,3fr) minmax(0,2fr);align-items:start}
.order>*{grid-column:1/-1}
.order>.summary{display:flex;flex-wrap:wrap;align-items:baseline;gap:4px 32px}
.summary p{margin:0}
.beside{grid-template-columns:repeat(auto-fit,minmax(260px,1fr))}
.order:has(.beside>:only-child)>.news{grid-column:1;grid-row:2}
.order:has(.news)>.beside:has(>:only-child){grid-column:2;grid-row:2}
.shop{grid-template-columns:minmax(0,3fr) minmax(300px,2fr);align-items:start}
.details{position:sticky;top:16px}
table{display:table;border-collapse:collapse}
thead{display:table-header-group;position:static;width:auto;height:auto;clip-path:none}
tbody{display:table-row-group}
tr{display:table-row;border:0}
th,td{padding:10px 16px 10px 0;border-top:1px solid var(--line);vertical-align:top}
th:last-child,td:last-child{padding-right:0}
thead th{border-top:0;padding-top:0;text-align:left;font-size:.8125rem;font-weight:500;color:var(--quiet);white-space:nowrap}
thead th.number,td.number,td.price{text-align:right}
tbody tr:first-child th{padding-top:10px}
.cell-label{display:none}
td.empty{display:table-cell}
td.number{white-space:nowrap}
td.price,td.amount{display:table-cell;margin:0}
td.expected{min-width:8.6em}
tbody th{min-width:10em}
.lines{overflow-x:auto}
}
`;
