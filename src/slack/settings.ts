/** The settings that this folder reads; `Config['slack']` has them. */
export interface SlackSettings {
  readonly transport: 'socket' | 'http';
  readonly botToken: string | undefined;
  readonly appToken: string | undefined;
  readonly signingSecret: string | undefined;
  /** Address of the Web API, with a slash at its end. */
  readonly apiUrl: string;
  /** Undefined when nothing shall listen; 0 takes any free port. */
  readonly port: number | undefined;
  /** Network interface to listen on. */
  readonly host: string;
  /** Whether words of questions may be stored. */
  readonly keepQuestions: boolean;
  /** What installing by OAuth needs; undefined where the bot token is set. */
  readonly oauth:
    | { readonly clientId: string; readonly clientSecret: string; readonly stateSecret: string }
    | undefined;
}
