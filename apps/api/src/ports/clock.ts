/** Port: what time it is. The only source of time, so that tests can say what time it is. */
export abstract class Clock {
  abstract now(): Date;
}
