// The receipt code, and the words to share: a click copies or prints them. Without script one click selects them.
"use strict";
for (const row of document.querySelectorAll("[data-needs-script]")) row.hidden = false;
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if ("print" in button.dataset) window.print();
  if ("copy" in button.dataset) {
    const code = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(code.textContent.trim());
      button.parentElement.querySelector("[role=status], output").textContent = button.dataset.done;
    } catch {
      getSelection().selectAllChildren(code);
    }
  }
});
