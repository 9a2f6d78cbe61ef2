// Words of the glossary show their meaning beside them, by mouse and by keyboard; Escape hides it.
(() => {
  const tip = document.createElement("div");
  tip.id = "meaning";
  tip.role = "tooltip";
  tip.hidden = true;
  document.body.append(tip);
  const hide = () => (tip.hidden = true);
  for (const word of document.querySelectorAll("a.word")) {
    const meaning = document.querySelector(`${word.getAttribute("href")} dd`);
    if (!meaning) continue;
    const show = () => {
      tip.textContent = meaning.textContent;
      tip.hidden = false;
    };
    word.setAttribute("aria-describedby", tip.id);
    word.addEventListener("mouseenter", show);
    word.addEventListener("focus", show);
    word.addEventListener("mouseleave", hide);
    word.addEventListener("blur", hide);
  }
  document.addEventListener("keydown", ({ key }) => key === "Escape" && hide());
})();
