/** Splits an SQL file into its statements, each with the comments above it. */

export interface SqlStatement {
  /** The statement without the semicolon and without the comments above it. */
  readonly text: string;
  /** Whole comment lines directly above the statement, trimmed, `--` included. */
  readonly comments: readonly string[];
}

/** Quoted texts, quoted names, dollar-quoted bodies and comments may contain semicolons. */
const TOKEN = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|(\$\w*\$)[\s\S]*?\1|;|[^-/'"$;]+|[\s\S]/g;

export function splitStatements(sql: string): SqlStatement[] {
  const statements: SqlStatement[] = [];
  let text = '';
  let comments: string[] = [];
  const end = () => {
    if (text.trim() !== '') statements.push({ text: text.trim(), comments });
    text = '';
    comments = [];
  };
  for (const [token] of sql.matchAll(TOKEN)) {
    if (token === ';') end();
    else if (token.startsWith('--') && text.trim() === '') comments.push(token.trim());
    else text += token;
  }
  end();
  return statements;
}
