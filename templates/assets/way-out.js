// The way out: Escape twice, or the link, replaces this page, so that "back" does not lead here again.
// Without it the link works the same, but for the history.
"use strict";
{
  const out = document.querySelector("[data-way-out]");
  const leave = () => location.replace(out.href);
  let last = -Infinity;
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (event.timeStamp - last < 1000) leave();
    last = event.timeStamp;
  });
  out.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
}
