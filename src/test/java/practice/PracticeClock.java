package practice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Practice time, which can be moved on: that of the networks, and of an application that
 * is given it.
 */
public final class PracticeClock extends Clock {

	private volatile Duration ahead = Duration.ZERO;

	/** Moves time on, or back when negative. */
	public void advance(Duration by) {
		this.ahead = this.ahead.plus(by);
	}

	/** Back to the real time. */
	public void reset() {
		this.ahead = Duration.ZERO;
	}

	@Override
	public Instant instant() {
		return Instant.now().plus(this.ahead);
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return Clock.fixed(instant(), zone);
	}

}
