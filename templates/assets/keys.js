// Keys for those who answer: each presses a link or a button that stands on the page, or moves the focus. `?` shows them all.
// Nothing happens while one writes. They are turned off in the profile; then this file is not asked for.
"use strict";
const list = document.getElementById("keys");
const PRESSED = {
  1: "[data-key='1']",
  2: "[data-key='2']",
  3: "[data-key='3']",
  4: "[data-key='4']",
  n: "form[action='/panel/next'] button",
  t: "form[action$='/claim'] button",
  s: "#answer",
};
const isField = (place) => place.closest("input:not([type=checkbox], [type=radio]), textarea, select");
const rows = () => [...document.querySelectorAll("main .rows tbody th a")];
const move = (by) => {
  const all = rows();
  const at = all.indexOf(document.activeElement);
  const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by;
  if (all[next]) all[next].focus();
};
document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
  if (isField(event.target)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (event.key === "?") {
    if (list.open) list.close();
    else list.showModal();
  } else if (list.open) {
    return;
  } else if (event.key === "j" || event.key === "k") {
    move(event.key === "j" ? 1 : -1);
  } else {
    const target = PRESSED[event.key] && document.querySelector(PRESSED[event.key]);
    if (!target) return;
    if (target.matches("textarea")) target.focus();
    else target.click();
  }
  event.preventDefault();
});
