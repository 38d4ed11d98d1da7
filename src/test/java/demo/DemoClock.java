package demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import practice.PracticeNetworks;

/**
 * The demo's time: goes back while its history is walked, for the application and the
 * practice networks alike, and is the real one afterwards.
 */
final class DemoClock extends Clock {

	private volatile Duration ago = Duration.ZERO;

	void goBack(Duration time, PracticeNetworks networks) {
		this.ago = time;
		networks.clock().reset();
		networks.clock().advance(time.negated());
	}

	@Override
	public Instant instant() {
		return Instant.now().minus(this.ago);
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
