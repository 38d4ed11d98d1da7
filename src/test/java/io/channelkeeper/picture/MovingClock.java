package io.channelkeeper.picture;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes where a test puts it. */
final class MovingClock extends Clock {

	private volatile Instant now;

	MovingClock(Instant now) {
		this.now = now;
	}

	void move(Duration by) {
		this.now = this.now.plus(by);
	}

	void moveTo(Instant moment) {
		this.now = moment;
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this;
	}

}
