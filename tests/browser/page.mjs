// What is asked of a page from within: each function runs inside the browser.

// Opens or shuts every folded part.
export function openAll(open) {
  for (const part of document.querySelectorAll("main details")) part.open = open;
}

// Counts what a keyboard should reach, and from then on marks what it did reach.
export function focusable() {
  const all = [...document.querySelectorAll("a[href], summary, button, input, select, textarea, [tabindex='0']")];
  window.stops = all
    .filter((element) => element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }))
    .map((element) => ({ element, name: element.outerHTML.slice(0, 120), reached: false }));
  document.activeElement?.blur();
  document.addEventListener("focusin", (event) => {
    const stop = window.stops.find(({ element }) => element === event.target);
    if (stop) stop.reached = true;
  });
  return window.stops.length;
}

// The elements that make the page wider than the window; empty where it can only be scrolled down.
export function wide() {
  const limit = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= limit) return [];
  return [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > limit + 1 && !element.closest(".scroll"))
    .map((element) => element.outerHTML.slice(0, 160))
    .slice(0, 5);
}

// The texts that are not shown, as they would be on paper, outside of what a page on paper leaves out.
export function hidden() {
  const shown = (element) => element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true });
  return [...document.querySelectorAll("main p, main li, main td, main th, main dd, main summary")]
    .filter((element) => element.textContent.trim() && !shown(element) && !element.closest("[data-screen]"))
    .map((element) => element.textContent.trim().slice(0, 120));
}

// The elements that would be cut off at the right edge of the paper.
export function crossing() {
  const limit = document.documentElement.clientWidth;
  return [...document.querySelectorAll("main *")]
    .filter((element) => element.getBoundingClientRect().right > limit + 1)
    .map((element) => element.outerHTML.slice(0, 160))
    .slice(0, 5);
}
