// Applies the last theme before the first paint: without this a reload at night flashes white.
try {
  if (localStorage.getItem('oto.theme.last') === 'escura') document.documentElement.dataset.theme = 'escura';
} catch {
  // The browser refuses storage: the light theme stays.
}
