// Paints the last theme before the first pixel: without it a reload at night flashes white.
try {
  if (localStorage.getItem('oto.theme.last') === 'escura') document.documentElement.dataset.theme = 'escura';
} catch {
  // Storage is refused: day it is.
}
