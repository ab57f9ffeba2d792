/** Shows a person's initials. */
import styles from './avatar.module.css';

export function Avatar({ name, size = 44 }: { readonly name: string; readonly size?: number }) {
  const side = `${size / 16}rem`;
  return (
    <span className={styles.avatar} style={{ width: side, height: side }} aria-hidden="true">
      {initials(name)}
    </span>
  );
}

/** Returns "MA" for "Marina Alves", "SD" for "Sofia D’Ávila", "AN" for "Ana". */
function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const [first = '', last] = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return (last === undefined ? first.slice(0, 2) : first.slice(0, 1) + last.slice(0, 1)).toLocaleUpperCase('pt-BR');
}
