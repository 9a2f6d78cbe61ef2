// Sliders for the weights of the criteria: the nets of the page are added up anew with the weights that are tried.
(() => {
  const place = document.getElementById("weights");
  const table = document.querySelector("table.contributions");
  if (!place || !table) return;

  const make = (tag, text = "", attributes = {}) => {
    const element = Object.assign(document.createElement(tag), { textContent: text });
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };
  const number = (cell) => Number(cell.querySelector("data")?.value ?? 0);
  const shown = (value) => (value > 0 ? "+" : value < 0 ? "−" : "") + Math.round(Math.abs(value) * 10) / 10;

  const options = [...table.querySelectorAll("thead th[data-option]")].map((head) => ({
    name: head.textContent,
    open: head.dataset.option === "open",
  }));
  const criteria = [...table.querySelectorAll("tbody tr")].map((row) => ({
    id: row.id.replace("weighs-", ""),
    name: row.querySelector("th span").textContent,
    weight: number(row.querySelector("th")),
    nets: [...row.querySelectorAll("td")].map(number),
  })).filter(({ weight }) => weight > 0);

  const ranking = make("ol", "", { class: "ranking" });
  const line = make("output", "", { class: "paste" });
  const sliders = criteria.map(({ id, name, weight }) => {
    const slider = make("input", "", { type: "range", id: `try-${id}`, min: 0, max: 10, step: 0.5, value: weight });
    const label = make("label", name, { for: slider.id });
    const value = make("output", String(weight), { for: slider.id });
    slider.addEventListener("input", () => show());
    return { label, slider, value };
  });
  const reset = make("button", "Reset", { type: "button" });
  reset.addEventListener("click", () => {
    sliders.forEach(({ slider }, index) => (slider.value = criteria[index].weight));
    show();
  });

  const nets = () =>
    options.map((option, column) => ({
      ...option,
      net: criteria.reduce((sum, { weight, nets }, row) => sum + (nets[column] / weight) * sliders[row].slider.value, 0),
    }));
  const show = () => {
    sliders.forEach(({ slider, value }) => (value.textContent = slider.value));
    const ranked = nets().sort((one, other) => other.open - one.open || other.net - one.net);
    ranking.replaceChildren(
      ...ranked.map(({ name, net, open }) => make("li", `${name} ${shown(net)}${open ? "" : " (ruled out)"}`)),
    );
    const changed = criteria.filter(({ weight }, row) => Number(sliders[row].slider.value) !== weight);
    line.textContent = changed.length
      ? changed.map(({ id }) => `--weight ${id}=${document.getElementById(`try-${id}`).value}`).join(" ")
      : "The weights are those of the rules.";
  };

  const fields = make("fieldset");
  fields.append(make("legend", "Try other weights"));
  for (const { label, slider, value } of sliders) {
    const row = make("p");
    row.append(label, slider, value);
    fields.append(row);
  }
  fields.append(reset);
  const outcome = make("div", "", { role: "status" });
  outcome.append(make("p", "Net points with these weights:"), ranking, make("p", "For the command line:"), line);
  place.append(fields, outcome);
  place.hidden = false;
  show();
})();
