/** A table of texts. */
import type { Table } from "../answers";
import { element } from "../elements";

/** Return *table* with *caption*; the first column names the row. */
export function tableOf(table: Table, caption: string): HTMLElement {
  const head = table.columns.map((column) => element("th", { scope: "col" }, column));
  const rows = table.rows.map(([first = "", ...others]) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, first),
      ...others.map((cell) => element("td", {}, cell)),
    ),
  );
  return element(
    "div",
    { class: "wide" },
    element(
      "table",
      {},
      element("caption", {}, caption),
      element("thead", {}, element("tr", {}, ...head)),
      element("tbody", {}, ...rows),
    ),
  );
}
