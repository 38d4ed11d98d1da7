package io.channelkeeper.picture;

import java.time.Clock;

import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * The calendar of an application that fetches pictures by itself, although tests run the
 * rounds; a test may switch that off.
 */
@Component
@Primary
public class TestCalendar extends PictureCalendar {

	private volatile boolean automatic = true;

	TestCalendar(PictureProperties properties, Clock clock) {
		super(properties, clock);
	}

	@Override
	boolean isAutomatic() {
		return this.automatic;
	}

	public void setAutomatic(boolean automatic) {
		this.automatic = automatic;
	}

}
