for (const player of document.querySelectorAll("audio.listen")) {
  const track = player.textTracks[0];
  const line = player.nextElementSibling;
  track.addEventListener("cuechange", () => {
    line.textContent = [...track.activeCues].map((cue) => cue.getCueAsHTML().textContent).join("\n");
  });
  player.addEventListener("play", () => {
    track.mode = "hidden";
    line.hidden = false;
  });
}
