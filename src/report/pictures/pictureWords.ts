/** The words that a picture has of its own. */
export interface PictureWords {
  /** What the wheel is called, behind the name of the cycle. */
  readonly wheel: string;
  /** What the blueprint is called, behind the name of the cycle. */
  readonly blueprint: string;
  /** Before how many moments there are. */
  readonly moments: string;
  /** A moment where one bad incident can undo the service. */
  readonly critical: string;
  /** A moment with a sign that it might be. */
  readonly watch: string;
  /** A moment that is not. */
  readonly ordinary: string;
  /** A moment that nobody has said anything about, and no data tell of. */
  readonly notAssessed: string;
  /** A moment that delights. */
  readonly strength: string;
  /** Over moments without a stage, where others have one. */
  readonly noStage: string;
  /** Before the stages that have no moments. */
  readonly emptyStages: string;
  /** Before how many moments are left out, by level. */
  readonly leftOut: string;
  /** That names which end with `…` are shortened. */
  readonly shortened: string;
  /** The lane of what the customer lives through. */
  readonly customer: string;
  /** The lane of where it happens. */
  readonly channel: string;
  /** The lane of whom the customer meets. */
  readonly frontStage: string;
  /** The lane of who stands behind it. */
  readonly backStage: string;
  /** The lane of waits and standards. */
  readonly standards: string;
  /** What parts the customer from the organization. */
  readonly lineOfInteraction: string;
  /** What parts what the customer sees from what is behind. */
  readonly lineOfVisibility: string;
  /** The customer meets a person, face to face. */
  readonly staff: string;
  /** The customer meets a person, by telephone or in writing. */
  readonly remote: string;
  /** The customer meets a machine, a page or an app. */
  readonly selfService: string;
  /** The customer meets nobody. */
  readonly nobody: string;
  /** The customer waits. */
  readonly waits: string;
  /** The share of cases that a standard requires, with `{share}` where it stands. */
  readonly ofCases: string;
  /** That a standard holds in every case. */
  readonly everyCase: string;
  /** Before how many standards of a moment are left out. */
  readonly moreStandards: string;
}

/** The words of pictures where no others are given. */
export const PICTURE_WORDS: PictureWords = {
  wheel: 'service cycle',
  blueprint: 'service blueprint',
  moments: 'Moments',
  critical: 'critical',
  watch: 'to watch',
  ordinary: 'ordinary',
  notAssessed: 'not assessed',
  strength: 'strength',
  noStage: 'Without a stage',
  emptyStages: 'Stages without moments',
  leftOut: 'Not listed',
  shortened: 'Names that end with … are shortened.',
  customer: 'Customer',
  channel: 'Channel',
  frontStage: 'Front stage',
  backStage: 'Back stage',
  standards: 'Waits and standards',
  lineOfInteraction: 'line of interaction',
  lineOfVisibility: 'line of visibility',
  staff: 'staff, face to face',
  remote: 'staff, by telephone or in writing',
  selfService: 'a machine, a page or an app',
  nobody: 'nobody',
  waits: 'The customer waits',
  ofCases: '{share} of cases',
  everyCase: 'every case',
  moreStandards: 'More standards',
};
