package io.channelkeeper.picture;

import org.springframework.stereotype.Component;

import io.channelkeeper.network.NetworkId;
import io.channelkeeper.support.ProcessRegister;

/**
 * The cycle as it runs by itself, which tests have switched off.
 */
@Component
public class TestCycle {

	private final PictureCycle cycle;

	TestCycle(ReadingRows rows, ReadingPlan plan, ReadingDesk desk, PictureCalendar calendar,
			PictureProperties properties, ProcessRegister processes) {
		this.cycle = new PictureCycle(rows, plan, desk, calendar, new PictureProperties(properties.maxUpload(),
				properties.refreshEvery(), true, properties.concurrency()), processes);
	}

	/** Reads the profiles of a network that are due now. */
	public void round(NetworkId network) throws InterruptedException {
		this.cycle.round(network, 10);
	}

}
