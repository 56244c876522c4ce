// Play goes from event to event: 1.2 s each at normal speed. Nothing plays by itself.
const STEP_MS = 1200;

export class Player {
  /** `show(row)` is called for each event; `changed(playing)` when playing starts or stops. */
  constructor(model, show, changed) {
    Object.assign(this, { model, show, changed, speed: 1, timer: 0 });
  }

  get playing() {
    return this.timer !== 0;
  }

  toggle() {
    if (this.playing) this.stop();
    else this.start();
  }

  start() {
    const { rows } = this.model.index;
    if (!rows.length) return;
    const fresh = this.model.window === null || this.model.neighbour(1) < 0;
    this.schedule();
    if (fresh) this.show(rows[0]);
    else this.next();
    this.changed(true);
  }

  stop() {
    clearTimeout(this.timer);
    this.timer = 0;
    this.changed(false);
  }

  schedule() {
    this.timer = setTimeout(() => {
      if (this.next()) this.schedule();
      else this.stop();
    }, STEP_MS / this.speed);
  }

  next() {
    const row = this.model.neighbour(1);
    if (row >= 0) this.show(row);
    return row >= 0;
  }
}
