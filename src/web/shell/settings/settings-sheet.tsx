/** The sheet with the device's settings: theme and language. */
import { type ReactNode, useState } from 'react';
import type { Language } from '#contract/core/common.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Choices } from '#web/ui/forms/chip.tsx';
import { Hint } from '#web/ui/forms/field.tsx';
import { TodayIcon } from '#web/ui/icons/icons.tsx';
import { MoonIcon, SunIcon } from '#web/ui/icons/more-icons.tsx';
import { Sheet } from '#web/ui/layout/sheet.tsx';
import { chooseLanguage, useLanguage } from './language.ts';
import styles from './settings-sheet.module.css';
import { shellWords } from './shell-words.ts';
import { chooseTheme, useThemeChoice } from './theme.ts';

const LANGUAGES: readonly { readonly value: Language; readonly label: string }[] = [
  { value: 'pt-BR', label: 'Português' },
  { value: 'en', label: 'English' },
  { value: 'es', label: 'Español' },
];

export interface SettingsSheetProps {
  readonly onClose: () => void;
  /** Whether only light and dark are offered: support and managers have no theme that follows quiet hours. */
  readonly hasFixedTheme?: boolean;
  /** Further entries, such as signing out. */
  readonly children?: ReactNode;
}

export function SettingsSheet({ onClose, hasFixedTheme = false, children }: SettingsSheetProps) {
  const t = shellWords.useWords();
  const theme = useThemeChoice();
  const language = useLanguage();
  const [coming, setComing] = useState<Language | null>(null);
  const [failed, setFailed] = useState(false);

  const choose = async (next: Language) => {
    setFailed(false);
    setComing(next);
    await chooseLanguage(next).catch(() => setFailed(true));
    setComing(null);
  };

  const lights = [
    ...(hasFixedTheme ? [] : [{ value: 'follow' as const, label: t.lights.follow, icon: <TodayIcon size={18} /> }]),
    { value: 'clara' as const, label: t.lights.clara, icon: <SunIcon size={18} /> },
    { value: 'escura' as const, label: t.lights.escura, icon: <MoonIcon size={18} /> },
  ];

  return (
    <Sheet
      title={t.settings}
      onBack={onClose}
      actions={
        <Button wide firstFocus onClick={onClose}>
          {t.close}
        </Button>
      }
    >
      <Choices
        legend={t.light}
        choices={lights}
        value={hasFixedTheme && theme === 'follow' ? 'clara' : theme}
        onChange={chooseTheme}
      />
      <Hint>{t.lightHint}</Hint>
      <Choices
        legend={t.language}
        choices={LANGUAGES}
        value={coming ?? language}
        onChange={(next) => void choose(next)}
      />
      <p className={styles.fault} aria-live="polite">
        {failed && t.languageFailed}
      </p>
      {children}
    </Sheet>
  );
}
