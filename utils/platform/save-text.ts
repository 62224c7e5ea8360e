/** Offers a text to the user as a file to be saved. */
export function saveText(text: string, fileName: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // Not at once: the browser reads the address only after this task.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
