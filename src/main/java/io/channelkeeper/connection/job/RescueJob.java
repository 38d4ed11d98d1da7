package io.channelkeeper.connection.job;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

import io.channelkeeper.connection.RenewalRescue;

/**
 * When renewals that were cut off are looked for: by every process itself and from its
 * start on, because the shared schedule may still be held by the process that died.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class RescueJob {

	private final RenewalRescue rescue;

	RescueJob(RenewalRescue rescue) {
		this.rescue = rescue;
	}

	@Scheduled(initialDelay = 2_000, fixedDelay = 10_000)
	void look() {
		this.rescue.round();
	}

}
