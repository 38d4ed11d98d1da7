package io.channelkeeper.connection.job;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

import io.channelkeeper.connection.NetworkTroubles;

/**
 * When every process writes down how its calls went, and looks at how the networks do.
 */
@Configuration(proxyBeanMethods = false)
class TroubleJob {

	private final NetworkTroubles troubles;

	TroubleJob(NetworkTroubles troubles) {
		this.troubles = troubles;
	}

	@Scheduled(initialDelay = 3_000, fixedDelay = 4_000)
	void look() {
		this.troubles.round();
	}

}
