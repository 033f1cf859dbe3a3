/**
 * How a report looks: on a phone and on a desk, light and dark, and on paper. All colours pass WCAG AA
 * on their ground.
 */
export const STYLE: string = `
:root { color-scheme: light dark; --side: 1rem; --ground: #fff; --text: #1c2024; --soft: #545b64; --line: #d5dae0;
  --head: #f3f5f7; --bad: #a4161a; --badground: #fdecec; --good: #0b6b3a; --goodground: #e8f5ec;
  --open: #7a4b00; --openground: #fdf3e0; --accent: #0b5cad; }
@media screen and (prefers-color-scheme: dark) { :root { --ground: #0d1117; --text: #e8eaed; --soft: #aab2bb;
  --line: #3a4149; --head: #20252a; --bad: #ff9c97; --badground: #401a1b; --good: #7fd8a2;
  --goodground: #15301f; --open: #f3c572; --openground: #362a10; --accent: #82b8f2; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
main { max-width: 72rem; margin: 0 auto; padding: 1.5rem var(--side) 4rem; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.3rem; line-height: 1.25; margin: 2.5rem 0 .75rem; padding-top: .75rem;
  border-top: 1px solid var(--line); }
p, ul, ol { margin: .5rem 0; max-width: 62rem; }
li { margin: .3rem 0; }
.lead { color: var(--soft); }
.verdict { font-weight: 600; }
.brief { border-left: .3rem solid var(--accent); padding-left: 1rem; margin: 1rem 0; }
.brief h2 { border: 0; padding: 0; margin-top: 0; }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0 1rem; }
a { color: var(--accent); }
table { width: 100%; border-collapse: collapse; margin: 1rem 0; font-size: .925rem; }
th, td { text-align: left; vertical-align: top; padding: .45rem .6rem;
  border-bottom: 1px solid var(--line); }
thead th { background: var(--head); }
tbody th { font-weight: 600; min-width: 10rem; }
.short { white-space: nowrap; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td p, th p { margin: 0 0 .2rem; }
th p + p { font-weight: 400; color: var(--soft); }
.tone { display: inline-block; padding: .05rem .5rem; border-radius: .3rem; font-weight: 600; }
.tone::before { margin-right: .35rem; }
.bad { color: var(--bad); background: var(--badground); } .bad::before { content: "\\25B2"; }
.good { color: var(--good); background: var(--goodground); } .good::before { content: "\\25CF"; }
.open { color: var(--open); background: var(--openground); } .open::before { content: "\\25C7"; }
figure { margin: 1rem 0; } figure img { display: block; max-width: 100%; height: auto; }
@media screen and (max-width: 60rem) {
  .short { white-space: normal; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody, tr, th, td { display: block; width: 100%; }
  tr { border: 1px solid var(--line); border-radius: .4rem; margin: 0 0 .75rem; padding: .4rem .2rem; }
  tbody th, tbody td { border: 0; padding: .2rem .6rem; min-width: 0; }
  tbody td[data-head]::before { content: attr(data-head); display: block; color: var(--soft);
    font-size: .8rem; }
  tbody td:not([data-head]) { color: var(--soft); font-size: .8rem; }
  td.empty { display: none; }
  td.short { display: grid; grid: auto / 7rem 1fr; gap: 0 1rem; place-items: start; }
  td.short > * { grid-column: 2; }
  .figure { text-align: left; }
}
@media screen and (max-width: 44rem) {
  .brief { border: 0; padding: 0; }
  ul, ol { padding-left: 1.25rem; }
  figure { margin: 1rem calc(-1 * var(--side)); }
}
@media print {
  :root { color-scheme: light; --text: #000; }
  .tone { background: none; }
  main { max-width: none; padding: 0; } nav { display: none; }
  body { font-size: 10pt; } h2 { break-after: avoid; } tr, figure { break-inside: avoid; }
  thead { display: table-header-group; } .short { white-space: normal; }
  table { font-size: 8.5pt; hyphens: auto; } th, td { padding: .25rem .35rem; overflow-wrap: break-word; } tbody th { min-width: 6rem; }
  @page { margin: 15mm; }
}
`;
