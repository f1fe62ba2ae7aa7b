/** Hands a text to the reader as a file, made on their device: nobody is asked for it. */
export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it when the click is over; some read it a little later.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
