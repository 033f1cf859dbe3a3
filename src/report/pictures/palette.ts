/** What is drawn in a colour of its own. */
export type ColourName =
  | 'paper'
  | 'ink'
  | 'muted'
  | 'line'
  | 'stage'
  | 'other-stage'
  | 'on-stage'
  | 'critical'
  | 'on-critical'
  | 'watch'
  | 'watch-edge'
  | 'ordinary'
  | 'ordinary-edge'
  | 'strength';

/** The colours, in the light and in the dark. Texts on what they stand on have a contrast of 4.5 or more, edges of 3. */
export const COLOURS: Readonly<Record<ColourName, readonly [light: string, dark: string]>> = {
  paper: ['#ffffff', '#0d1117'],
  ink: ['#1f2328', '#e6edf3'],
  muted: ['#57606a', '#9aa4af'],
  line: ['#818b95', '#6e7781'],
  stage: ['#0b5cad', '#79c0ff'],
  'other-stage': ['#54606e', '#aab4be'],
  'on-stage': ['#ffffff', '#0d1117'],
  critical: ['#b42318', '#ff7b72'],
  'on-critical': ['#ffffff', '#0d1117'],
  watch: ['#fff1c9', '#3a2c05'],
  'watch-edge': ['#8a5a00', '#e3b341'],
  ordinary: ['#e6f0fb', '#12273f'],
  'ordinary-edge': ['#0b5cad', '#79c0ff'],
  strength: ['#1a7f37', '#56d364'],
};
