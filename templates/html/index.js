"use strict";
(() => {
  const PAGE = 200;
  const table = document.querySelector("table.index");
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const key = (cell) => (cell.dataset.v === undefined ? cell.textContent : Number(cell.dataset.v));
  const all = [...body.rows].map((row) => {
    const keys = [...row.cells].map(key);
    return { row, keys, text: row.textContent.toLowerCase() };
  });
  let shown = all;
  let drawn = 0;
  let order = { column: -1, down: false };
  let words = [];
  const picked = new Map();

  const compare = new Intl.Collator("en", { numeric: true }).compare;
  const known = (value) => value !== "" && value !== "–";
  const before = (one, other) => {
    const a = one.keys[order.column];
    const b = other.keys[order.column];
    if (!known(a) || !known(b)) return known(b) - known(a);
    const side = typeof a === "number" && typeof b === "number" ? a - b : compare(a, b);
    return order.down ? -side : side;
  };

  const more = (count) => {
    const part = document.createDocumentFragment();
    for (const { row } of shown.slice(drawn, drawn + count)) part.append(row);
    drawn = Math.min(shown.length, drawn + count);
    body.append(part);
  };
  const draw = () => {
    const fits = ({ keys, text }) =>
      words.every((word) => text.includes(word)) && [...picked].every(([column, value]) => keys[column] === value);
    shown = all.filter(fits);
    if (order.column >= 0) shown.sort(before);
    body.replaceChildren();
    drawn = 0;
    more(PAGE);
    found.textContent = `${shown.length.toLocaleString("en")} of ${all.length.toLocaleString("en")}`;
  };

  const tools = document.createElement("div");
  tools.className = "tools";
  const labelled = (text, control) => {
    const label = document.createElement("label");
    label.append(text, control);
    tools.append(label);
    return control;
  };
  const search = labelled("Filter", Object.assign(document.createElement("input"), { type: "search" }));
  search.addEventListener("input", () => {
    words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    draw();
  });
  for (const column of [1, 2, 3]) {
    const select = labelled(heads[column].textContent, document.createElement("select"));
    const values = [...new Set(all.map(({ keys }) => keys[column]))].sort(compare);
    select.append(new Option("all", ""), ...values.map((value) => new Option(value, value)));
    select.addEventListener("change", () => {
      if (select.value) picked.set(column, select.value);
      else picked.delete(column);
      draw();
    });
  }
  const found = document.createElement("output");
  tools.append(found);
  document.querySelector("main").prepend(tools);

  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const numeric = head.classList.contains("n");
      order = { column, down: order.column === column ? !order.down : numeric };
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", order.down ? "descending" : "ascending");
      draw();
    });
  });

  const end = document.createElement("div");
  table.parentElement.after(end);
  new IntersectionObserver((seen) => {
    if (seen[0].isIntersecting && drawn < shown.length) more(PAGE);
  }, { rootMargin: "1500px" }).observe(end);
  addEventListener("beforeprint", () => more(shown.length));
  draw();
  document.documentElement.classList.remove("loading");
})();
