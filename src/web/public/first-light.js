// Sets the last theme before the first paint: else a night reload flashes white.
try {
  if (localStorage.getItem('oto.theme.last') === 'escura') document.documentElement.dataset.theme = 'escura';
} catch {
  // No storage: the theme stays light.
}
