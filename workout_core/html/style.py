"""What the page of a plan looks like: in light and dark, on a phone, and on A4."""

from __future__ import annotations

from typing import Final

STYLE: Final = """\
:root { color-scheme: light dark; --ink: #1a1a1a; --faint: #555; --paper: #fff; --line: #bbb; --link: #0b4f9e;
  --hard: #9b1c1c; --bar: #6b7f99; }
@media screen and (prefers-color-scheme: dark) {
:root { --ink: #ececec; --faint: #b4b4b4; --paper: #161616; --line: #555; --link: #8fc1ff;
  --hard: #ff9e94; --bar: #8fa3bd; }
}
* { box-sizing: border-box; }
body { font: 1rem/1.45 system-ui, "Helvetica Neue", Arial, sans-serif; color: var(--ink);
  background: var(--paper); margin: 0; overflow-wrap: break-word; }
main { max-width: 72rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .3rem; }
h2 { font-size: 1.3rem; margin: 2rem 0 .5rem; border-bottom: 2px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.4rem 0 .2rem; }
p { margin: .2rem 0 .5rem; }
a { color: var(--link); }
.numbers, .days, .much, figcaption { color: var(--faint); font-size: .9rem; }
.words, .note { white-space: pre-line; }
.note { border-inline-start: 3px solid var(--line); padding-inline-start: .6rem; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: start; vertical-align: top; padding: .3rem .5rem; border: 1px solid var(--line); }
.loads th[scope=row] { overflow-wrap: anywhere; min-width: 7em; }
.loads td, .days time { white-space: nowrap; }
.load { width: 35%; }
.load span { display: inline-block; min-width: 3em; }
svg { forced-color-adjust: none; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.bar { width: calc(100% - 3.6em); min-width: 3em; height: .8em; fill: var(--bar); }
.grid { table-layout: fixed; font-size: .9rem; }
.grid ul { list-style: none; margin: 0; padding: 0; }
.grid li + li { margin-top: .5rem; border-top: 1px dotted var(--line); padding-top: .4rem; }
.grid time { font-weight: 600; }
.much { display: block; }
.hard > a, .race > a, .race > bdi { font-weight: 700; }
.mark { font-size: .8rem; border: 1px solid; border-radius: .3em; padding: 0 .3em; white-space: nowrap; }
.hard .mark, .race .mark { color: var(--hard); font-weight: 700; }
.skipped { color: var(--faint); }
article { border-top: 1px solid var(--line); max-width: 44rem; }
figure { margin: .6rem 0; max-width: 32rem; }
ol, .links { margin: .3rem 0; padding-inline-start: 1.6rem; }
@media screen and (max-width: 44rem) {
.grid, .grid tbody, .grid tr, .grid td { display: block; }
.grid thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.grid td:empty { display: none; }
.grid td::before { content: attr(data-day); font-weight: 700; }
.loads { table-layout: fixed; font-size: .9rem; }
.loads th:nth-child(2), .loads td:nth-child(2) { display: none; }
.loads th:first-child { width: 34%; }
.loads th, .loads td { white-space: normal; padding: .3rem .25rem; }
.loads th[scope=row] { overflow-wrap: break-word; min-width: 0; }
.bar { display: block; width: 100%; }
}
@media print {
@page { size: A4; margin: 12mm; }
:root { font-size: 9.5pt; }
main { max-width: none; padding: 0; }
nav { display: none; }
a { color: inherit; text-decoration: none; }
.titled::after { content: " (" attr(href) ")"; }
.week, article, tr, li, figure { break-inside: avoid; }
h2, h3 { break-after: avoid; }
#sessions { break-before: page; }
}
"""
