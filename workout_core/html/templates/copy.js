for (const button of document.querySelectorAll("[data-copies]")) {
  const field = document.getElementById(button.dataset.copies);
  const status = button.parentElement.querySelector("[role=status]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      status.textContent = {{ gettext("Copied.") | tojson }};
    } catch {
      status.textContent = {{ gettext("Selected: copy it now.") | tojson }};
    }
  });
}
