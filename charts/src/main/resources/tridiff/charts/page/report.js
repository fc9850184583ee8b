"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  const language = () => { root.lang = document.querySelector("input[name=lang]:checked").id.replace("lang-", ""); };
  const inputs = all("input[name=lang]");
  inputs.forEach(input => input.addEventListener("change", language));
  language();

  // Sorting: numbers by their value, the rest as text.
  for (const table of all("table.sortable")) {
    all("thead th", table).forEach((th, column) => {
      const button = document.createElement("button");
      button.append(...th.childNodes);
      th.append(button);
      button.addEventListener("click", () => {
        const up = th.getAttribute("aria-sort") !== "ascending";
        all("th", th.parentNode).forEach(other => other.removeAttribute("aria-sort"));
        th.setAttribute("aria-sort", up ? "ascending" : "descending");
        const key = row => row.cells[column]?.dataset.sort ?? row.cells[column]?.textContent ?? "";
        const compare = (a, b) => {
          const x = parseFloat(a), y = parseFloat(b);
          if (isNaN(x) || isNaN(y)) return isNaN(x) && isNaN(y) ? a.localeCompare(b) : isNaN(x) ? 1 : -1;
          return x - y;
        };
        const body = table.tBodies[0];
        [...body.rows].sort((a, b) => (up ? 1 : -1) * compare(key(a), key(b))).forEach(row => body.append(row));
      });
    });
  }

  for (const button of all("button[data-copy]")) {
    button.addEventListener("click", async () => {
      const source = document.getElementById(button.dataset.copy);
      try {
        await navigator.clipboard.writeText(source.textContent);
      } catch {
        getSelection().selectAllChildren(source);
        document.execCommand("copy");
      }
      button.classList.add("done");
    });
  }

  document.getElementById("download")?.addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([document.getElementById("json").textContent], {type: "application/json"}));
    link.download = "tridiff.json";
    link.click();
  });

  // The graph, step by step: values first to last, then adjoints last to first.
  const graphs = all("svg.in-page"); // one for each language
  if (graphs.length) {
    const boxesOf = graph => all("g[data-v]", graph).filter(box => !box.classList.contains("rest"));
    const say = document.getElementById("say");
    const n = boxesOf(graphs[0]).length;
    let step = 0; // 0: everything is shown
    const paint = graph => {
      const boxes = boxesOf(graph);
      boxes.forEach((box, i) => {
        const forward = step === 0 || i < step;
        const back = step === 0 || i >= 2 * n - step;
        box.classList.toggle("dim", !forward);
        box.classList.toggle("no-adjoint", !back);
        box.classList.toggle("now", step > 0 && i === (step <= n ? step - 1 : 2 * n - step));
      });
      const known = new Set(boxes.filter((box, i) => step === 0 || i < step).map(box => box.dataset.v));
      all("[data-from]", graph).forEach(edge => edge.classList.toggle("dim", !known.has(edge.dataset.to)));
    };
    const show = () => {
      graphs.forEach(paint);
      const now = graphs.find(graph => graph.closest("[lang]").lang === root.lang)?.querySelector(".now");
      const text = selector => now?.querySelector(selector)?.textContent ?? "";
      say.textContent = step === 0 ? "" : step <= n ? `${step}/${2 * n}  ${text(".label")}: ${text(".name")}`
        : `${step}/${2 * n}  ${text(".name").split(" ")[0]}: ${text(".adjoint")}`;
    };
    inputs.forEach(input => input.addEventListener("change", show));
    const go = to => { step = Math.max(0, Math.min(2 * n, to)); show(); };
    document.getElementById("graph-next").addEventListener("click", () => go(step === 2 * n ? 0 : step + 1));
    document.getElementById("graph-back").addEventListener("click", () => go(step - 1));
    document.getElementById("graph-all").addEventListener("click", () => go(0));
  }

  // Print with everything open.
  addEventListener("beforeprint", () => all("details.print").forEach(d => { d.open = true; }));
})();
